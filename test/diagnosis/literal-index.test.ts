import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LiteralIndex } from '../../src/diagnosis/literal-index.ts';

test('finds exactly what a plain search finds, whatever the text', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '渠'), minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 20 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', '渠'), maxLength: 200 }),
      (words, text) => {
        const index = new LiteralIndex(words.map((literal) => [literal, literal] as const));
        const found = [...index.hits(text)].map(({ value, start }) => `${start}:${value}`).sort();
        const plain = words
          .flatMap((literal) => placesOf(literal, text).map((start) => `${start}:${literal}`))
          .sort();
        expect(found).toEqual(plain);
      },
    ),
  );
});

function placesOf(literal: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) places.push(at);
  return places;
}

test('refuses a literal that is too short to look for', () => {
  expect(() => new LiteralIndex([['abc', 1]])).toThrow(RangeError);
});
