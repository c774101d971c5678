import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, decodeCustomId, encodeCustomId } from '../../src/discord/custom-id.ts';
import { newId } from '../../src/storage/context.ts';

describe('the ids of controls', () => {
  it('come back as they were made, and fit Discord', () => {
    for (const action of actions) {
      const reportId = newId();
      const id = encodeCustomId(action, reportId);
      expect(id.length).toBeLessThanOrEqual(100);
      expect(decodeCustomId(id)).toEqual({ action, reportId });
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
      }),
    );
  });
});
