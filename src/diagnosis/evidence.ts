/** The facts of the decisive failure: status, model, request id, code and line. Pure. */
import { clientOf } from './client.ts';
import type { Decision } from './decide.ts';
import type { Evidence } from './diagnosis.ts';
import { endpointNear } from './endpoint.ts';
import { nameAsWritten } from './name-as-written.ts';
import { modelOfFailure } from './model-of-failure.ts';
import { lineSpan, type ReportText, wentWell } from './report-text.ts';
import { findRequestIds, timeInRequestId } from './request-id.ts';
import { retryAfter } from './retry-after.ts';
import type { Signal } from './signal.ts';
import type { StatusMention } from './status.ts';
import { statusOfFailure } from './status-of-failure.ts';

const longestLine = 300;

export const noEvidence: Evidence = {
  status: null,
  code: null,
  model: null,
  modelWritten: null,
  group: null,
  requestId: null,
  requestTime: null,
  line: null,
  endpoint: null,
  client: null,
  retryAfter: null,
};

/** raw: the report as it was pasted. */
export function readEvidence(
  report: ReportText,
  decision: Decision,
  statuses: readonly StatusMention[],
  looksLikeModel: (word: string) => boolean,
  raw: string,
): Evidence {
  const requestId = requestIdOf(report);
  const model = modelOfFailure(report, decision, looksLikeModel);
  return {
    status: statusOfFailure(report, decision.decisive, statuses),
    code: decision.event.find((signal) => signal.code !== undefined)?.code ?? null,
    model,
    modelWritten: model === null ? null : nameAsWritten(raw, model),
    group:
      decision.decisive.group ?? decision.event.findLast(({ group }) => group !== undefined)?.group ?? null,
    requestId,
    requestTime: requestId === null ? null : timeInRequestId(requestId),
    line: lineOf(report, decision.decisive),
    endpoint: endpointNear(report.folded, decision.decisive.start),
    client: clientOf(report.folded),
    retryAfter: retryAfter(report.folded),
  };
}

/** Chained gateways stack their ids: the last is the one of the gateway the user talks to. */
function requestIdOf(report: ReportText): string | null {
  const failing = findRequestIds(report).filter(({ start }) => {
    const line = lineSpan(report.folded, start);
    return !wentWell(report.folded.slice(line.start, line.end));
  });
  const last = failing.at(-1);
  return last?.id ?? null;
}

/** The decisive line, at most 300 characters round what decided. */
function lineOf(report: ReportText, decisive: Signal): string {
  const span = lineSpan(report.folded, decisive.start);
  const line = report.text.slice(span.start, span.end);
  if (line.trim().length <= longestLine) return line.trim();
  const at = decisive.start - span.start;
  const from = Math.max(0, Math.min(at - 100, line.length - longestLine));
  const cut = line.slice(from, from + longestLine - 2).trim();
  return `${from > 0 ? '…' : ''}${cut}${from + longestLine - 2 < line.length ? '…' : ''}`;
}
