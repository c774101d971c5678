/** How sure a diagnosis is that this is an unresolved API failure of the person writing. Pure. */
import type { Decision } from './decide.ts';
import { lineSpan, type ReportText } from './report-text.ts';
import type { Signal } from './signal.ts';
import type { StatusMention } from './status.ts';
import { asksForHelp, frameStrength, hasProof } from './surroundings/frame.ts';
import { isReleaseNotes } from './surroundings/quoted.ts';
import { isOver, isOvercome, isPast, isTalkAboutErrors } from './surroundings/talk.ts';
import { isAboutLlmApi, isForeignFailure } from './surroundings/trade.ts';
import { agreementBonus, frameBonus, most, worth } from './thresholds.ts';

/** Causes whose texts any program prints; only beside words of the trade are they ours. */
const commonToAll = new Set([
  'network-unreachable',
  'tls-certificate',
  'client-timeout',
  'response-not-json',
  'stream-interrupted',
]);

export function confidenceOf(
  report: ReportText,
  decision: Decision,
  statuses: readonly StatusMention[],
  modelKnown: boolean,
): number {
  const { decisive, event } = decision;
  const around = report.folded.slice(Math.max(0, decisive.start - 1500), decisive.end + 1500);
  const weak = decisive.tier !== 'signature' && decisive.tier !== 'code';
  const certain = Math.min(
    most,
    alone(decisive) +
      frameBonus[frameStrength(around)] +
      agreement(decisive, event) +
      (weak && modelKnown ? 0.12 : 0) +
      (weak && asksForHelp(report.folded) ? 0.1 : 0),
  );
  const confidence =
    certain -
    talkPenalty(report, statuses, weak && !hasProof(around), hasProof(around)) -
    elsewherePenalty(report, decisive, around) -
    (isResolved(report, decisive) ? 0.6 : 0);
  return Math.max(0, confidence);
}

/** What is said about the error: that it is over, long ago, or a subject to talk about. */
function talkPenalty(
  report: ReportText,
  statuses: readonly StatusMention[],
  weak: boolean,
  proven: boolean,
): number {
  const text = report.folded;
  const scale = proven ? 0.4 : 1;
  return (
    (isOver(text) ? 0.5 : 0) +
    (isTalkAboutErrors(text) ? (weak ? 0.25 : 0.45 * scale) : 0) +
    (isReleaseNotes(text) ? 0.5 * scale : 0) +
    (weak && isPast(text) ? 0.25 : 0) +
    (weak && listsStatuses(report, statuses) ? 0.4 : 0)
  );
}

/** A failure of another program. */
function elsewherePenalty(report: ReportText, decisive: Signal, around: string): number {
  const ours = isAboutLlmApi(report.folded);
  const common = commonToAll.has(decisive.entry.id);
  if (isForeignFailure(around)) return ours ? (common ? 0.2 : 0) : 0.6;
  return common && !ours ? 0.15 : 0;
}

function alone(signal: Signal): number {
  if (signal.tier === 'status') return worth.status[Math.max(1, Math.min(3, signal.length)) as 1 | 2 | 3];
  return worth[signal.tier];
}

function agreement(decisive: Signal, event: readonly Signal[]): number {
  const kinds = new Set(
    event.filter((signal) => signal.entry.id === decisive.entry.id).map((signal) => signal.tier),
  );
  return (kinds.size - 1) * agreementBonus;
}

/** Many codes in few words are a list about errors, not an error. */
function listsStatuses(report: ReportText, statuses: readonly StatusMention[]): boolean {
  const distinct = new Set(statuses.map(({ status }) => status)).size;
  return distinct >= 3 && distinct * 200 > report.text.length;
}

/** The log goes on with an answer: a retry overcame the failure. */
function isResolved(report: ReportText, decisive: Signal): boolean {
  const line = lineSpan(report.folded, decisive.start);
  const next = lineSpan(report.folded, Math.min(line.end + 1, report.folded.length));
  if (isOvercome(report.folded.slice(line.start, next.end), report.folded.slice(line.end))) return true;
  if (decisive.tier !== 'status' || decisive.length > 2) return false;
  const last = [...report.folded.matchAll(/HTTP\/[\d.]{1,3}["']? (\d)\d\d/g)].at(-1);
  return last?.[1] === '2' && last.index > decisive.start;
}
