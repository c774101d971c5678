/** One report handed to staff. */
import type { MessageRef, OpenedBy, Report } from './report.ts';

/**
 * A case follows the moves of its incident, except that its reporter may close it alone (*Solved*).
 * open → claimed → resolved or dismissed; a reopened one is open again.
 */
export type CaseState = 'open' | 'claimed' | 'resolved' | 'dismissed';

export interface Case {
  readonly id: string;
  readonly reportId: string;
  /** The incident it belongs to: its card is where staff see it. Changes when the cause or the model becomes known. */
  readonly incidentId: string;
  readonly state: CaseState;
  readonly openedBy: OpenedBy;
  readonly openedAt: number;
  /** User id of who resolved or dismissed it; the reporter's own when they pressed *Solved*. */
  readonly closedBy: string | null;
  readonly closedAt: number | null;
  /** The card at the desk, once it is there: that of its incident. */
  readonly card: MessageRef | null;
}

export interface CaseFile {
  readonly case: Case;
  readonly report: Report;
}

export interface CaseStore {
  find(id: string): Promise<CaseFile | null>;
  /**
   * The open and claimed cases of one user, newest first, for `/case`.
   * @param guildId those of one server; null: everywhere
   */
  openOf(userId: string, guildId: string | null, most: number): Promise<CaseFile[]>;
  /** The cases of an incident, newest first, for pages. */
  ofIncident(incidentId: string, most: number, skip?: number): Promise<CaseFile[]>;
}
