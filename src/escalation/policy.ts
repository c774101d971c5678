/** When a report goes to staff by itself. */
import type { Diagnosis, Evidence } from '../diagnosis/diagnosis.ts';

/** Statuses that only staff can do something about, whatever the cause turns out to be. */
const staffStatuses: readonly number[] = [500, 503];

/** What the policy looks at. */
export interface Judged extends Pick<Diagnosis, 'entry'> {
  readonly evidence: Pick<Evidence, 'status'>;
}

/** Whether a wrong model name may be the cause: then the name is compared with the model list. */
export function mayBeMisnamed({ entry, evidence }: Judged): boolean {
  return entry !== null && (entry.nameCheck || evidence.status === 503);
}

/**
 * True when the person is first asked whether another name was meant, instead of staff: with a wrong name they cannot
 * help. A 500 comes only after the name was accepted.
 * @param didYouMean the name that is claimed to be meant
 */
export function asksFirst(judged: Judged, didYouMean: string | null): boolean {
  return (
    didYouMean !== null && judged.evidence.status !== 500 && mayBeMisnamed(judged) && shouldEscalate(judged)
  );
}

/** True when staff must hear of this without anybody pressing a button. */
export function shouldEscalate({ entry, evidence }: Judged): boolean {
  if (entry === null) return false;
  return entry.escalation === 'auto' || (evidence.status !== null && staffStatuses.includes(evidence.status));
}
