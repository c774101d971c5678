import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePage,
  encodePage,
  listStates,
  longestFilter,
} from '../../src/discord/commands/cases/page-id.ts';
import { answerActions, cardActions, decodeCustomId, encodeCustomId } from '../../src/discord/custom-id.ts';
import { newId } from '../../src/storage/context.ts';

describe('the ids of controls', () => {
  it('come back as they were made, and fit Discord', () => {
    const all = [
      ...answerActions.map((action) => ({ on: 'answer' as const, action })),
      ...cardActions.map((action) => ({ on: 'card' as const, action })),
    ];
    expect(new Set(all.map(({ action }) => action)).size).toBe(all.length);
    for (const { on, action } of all) {
      const id = newId();
      const text = encodeCustomId(action, id);
      expect(text.length).toBeLessThanOrEqual(100);
      expect(decodeCustomId(text)).toEqual({ on, action, id });
    }
  });

  it.each([
    '',
    'v1',
    'v1:solved',
    'v1:solved:short',
    'v1:explode:ABCDEFGHJK',
    'v2:solved:ABCDEFGHJK',
    'v1:solved:ABCDEFGHJK:x',
  ])('that this version did not make mean nothing: %s', (id) => {
    expect(decodeCustomId(id)).toBeNull();
  });

  it('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        decodeCustomId(text);
        decodePage(text);
      }),
    );
  });
});

describe('the ids that turn pages', () => {
  it('come back as they were made, and fit Discord', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...listStates),
        fc
          .string({ unit: 'binary', maxLength: longestFilter })
          .filter((model) => model.length <= longestFilter),
        fc.nat(9999),
        (state, model, page) => {
          const id = encodePage({ state, model, page });
          expect(id.length).toBeLessThanOrEqual(100);
          expect(decodePage(id)).toEqual({ state, model, page });
          expect(decodeCustomId(id)).toBeNull();
        },
      ),
    );
  });

  it.each([
    'v1:page:open',
    'v1:page:lost.0:',
    'v1:page:open.-1:',
    `v1:page:open.0:${'x'.repeat(71)}`,
    'v2:page:open.0:',
  ])('that this version did not make mean nothing: %s', (id) => {
    expect(decodePage(id)).toBeNull();
  });
});
