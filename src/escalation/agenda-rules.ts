/** What is done about due work, and when it comes round again. Pure: the moment is an argument. */
import type { AgendaItem } from './agenda.ts';

export const dayMs = 24 * 60 * 60_000;

/** Open for longer than this: it belongs into the daily list. */
export const digestAfterMs = dayMs;

/** After half a day the moment for a second ping has passed; the daily list has it. */
const ancientReminderMs = 12 * 60 * 60_000;

/** Overdue work is done once, however long it is overdue; a ping that comes far too late is left out. */
export function isWorthDoing({ kind, dueAt }: AgendaItem, now: number): boolean {
  return kind !== 'reminder' || now - dueAt <= ancientReminderMs;
}

/** When it comes round again: daily work at its old hour, on the next day that is still to come; a reminder never. */
export function nextDue({ kind, dueAt }: AgendaItem, now: number): number | null {
  if (kind === 'reminder') return null;
  return now < dueAt ? dueAt : dueAt + (Math.floor((now - dueAt) / dayMs) + 1) * dayMs;
}
