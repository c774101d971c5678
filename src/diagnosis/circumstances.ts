/** Everything besides the error text that bears on whether somebody needs an answer, as plain facts. Pure. */
import type { Decision } from './decide.ts';
import { lineSpan, type ReportText } from './report-text.ts';
import type { Signal } from './signal.ts';
import type { StatusMention } from './status.ts';
import {
  asksForHelp,
  type FrameStrength,
  frameStrength,
  hasProof,
  type LeadIn,
  leadInOf,
} from './surroundings/frame.ts';
import { proseOf } from './surroundings/prose.ts';
import { isQuotedReply, isReleaseNotes, isTestRun } from './surroundings/quoted.ts';
import { asksMeaning, isAdvice, isOver, isOvercome, isPast, isTalkAboutErrors } from './surroundings/talk.ts';
import { isAboutLlmApi, isForeignFailure } from './surroundings/trade.ts';

export interface Circumstances {
  /** Who reports the failure. */
  readonly frame: FrameStrength;
  /** A failing call left marks that nobody types. */
  readonly proof: boolean;
  /** The person asks for help. */
  readonly plea: boolean;
  /** "报错", "says:", a colon or a quotation mark stand right before the text. */
  readonly leadIn: LeadIn;
  readonly over: boolean;
  readonly past: boolean;
  /** Errors are the subject: explained, announced, wished for. */
  readonly subject: boolean;
  /** The person tells somebody else what to do. */
  readonly advice: boolean;
  /** The person asks what it means. */
  readonly asksMeaning: boolean;
  /** The text is quoted with `>` and answered below. */
  readonly quotedReply: boolean;
  readonly releaseNotes: boolean;
  readonly testRun: boolean;
  /** Many codes in few words: a list about errors. */
  readonly list: boolean;
  /** A later try succeeded. */
  readonly overcome: boolean;
  /** Another program fails: on this very line, or somewhere near. */
  readonly foreign: 'here' | 'near' | 'no';
  /** The text names an address. */
  readonly address: boolean;
  /** The report is about calls to a language model. */
  readonly ours: boolean;
}

/** How far around the decisive text a frame, a proof or another program's name is looked for. */
const reach = 1500;

export function circumstancesOf(
  report: ReportText,
  { decisive, event, others }: Decision,
  statuses: readonly StatusMention[],
): Circumstances {
  const { folded, text } = report;
  const around = folded.slice(Math.max(0, decisive.start - reach), decisive.end + reach);
  const span = lineSpan(folded, decisive.start);
  const line = folded.slice(
    Math.max(span.start, decisive.start - 300),
    Math.min(span.end, decisive.end + 300),
  );
  const prose = proseOf(
    folded,
    [...event, ...others].sort((a, b) => a.start - b.start),
  );
  return {
    frame: frameStrength(around),
    proof: hasProof(around),
    plea: asksForHelp(prose),
    leadIn: leadInOf(folded.slice(Math.max(span.start, decisive.start - 40), decisive.start)),
    over: isOver(prose),
    past: isPast(prose),
    subject: isTalkAboutErrors(prose),
    advice: isAdvice(prose),
    asksMeaning: asksMeaning(prose),
    quotedReply: isQuotedReply(text, decisive.start),
    releaseNotes: isReleaseNotes(text),
    testRun: isTestRun(text),
    list: listsStatuses(report, statuses),
    overcome: isResolved(report, decisive),
    foreign: isForeignFailure(line) ? 'here' : isForeignFailure(around) ? 'near' : 'no',
    address: /https?:\/\/(?!localhost|127\.)/.test(around),
    ours: isAboutLlmApi(folded),
  };
}

function listsStatuses(report: ReportText, statuses: readonly StatusMention[]): boolean {
  const distinct = new Set(statuses.map(({ status }) => status)).size;
  return distinct >= 3 && distinct * 200 > report.text.length;
}

/** The log goes on with an answer: a retry overcame the failure. */
function isResolved(report: ReportText, decisive: Signal): boolean {
  const line = lineSpan(report.folded, decisive.start);
  const next = lineSpan(report.folded, Math.min(line.end + 1, report.folded.length));
  if (isOvercome(report.folded.slice(line.start, next.end), report.folded.slice(line.end))) return true;
  // A failing line of an access log means something only until the next one that went well.
  const access = /HTTP\/[\d.]{1,3}["']? \d/.test(report.folded.slice(line.start, line.end));
  if (!access) return false;
  const last = [...report.folded.matchAll(/HTTP\/[\d.]{1,3}["']? (\d)\d\d/g)].at(-1);
  return last?.[1] === '2' && last.index > decisive.start;
}
