/** When a report goes to staff by itself. */
import type { Diagnosis, Evidence } from '../diagnosis/diagnosis.ts';

/** Statuses that only staff can do something about, whatever the cause turns out to be. */
const staffStatuses: readonly number[] = [500, 503];

/** What the policy looks at. */
export interface Judged extends Pick<Diagnosis, 'entry'> {
  readonly evidence: Pick<Evidence, 'status'>;
}

/** True when staff must hear of this without anybody pressing a button. */
export function shouldEscalate({ entry, evidence }: Judged): boolean {
  if (entry === null) return false;
  return entry.escalation === 'auto' || (evidence.status !== null && staffStatuses.includes(evidence.status));
}
