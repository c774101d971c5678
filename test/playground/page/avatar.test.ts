/** The people of the demo are told apart by colour, too. */
import { expect, test } from 'vitest';
import { avatarOf } from '../../../src/playground/page/avatar.ts';

test('everybody has a colour of their own', () => {
  const colours = ['Alice', 'Bo', '小博', 'Mei', 'Owner', 'errdesk'].map(
    (name) => /fill="(#\w+)"/.exec(decodeURIComponent(avatarOf(name)))?.[1],
  );
  expect(colours).not.toContain(undefined);
  expect(new Set(colours).size).toBe(colours.length);
});
