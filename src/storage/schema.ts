/** The tables as Kysely sees them. Only text and integers, so that every database can hold them. */
import type { Outcome, OpenedBy, ReportKind, ReportState } from '../escalation/report.ts';

export interface ReportTable {
  id: string;
  source: string;
  kind: ReportKind;
  guild_id: string | null;
  channel_id: string;
  asker_id: string;
  reporter_id: string;
  language: 'en' | 'zh';
  asked: 0 | 1;
  state: ReportState;
  outcome: Outcome | null;
  entry_id: string | null;
  /** JSON array of entry ids. */
  alternatives: string;
  status: number | null;
  code: string | null;
  model: string | null;
  request_id: string | null;
  request_time: string | null;
  line: string | null;
  upstream: 0 | 1;
  /** JSON array of {entryId, count}. */
  also_seen: string;
  answer_channel_id: string | null;
  answer_message_id: string | null;
  claimed_at: number;
}

export interface CaseTable {
  id: string;
  report_id: string;
  state: 'open';
  opened_by: OpenedBy;
  opened_at: number;
  card_channel_id: string | null;
  card_message_id: string | null;
}

export interface OutboxTable {
  id: string;
  kind: 'card';
  case_id: string;
  attempts: number;
  created_at: number;
  due_at: number;
  done_at: number | null;
  failure: string | null;
}

export interface Tables {
  reports: ReportTable;
  cases: CaseTable;
  outbox: OutboxTable;
}
