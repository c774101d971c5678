/** How sure a diagnosis is that this is an unresolved API failure of the person writing. Pure. */
import type { Decision } from './decide.ts';
import type { ReportText } from './report-text.ts';
import type { Signal } from './signal.ts';
import type { StatusMention } from './status.ts';
import { frameStrength, isAboutLlmApi, isForeignFailure, isOver, isPast, isTalkAboutErrors, asksForHelp } from './surroundings.ts';
import { agreementBonus, frameBonus, most, worth } from './thresholds.ts';

/** Causes whose texts any program prints; only beside words of the trade are they ours. */
const commonToAll = new Set(['network-unreachable', 'tls-certificate', 'client-timeout', 'response-not-json', 'stream-interrupted']);

export function confidenceOf(
  report: ReportText,
  decision: Decision,
  statuses: readonly StatusMention[],
  modelKnown: boolean,
): number {
  const { decisive, event } = decision;
  const around = report.folded.slice(Math.max(0, decisive.start - 1500), decisive.end + 1500);
  let confidence = alone(decisive) + frameBonus[frameStrength(around)] + agreement(decisive, event);
  const weak = decisive.tier !== 'signature' && decisive.tier !== 'code';
  if (weak && modelKnown) confidence += 0.12;
  if (weak && asksForHelp(report.folded)) confidence += 0.1;
  if (isOver(report.folded)) confidence -= 0.5;
  if (weak && isPast(report.folded)) confidence -= 0.25;
  if (weak && isTalkAboutErrors(report.folded)) confidence -= 0.25;
  if (weak && listsStatuses(report, statuses)) confidence -= 0.4;
  if (isResolvedByRetry(report, decisive)) confidence -= 0.6;
  if (commonToAll.has(decisive.entry.id) && !isAboutLlmApi(report.folded)) confidence -= isForeignFailure(around) ? 0.6 : 0.15;
  else if (commonToAll.has(decisive.entry.id) && isForeignFailure(around)) confidence -= 0.2;
  return Math.max(0, Math.min(most, confidence));
}

function alone(signal: Signal): number {
  if (signal.tier === 'status') return worth.status[Math.max(1, Math.min(3, signal.length)) as 1 | 2 | 3];
  return worth[signal.tier];
}

function agreement(decisive: Signal, event: readonly Signal[]): number {
  const kinds = new Set(event.filter((signal) => signal.entry.id === decisive.entry.id).map((signal) => signal.tier));
  return (kinds.size - 1) * agreementBonus;
}

/** Many codes in few words are a list about errors, not an error. */
function listsStatuses(report: ReportText, statuses: readonly StatusMention[]): boolean {
  const distinct = new Set(statuses.map(({ status }) => status)).size;
  return distinct >= 3 && distinct * 200 > report.text.length;
}

/** The log goes on with an answer: a retry overcame the failure. */
function isResolvedByRetry(report: ReportText, decisive: Signal): boolean {
  if (decisive.tier !== 'status' || decisive.length > 2) return false;
  const last = [...report.folded.matchAll(/HTTP\/[\d.]{1,3}["']? (\d)\d\d/g)].at(-1);
  return last !== undefined && last[1] === '2' && last.index > decisive.start;
}
