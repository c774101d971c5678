/** Which of the models in a report the failing request used. Pure. */
import type { Decision } from './decide.ts';
import { findModels, type ModelMention } from './model-name.ts';
import { lineSpan, type ReportText, wentWell } from './report-text.ts';
import type { Signal } from './signal.ts';

/** How far before the failure a log may name the model of the request, in characters. */
const nearBefore = 600;

/**
 * The text of the error names it best; then a field on the line of the failure; then the only name there is in the
 * report; then the one asked for right before; then the only one of a configuration. Nothing to choose by: none, since a wrong name misleads staff.
 */
export function modelOfFailure(
  report: ReportText,
  { decisive, event }: Decision,
  looksLikeModel: (word: string) => boolean,
): string | null {
  const own = decisive.model ?? event.findLast((signal) => signal.model !== undefined)?.model;
  if (own !== undefined) return own;
  const mentions = findModels(report.folded, looksLikeModel).filter(
    (mention) => !isOfLaterCommand(report, mention, decisive),
  );
  const usable = mentions.filter((mention) => !isAside(report, mention));
  const line = lineSpan(report.folded, decisive.start);
  const here = usable.filter(({ start }) => start >= line.start && start < line.end);
  const named = usable.filter(isNamed);
  return (
    only(here.filter(isNamed)) ??
    only(here) ??
    only(named) ??
    (named.length === 0 ? only(usable) : nearestBefore(named, decisive)) ??
    (usable.length === 0
      ? only(mentions.filter((mention) => isNamed(mention) && !isBilled(report, mention)))
      : null)
  );
}

function isNamed({ kind }: ModelMention): boolean {
  return kind === 'named';
}

/** A log tells which model is asked for right before the request fails. */
function nearestBefore(mentions: readonly ModelMention[], decisive: Signal): string | null {
  const last = mentions.findLast(({ start }) => start < decisive.start);
  return last !== undefined && decisive.start - last.start < nearBefore ? last.name : null;
}

function only(mentions: readonly ModelMention[]): string | null {
  const names = new Set(mentions.map(({ name }) => name));
  return names.size === 1 ? (mentions[0]?.name ?? null) : null;
}

/** `LLM_MODEL=…` */
const environmentLine = /^\s*[A-Z]+_[A-Z_]+\s?=/;
/** A command typed after the failure. */
const laterCommand = /\bcurl\s+(?:-|["']?https?:)|^\S*[#$%>] /m;

/** A log line of success, an environment's default: another request's model, unless there is no other. */
function isAside(report: ReportText, mention: ModelMention): boolean {
  const line = lineOf(report, mention);
  return wentWell(line) || environmentLine.test(line);
}

/** Gateways of the one-api family note what an answered request has used. */
function isBilled(report: ReportText, mention: ModelMention): boolean {
  return /\bconsume log\b/.test(lineOf(report, mention));
}

function lineOf(report: ReportText, { start }: ModelMention): string {
  const line = lineSpan(report.folded, start);
  return report.folded.slice(line.start, line.end);
}

/** A command that was tried after the failure asks for a model of its own. */
function isOfLaterCommand(report: ReportText, mention: ModelMention, decisive: Signal): boolean {
  return mention.start >= decisive.end && laterCommand.test(report.folded.slice(decisive.end, mention.start));
}
