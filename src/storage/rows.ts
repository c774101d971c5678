/** Rows → the words of escalation/. */
import type { Case } from '../escalation/case.ts';
import type { MessageRef, Report } from '../escalation/report.ts';
import type { CaseTable, ReportTable } from './schema.ts';

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
    requestId: row.request_id,
    requestTime: row.request_time,
    line: row.line,
    answer: messageRef(row.answer_channel_id, row.answer_message_id),
    caseId,
    claimedAt: row.claimed_at,
  };
}

export function toCase(row: CaseTable): Case {
  return {
    id: row.id,
    reportId: row.report_id,
    incidentId: row.id,
    state: row.state,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    closedBy: null,
    closedAt: null,
    card: messageRef(row.card_channel_id, row.card_message_id),
  };
}

function messageRef(channelId: string | null, messageId: string | null): MessageRef | null {
  return channelId === null || messageId === null ? null : { channelId, messageId };
}
