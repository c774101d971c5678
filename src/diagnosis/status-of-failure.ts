/** Which of the statuses in a report is that of the decisive failure. Pure. */
import { withoutAnswer } from './decide.ts';
import { lineSpan, type ReportText } from './report-text.ts';
import type { Signal } from './signal.ts';
import { loneStatus, type StatusMention } from './status.ts';

/** What a status is worth as the one of a failure, in characters of distance. */
const otherLine = 200;
const lessTrust = 300;
/** Beyond this a status belongs to another request. */
const farthest = 2500;
/** A message up to this length is about one failure; in a longer log a lone number is anything. */
const shortReport = 700;

/** `[retry 1] 429 Rate limit reached …`: a number right before the decisive text. */
const leadingStatus = /(?<![\w.:/-])([45]\d\d)[\s:,"'({[-]{1,4}$/;

/** null where the text shows none. */
export function statusOfFailure(
  report: ReportText,
  decisive: Signal,
  statuses: readonly StatusMention[],
): number | null {
  if (decisive.status !== undefined) return decisive.status;
  if (withoutAnswer.has(decisive.entry.id)) return ownStatus(decisive, statuses);
  const before = leadingStatus.exec(report.folded.slice(Math.max(0, decisive.start - 40), decisive.start));
  if (before?.[1] !== undefined) return Number(before[1]);
  if (statuses.length === 0) return loneStatusNear(report, decisive);
  const line = lineSpan(report.folded, decisive.start);
  const distance = (mention: StatusMention) => distanceTo(decisive, mention, line);
  const nearest = statuses.reduce((best, mention) => (distance(mention) < distance(best) ? mention : best));
  return distance(nearest) <= farthest || nearest.trust === 3 ? nearest.status : null;
}

/** Cloudflare has statuses for failures behind it; any other status belongs to a wrapper. */
function ownStatus({ entry }: Signal, statuses: readonly StatusMention[]): number | null {
  return statuses.findLast(({ status }) => entry.status.includes(status))?.status ?? null;
}

/** Clients print the status before the text, so one after it is twice as far. */
function distanceTo(decisive: Signal, mention: StatusMention, line: { start: number; end: number }): number {
  const gap =
    mention.start <= decisive.start ? decisive.start - mention.end : (mention.start - decisive.end) * 2;
  const onLine = mention.start >= line.start && mention.start < line.end;
  return Math.max(0, gap) + (onLine ? 0 : otherLine) + (3 - mention.trust) * lessTrust;
}

function loneStatusNear(report: ReportText, decisive: Signal): number | null {
  if (report.folded.length <= shortReport) return loneStatus(report.folded);
  const line = lineSpan(report.folded, decisive.start);
  return loneStatus(report.folded.slice(line.start, Math.min(line.end, line.start + shortReport)));
}
