/** The tables as Kysely sees them. Only text and integers, so that every database can hold them. */
import type { Generated } from 'kysely';
import type { AgendaKind } from '../escalation/agenda.ts';
import type { CaseState } from '../escalation/case.ts';
import type { NoticeKind } from '../escalation/deliverer.ts';
import type { EventKind } from '../escalation/event.ts';
import type { IncidentState } from '../escalation/incident.ts';
import type { OutboxKind } from '../escalation/outbox.ts';
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
  model_written: string | null;
  model_group: string | null;
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
  incident_id: string;
  state: CaseState;
  opened_by: OpenedBy;
  opened_at: number;
  closed_by: string | null;
  closed_at: number | null;
}

export interface IncidentTable {
  id: string;
  guild_id: string | null;
  entry_id: string | null;
  model: string | null;
  /** With entry_key and model_key: at most one row that is not closed. */
  scope: string;
  entry_key: string;
  model_key: string;
  state: IncidentState;
  opened_at: number;
  claimed_by: string | null;
  claimed_at: number | null;
  closed_by: string | null;
  /** null exactly while the state is open or claimed. */
  closed_at: number | null;
  note: string | null;
  reopened: number;
  count: number;
  latest_at: number;
  merged_into: string | null;
  notice_text: string | null;
  notice_by: string | null;
  notice_at: number | null;
  /** Whether its card pings when it is posted. */
  ping: 0 | 1;
  card_channel_id: string | null;
  card_message_id: string | null;
  thread_id: string | null;
}

export interface OutboxTable {
  /** Rows of one lane are delivered in this order. */
  seq: Generated<number>;
  id: string;
  kind: OutboxKind;
  lane: string;
  /** Unique while it is not null: one notice of a kind per person, one pending row per card. */
  once_key: string | null;
  scope: string;
  incident_id: string | null;
  case_id: string | null;
  user_id: string | null;
  notice: NoticeKind | null;
  by_id: string | null;
  text: string | null;
  /** Counts the changes that a card row stands for, so that a change during its delivery is not overlooked. */
  wanted: number;
  attempts: number;
  created_at: number;
  due_at: number;
  leased_until: number | null;
  done_at: number | null;
  failure: string | null;
}

export interface EventTable {
  seq: Generated<number>;
  kind: EventKind;
  at: number;
  by_id: string | null;
  guild_id: string | null;
  incident_id: string | null;
  case_id: string | null;
}

export interface GuildTable {
  guild_id: string;
  support_channel_id: string | null;
  staff_role_id: string | null;
  /** JSON array of channel ids. */
  watch_channel_ids: string | null;
  quiet: 0 | 1;
  language: 'en' | 'zh' | null;
  retention_days: number;
}

export interface LimitTable {
  key: string;
  /** JSON array of moments, oldest first, never more than the limit allows. */
  hits: string;
  told_until: number;
  latest_at: number;
}

export interface AgendaTable {
  kind: AgendaKind;
  subject: string;
  due_at: number;
}

export interface Tables {
  reports: ReportTable;
  cases: CaseTable;
  incidents: IncidentTable;
  outbox: OutboxTable;
  events: EventTable;
  guilds: GuildTable;
  limits: LimitTable;
  agenda: AgendaTable;
}
