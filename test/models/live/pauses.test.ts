import { describe, expect, it } from 'vitest';
import { pauseAfter } from '../../../src/models/live/pauses.ts';

const minute = 60_000;

describe('the pause before the list is asked for again', () => {
  it('is five minutes after a success, a fifth more or less', () => {
    expect(pauseAfter(0, null, 0)).toBe(4 * minute);
    expect(pauseAfter(0, null, 0.5)).toBe(5 * minute);
    expect(pauseAfter(0, null, 1)).toBe(6 * minute);
  });

  it('doubles from half a minute to a quarter of an hour while it fails', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 1000].map((failures) => pauseAfter(failures, null, 0.5) / minute);
    expect(pauses).toEqual([0.5, 1, 2, 4, 8, 15, 15, 15]);
  });

  it('is as long as the server asks for, but an hour at most and never shorter than planned', () => {
    expect(pauseAfter(1, 2 * minute, 0.5)).toBe(2 * minute);
    expect(pauseAfter(1, 0, 0.5)).toBe(minute / 2);
    expect(pauseAfter(6, minute, 0.5)).toBe(15 * minute);
    expect(pauseAfter(1, 1e15, 0.5)).toBe(60 * minute);
  });
});
