import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../../src/diagnosis/explanation.ts';
import { piecesOf } from '../../../src/playground/page/marks.ts';

const span = (start: number, end: number, kind: Span['kind']): Span => ({ start, end, kind, label: kind });

describe('the pieces of a marked text', () => {
  test('each know all that covers them', () => {
    const pieces = piecesOf('a 503 b', [span(0, 7, 'decisive'), span(2, 5, 'status')]);
    expect(pieces.map(({ text, spans }) => [text, spans.map(({ kind }) => kind)])).toEqual([
      ['a ', ['decisive']],
      ['503', ['decisive', 'status']],
      [' b', ['decisive']],
    ]);
  });

  test('make up the whole text, whatever the spans', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => span(start, start + length, 'hint')),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), spans, (text, marked) => {
        expect(
          piecesOf(text, marked)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
