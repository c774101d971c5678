/** One report handed to staff. */
import type { MessageRef, OpenedBy, Report } from './report.ts';

export interface Case {
  readonly id: string;
  readonly reportId: string;
  readonly state: 'open';
  readonly openedBy: OpenedBy;
  readonly openedAt: number;
  /** The card at the desk, once it is there. */
  readonly card: MessageRef | null;
}

/** Everything a card shows. */
export interface CaseFile {
  readonly case: Case;
  readonly report: Report;
}

export interface CaseStore {
  find(id: string): Promise<CaseFile | null>;
  /** Remembers where the card is. */
  cardPlaced(id: string, card: MessageRef): Promise<void>;
}
