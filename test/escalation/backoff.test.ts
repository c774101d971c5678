import { describe, expect, it } from 'vitest';
import { isAncient, pauseAfter } from '../../src/escalation/backoff.ts';

describe('the pause before the next attempt', () => {
  it('doubles, but is never longer than a minute', () => {
    expect([0, 1, 5, 1000].map((attempts) => pauseAfter(attempts, 1))).toEqual([1000, 2000, 32_000, 60_000]);
  });

  it('leaves half to chance', () => {
    expect(pauseAfter(3, 0)).toBe(4000);
    expect(pauseAfter(3, 0.5)).toBe(6000);
  });

  it('is what a rate limit asks for, however often it was asked for', () => {
    expect(pauseAfter(0, 0, 60_000)).toBe(60_000);
    expect(pauseAfter(9, 1, 2_000)).toBe(2_250);
  });
});

describe('what is too old to be said', () => {
  const day = 24 * 60 * 60_000;
  it.each(['notice', 'reminder', 'digest'] as const)('a %s of the day before', (kind) => {
    expect(isAncient(kind, 0, day)).toBe(false);
    expect(isAncient(kind, 0, day + 1)).toBe(true);
  });
  it('never a card', () => {
    expect(isAncient('card', 0, 1000 * day)).toBe(false);
  });
});
