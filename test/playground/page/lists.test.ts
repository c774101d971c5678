import { parse } from 'discord-markdown-parser';
import { expect, test } from 'vitest';
import { withBullets } from '../../../src/playground/page/lists.ts';

function shown(text: string): string {
  return withBullets(parse(text, 'extended'))
    .map(({ type, content }) => (type === 'br' ? '\n' : typeof content === 'string' ? content : '…'))
    .join('');
}

test.each([
  ['- one\n- two', '• one\n• two'],
  ['- **one**', '• …'],
  ['so:\n* one\n  - within', 'so:\n• one\n  • within'],
  ['a - b\n-c\n1 * 2', 'a - b\n-c\n1 * 2'],
  ['-', '-'],
])('a bullet stands at the beginning of each item, and nowhere else: %j', (text, drawn) => {
  expect(shown(text)).toBe(drawn);
});
