/** Names as people type them become mentions, except in code. */
import { expect, test } from 'vitest';
import { withMentions, withNames } from '../../../src/playground/page/mentions.ts';

const people = [
  { id: '7', name: 'Mei' },
  { id: '8', name: '小博' },
];

test.each([
  ['@Mei and @小博, see', '<@7> and <@8>, see'],
  ['@Mei: `@Mei` @Mei', '<@7>: `@Mei` <@7>'],
  ['``a ` @Mei`` @Mei', '``a ` @Mei`` <@7>'],
  ['```\n@Mei\n`@Mei\n``` @Mei', '```\n@Mei\n`@Mei\n``` <@7>'],
  ['a lone ` and @Mei', 'a lone ` and <@7>'],
  ['@Nobody', '@Nobody'],
])('%j', (typed, sent) => {
  expect(withMentions(typed, people)).toBe(sent);
});

test('whoever changes a message sees names again', () => {
  expect(withNames('<@7>: `<@7>` and <@9>', people)).toBe('@Mei: `<@7>` and <@9>');
});
