import { describe, expect, it } from 'vitest';
import { nextLatch, startingLatch } from '../../../src/models/live/status-latch.ts';

/** What is known after answers, + good and - bad, at the times 1, 2, 3 … */
function after(answers: string) {
  return Array.from(answers).reduce(
    (latch, sign, index) => nextLatch(latch, sign === '+', index + 1),
    startingLatch,
  ).status;
}

describe('whether the platform is up', () => {
  it('is unknown until an answer tells', () => {
    expect(after('')).toEqual({ kind: 'unknown' });
    expect(after('--')).toEqual({ kind: 'unknown' });
    expect(after('+')).toEqual({ kind: 'up', since: null, checkedAt: 1 });
    expect(after('--+')).toEqual({ kind: 'up', since: null, checkedAt: 3 });
  });

  it('is down after three failures in a row, since the first of them', () => {
    expect(after('---')).toEqual({ kind: 'down', since: 1, checkedAt: 3 });
    expect(after('++--')).toEqual({ kind: 'up', since: null, checkedAt: 4 });
    expect(after('++---')).toEqual({ kind: 'down', since: 3, checkedAt: 5 });
    expect(after('+--+--+--')).toEqual({ kind: 'up', since: null, checkedAt: 9 });
  });

  it('is up again after two successes in a row, since the first of them', () => {
    expect(after('---+')).toEqual({ kind: 'down', since: 1, checkedAt: 4 });
    expect(after('---+-+')).toEqual({ kind: 'down', since: 1, checkedAt: 6 });
    expect(after('---++')).toEqual({ kind: 'up', since: 4, checkedAt: 5 });
    expect(after('---++++')).toEqual({ kind: 'up', since: 4, checkedAt: 7 });
    expect(after('---++---')).toEqual({ kind: 'down', since: 6, checkedAt: 8 });
  });
});
