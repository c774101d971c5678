/** Which of many signals names the cause of the last failure that was not overcome. Pure. */
import { lineSpan, type ReportText } from './report-text.ts';
import { rankOf, type Signal } from './signal.ts';
import { isInCodeFence, isQuotedLine } from './surroundings/quoted.ts';

/** Signals closer than this belong to one failure: its message, code, type and status. */
const sameFailure = 600;

export interface Decision {
  readonly decisive: Signal;
  /** Signals of the same failure. */
  readonly event: readonly Signal[];
  /** Signals of other failures in the report. */
  readonly others: readonly Signal[];
}

/** asked: somebody pointed at this text, so that a line of code or a table counts too. */
export function decide(report: ReportText, signals: readonly Signal[], asked: boolean): Decision | undefined {
  const isQuoted = quotedOnce(report);
  const counted = signals.filter((signal) => !isQuoted(signal));
  const usable = (counted.length > 0 || !asked ? counted : signals).filter(
    (signal, _, all) => !isUpstreamNetwork(signal, all),
  );
  const best = usable.reduce((least, signal) => Math.min(least, rankOf(signal.tier)), Infinity);
  const top = usable.filter((signal) => rankOf(signal.tier) === best).sort((a, b) => a.start - b.start);
  const last = top.at(-1);
  if (last === undefined) return undefined;
  const statuses = usable.filter(({ tier }) => tier === 'status');
  const rivals = top.filter(
    (signal) => last.start - signal.end < sameFailure && !isParted(signal, last, statuses),
  );
  const special = rivals.reduce((chosen, signal) => (signal.length >= chosen.length ? signal : chosen));
  const decisive = finalStatus(report, special, statuses) ?? special;
  const isSame = (signal: Signal) =>
    Math.abs(signal.start - decisive.start) < sameFailure && !isParted(signal, decisive, statuses);
  return {
    decisive,
    event: usable.filter(isSame),
    others: usable.filter((signal) => !isSame(signal)),
  };
}

const retryNotice = /retrying|retry in \d|attempt[ =#]?\d|秒[后後]重[试試]/i;

/** A failure that was retried is not the last one when a later status says how the retries ended. */
function finalStatus(report: ReportText, special: Signal, statuses: readonly Signal[]): Signal | undefined {
  const line = lineSpan(report.folded, special.start);
  if (!retryNotice.test(report.folded.slice(line.start, line.end))) return undefined;
  return statuses.findLast(
    ({ start, trust, entry, status }) =>
      trust === 3 &&
      start > line.end &&
      entry !== special.entry &&
      !special.entry.status.includes(status ?? 0),
  );
}

/** A status in between begins another failure, such as that of the next model in a fallback. */
function isParted(one: Signal, other: Signal, statuses: readonly Signal[]): boolean {
  const [signal, last] = one.start <= other.start ? [one, other] : [other, one];
  return statuses.some(({ start, end, trust = 1 }) => trust > 1 && start >= signal.end && end <= last.start);
}

/** Failures before any HTTP answer. */
export const withoutAnswer: ReadonlySet<string> = new Set([
  'network-unreachable',
  'tls-certificate',
  'client-timeout',
]);

/** A failure that came as an HTTP answer happened behind the gateway, not between the user and it. */
function isUpstreamNetwork(signal: Signal, all: readonly Signal[]): boolean {
  if (!withoutAnswer.has(signal.entry.id) || signal.tier === 'status') return false;
  return all.some(
    (other) =>
      other.tier === 'status' &&
      other.trust === 3 &&
      !withoutAnswer.has(other.entry.id) &&
      signal.start - other.end >= 0 &&
      signal.start - other.end < 250,
  );
}

/** Text that an SDK or gateway puts round a failure is no code, however much code stands on the same line. */
const unmistakable =
  /Error code: ?\d{3} - |^\s*\{["']error["']\s?:|\((?:request id|tid): ?[\w-]{14,}|API Error: ?\d{3}|^\s*(?:\w+\.)+\w*(?:Error|Exception): /m;

/** Many signals stand on one line; it is looked at once for each stretch of it. */
function quotedOnce(report: ReportText): (signal: Signal) => boolean {
  const known = new Map<string, boolean>();
  return (signal) => {
    const key = `${lineSpan(report.folded, signal.start).start}:${Math.floor(signal.start / 200)}`;
    const answer = known.get(key) ?? isQuoted(report, signal);
    known.set(key, answer);
    return answer;
  };
}

function isQuoted(report: ReportText, signal: Signal): boolean {
  const { start, end } = lineSpan(report.folded, signal.start);
  const line = report.text.slice(Math.max(start, signal.start - 400), Math.min(end, signal.end + 400));
  return (isQuotedLine(line) || isInCodeFence(report.text, signal.start)) && !unmistakable.test(line);
}
