/** Rows → the words of escalation/. */
import type { Case } from '../escalation/case.ts';
import type { Incident } from '../escalation/incident.ts';
import type { MessageRef, Report, SeenElsewhere } from '../escalation/report.ts';
import { toNotice } from './known.ts';
import type { CaseTable, IncidentTable, ReportTable } from './schema.ts';

export function toReport(row: ReportTable, caseId: string | null): Report {
  return {
    id: row.id,
    source: row.source,
    kind: row.kind,
    guildId: row.guild_id,
    channelId: row.channel_id,
    askerId: row.asker_id,
    reporterId: row.reporter_id,
    language: row.language,
    asked: row.asked === 1,
    state: row.state,
    outcome: row.outcome,
    entryId: row.entry_id,
    alternatives: JSON.parse(row.alternatives) as string[],
    status: row.status,
    code: row.code,
    model: row.model,
    modelWritten: row.model_written,
    group: row.model_group,
    requestId: row.request_id,
    requestTime: row.request_time,
    line: row.line,
    upstream: row.upstream === 1,
    alsoSeen: JSON.parse(row.also_seen) as SeenElsewhere[],
    answer: messageRef(row.answer_channel_id, row.answer_message_id),
    caseId,
    claimedAt: row.claimed_at,
  };
}

/** @param place of the card of its incident */
export function toCase(
  row: CaseTable,
  place: Pick<IncidentTable, 'card_channel_id' | 'card_message_id'>,
): Case {
  return {
    id: row.id,
    reportId: row.report_id,
    incidentId: row.incident_id,
    state: row.state,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    closedBy: row.closed_by,
    closedAt: row.closed_at,
    card: messageRef(place.card_channel_id, place.card_message_id),
  };
}

export function toIncident(row: IncidentTable): Incident {
  return {
    id: row.id,
    guildId: row.guild_id,
    entryId: row.entry_id,
    model: row.model,
    state: row.state,
    openedAt: row.opened_at,
    claimedBy: row.claimed_by,
    claimedAt: row.claimed_at,
    closedBy: row.closed_by,
    closedAt: row.closed_at,
    note: row.note,
    reopened: row.reopened,
    count: row.count,
    latestAt: row.latest_at,
    mergedInto: row.merged_into,
    notice: toNotice({ text: row.notice_text, by: row.notice_by, at: row.notice_at }),
    card: messageRef(row.card_channel_id, row.card_message_id),
    threadId: row.thread_id,
  };
}

function messageRef(channelId: string | null, messageId: string | null): MessageRef | null {
  return channelId === null || messageId === null ? null : { channelId, messageId };
}
