import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slide } from '../../src/escalation/sliding-window.ts';

const limit = { most: 3, windowMs: 100 };

describe('a sliding window', () => {
  it('allows so many, then none until the oldest has gone', () => {
    let hits: readonly number[] = [];
    for (const at of [0, 10, 20]) ({ hits } = slide(hits, at, limit));
    expect(slide(hits, 30, limit)).toEqual({ kind: 'limited', hits: [0, 10, 20], until: 100 });
    expect(slide(hits, 100, limit)).toEqual({ kind: 'allowed', hits: [10, 20, 100] });
  });

  it('never allows more than its number in any stretch of its length, and remembers no more than that', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 80 }), (pauses) => {
        let now = 0;
        let hits: readonly number[] = [];
        const allowed: number[] = [];
        for (const pause of pauses) {
          now += pause;
          const slid = slide(hits, now, limit);
          ({ hits } = slid);
          if (slid.kind === 'allowed') allowed.push(now);
          expect(hits.length).toBeLessThanOrEqual(limit.most);
        }
        for (const end of allowed)
          expect(allowed.filter((at) => at > end - limit.windowMs && at <= end).length).toBeLessThanOrEqual(
            limit.most,
          );
      }),
    );
  });
});
