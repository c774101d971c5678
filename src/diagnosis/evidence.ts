/** The facts of the decisive failure: status, model, request id, code and line. Pure. */
import { type Decision, withoutAnswer } from './decide.ts';
import type { Evidence } from './diagnosis.ts';
import { findModels, type ModelMention } from './model-name.ts';
import { lineSpan, type ReportText } from './report-text.ts';
import { findRequestIds, timeInRequestId } from './request-id.ts';
import type { Signal } from './signal.ts';
import { loneStatus, type StatusMention } from './status.ts';

const longestLine = 300;

export const noEvidence: Evidence = {
  status: null,
  code: null,
  model: null,
  requestId: null,
  requestTime: null,
  line: null,
};

export function readEvidence(
  report: ReportText,
  decision: Decision | undefined,
  statuses: readonly StatusMention[],
  looksLikeModel: (word: string) => boolean,
): Evidence {
  const decisive = decision?.decisive;
  const requestId = requestIdOf(report);
  return {
    status: statusOf(report, decisive, statuses),
    code: decision?.event.find((signal) => signal.code !== undefined)?.code ?? null,
    model: modelOf(report, decision, findModels(report.folded, looksLikeModel)),
    requestId,
    requestTime: requestId === null ? null : timeInRequestId(requestId),
    line: decisive === undefined ? null : lineOf(report, decisive),
  };
}

/** `[retry 1] 429 Rate limit reached …`: a number right before the decisive text. */
const leadingStatus = /(?<![\w.:/-])([45]\d\d)[\s:,"'({\[-]{1,4}$/;

/** The status stated nearest before the decisive text, on its line first; a nearer one after it counts too. */
function statusOf(
  report: ReportText,
  decisive: Signal | undefined,
  statuses: readonly StatusMention[],
): number | null {
  if (decisive?.status !== undefined) return decisive.status;
  const before =
    decisive === undefined
      ? undefined
      : leadingStatus.exec(report.folded.slice(Math.max(0, decisive.start - 40), decisive.start));
  if (before !== null && before?.[1] !== undefined) return Number(before[1]);
  if (statuses.length === 0) return decisive === undefined ? null : loneStatusNear(report, decisive);
  if (decisive === undefined) return statuses.at(-1)?.status ?? null;
  const distance = (mention: StatusMention) => {
    const gap =
      mention.start <= decisive.start ? decisive.start - mention.end : (mention.start - decisive.end) * 2;
    const broken = report.folded
      .slice(Math.min(mention.start, decisive.start), Math.max(mention.start, decisive.start))
      .includes('\n');
    return Math.max(0, gap) + (broken ? 200 : 0) + (3 - mention.trust) * 300;
  };
  return statuses.reduce((best, mention) => (distance(mention) < distance(best) ? mention : best)).status;
}

/** In a long log a lone number is anything; in a short message it is what the person saw. */
function loneStatusNear(report: ReportText, decisive: Signal): number | null {
  if (withoutAnswer.has(decisive.entry.id)) return null;
  const line = lineSpan(report.folded, decisive.start);
  return loneStatus(
    report.folded.length <= 700
      ? report.folded
      : report.folded.slice(line.start, Math.min(line.end, line.start + 700)),
  );
}

/** Log lines of requests that went well. */
const wentWell = /\| 200 \||\bINFO\b|"?HTTP\/[\d.]+"? 2\d\d/;

/** Chained gateways stack their ids: the last is the one of the gateway the user talks to. */
function requestIdOf(report: ReportText): string | null {
  const failing = findRequestIds(report.folded).filter(({ start }) => {
    const line = lineSpan(report.folded, start);
    return !wentWell.test(report.folded.slice(line.start, line.end));
  });
  const last = failing.at(-1);
  return last === undefined ? null : report.text.slice(last.start, last.start + last.id.length);
}

/**
 * The text of the error names it best; then a field on the line of the failure; then the only name there is in the
 * report. Several names and nothing to choose by: none, since a wrong name misleads staff.
 */
function modelOf(
  report: ReportText,
  decision: Decision | undefined,
  mentions: readonly ModelMention[],
): string | null {
  const naming = decision?.event.filter((signal) => signal.model !== undefined) ?? [];
  const own = decision?.decisive.model !== undefined ? decision.decisive : naming.at(-1);
  if (own?.model !== undefined) return own.model;
  const usable = mentions.filter((mention) => !belongsElsewhere(report, mention, decision?.decisive));
  if (decision !== undefined) {
    const line = lineSpan(report.folded, decision.decisive.start);
    const here = usable.filter(({ start }) => start >= line.start && start < line.end);
    const onLine = only(here.filter(({ kind }) => kind === 'named')) ?? only(here);
    if (onLine !== null) return onLine;
  }
  const named = usable.filter(({ kind }) => kind === 'named');
  return only(named) ?? (named.length === 0 ? only(usable) : nearestBefore(named, decision?.decisive));
}

/** A log tells which model is asked for right before the request fails. */
function nearestBefore(mentions: readonly ModelMention[], decisive: Signal | undefined): string | null {
  const last = mentions.findLast(({ start }) => decisive !== undefined && start < decisive.start);
  return last !== undefined && decisive !== undefined && decisive.start - last.start < 600 ? last.name : null;
}

function only(mentions: readonly ModelMention[]): string | null {
  const names = new Set(mentions.map(({ name }) => name));
  return names.size === 1 ? (mentions[0]?.name ?? null) : null;
}

/** Another request's model: a log line of success, an environment's default, a command tried after the failure. */
function belongsElsewhere(report: ReportText, mention: ModelMention, decisive: Signal | undefined): boolean {
  const line = lineSpan(report.folded, mention.start);
  const text = report.folded.slice(line.start, line.end);
  if (wentWell.test(text) || /^\s*[A-Z]+_[A-Z_]+\s?=/.test(text)) return true;
  if (decisive === undefined || mention.start < decisive.end) return false;
  return /\bcurl\s+(?:-|["']?https?:)|^\S*[#$%>] /m.test(report.folded.slice(decisive.end, mention.start));
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
