/** When a report goes to staff by itself. */
import type { Diagnosis } from '../diagnosis/diagnosis.ts';

/** Statuses that only staff can do something about, whatever the cause turns out to be. */
const staffStatuses: readonly number[] = [500, 503];

/** True when staff must hear of this without anybody pressing a button. */
export function shouldEscalate({ entry, evidence }: Pick<Diagnosis, 'entry' | 'evidence'>): boolean {
  if (entry === null) return false;
  return entry.escalation === 'auto' || (evidence.status !== null && staffStatuses.includes(evidence.status));
}
