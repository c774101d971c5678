import { describe, expect, it } from 'vitest';
import { dayMs, isWorthDoing, nextDue } from '../../src/escalation/agenda-rules.ts';

const hour = 60 * 60_000;

describe('work that is overdue', () => {
  it('is still done for lists and deletions, however late', () => {
    for (const kind of ['digest', 'retention'] as const)
      expect(isWorthDoing({ kind, subject: '', dueAt: 0 }, 100 * dayMs)).toBe(true);
  });

  it('is not done for a ping after half a day', () => {
    const reminder = { kind: 'reminder', subject: 'x', dueAt: 0 } as const;
    expect(isWorthDoing(reminder, 12 * hour)).toBe(true);
    expect(isWorthDoing(reminder, 12 * hour + 1)).toBe(false);
  });
});

describe('when it comes round again', () => {
  const digest = { kind: 'digest', subject: '', dueAt: 5 * hour } as const;
  it('a reminder never', () => {
    expect(nextDue({ kind: 'reminder', subject: 'x', dueAt: 0 }, hour)).toBeNull();
  });
  it('daily work on the next day at the same hour', () => {
    expect(nextDue(digest, 5 * hour)).toBe(dayMs + 5 * hour);
    expect(nextDue(digest, 6 * hour)).toBe(dayMs + 5 * hour);
  });
  it('after a long downtime once, not once for each day that was missed', () => {
    expect(nextDue(digest, 40 * dayMs + 6 * hour)).toBe(41 * dayMs + 5 * hour);
  });
});
