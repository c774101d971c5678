/** The answer to a report, drawn from what is kept of it: it can be drawn again at any time, also after a restart. */
import { checkFor } from '../../escalation/model-of-report.ts';
import type { Incident } from '../../escalation/incident.ts';
import { asksFirst } from '../../escalation/policy.ts';
import type { Facts, Origin, Report } from '../../escalation/report.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { findEntry } from '../../knowledge/knowledge-base.ts';
import type { Say } from '../language/words.ts';
import { allInBrief, alternativesOf, type AnswerContext, causeEmbed, type Read } from './cause-embed.ts';
import { answerButtons, causeSelect, type NameDoubt } from './controls.ts';
import { clip, lines, plain } from './text.ts';
import { colours, plainView, share, type View } from './view.ts';

/** What the report itself does not tell. */
export interface Remarks {
  /** What staff say about this error at the moment. */
  readonly known?: string;
  /** What is open about the same model since before this report. */
  readonly earlier?: Incident;
  /** Files that could not be read, each with the reason. Said once, when the answer is first sent. */
  readonly unread?: readonly string[];
  /** Somebody whose direct messages are closed posted a key. Said once, too. */
  readonly warnInPublic?: boolean;
}

export function answerView(report: Report, context: AnswerContext, remarks: Remarks = {}): View {
  const say = context.words[report.language];
  if (report.outcome === 'dismissed') return setAsideView(say('answer.setAside'));
  const entry = report.entryId === null ? undefined : findEntry(context.knowledge, report.entryId);
  const view =
    entry === undefined ? unsureView(report, context) : certainView(report, entry, context, remarks);
  if (report.outcome === 'solved') return { ...view, content: say('answer.solved'), components: [] };
  return { ...view, content: aboveAnswer(report, remarks, say) };
}

/** What an answer that cannot be kept depends on apart from what was read. */
export interface Unkept extends Pick<Origin, 'language'> {
  /** Staff would have it now if the database were there. */
  readonly escalates: boolean;
}

/**
 * The answer while the database is out of reach: nothing to press, since buttons lead to what is kept, and no word of
 * a case.
 */
export function unkeptAnswerView(
  facts: Facts,
  { language, escalates }: Unkept,
  context: AnswerContext,
  unread: readonly string[],
): View {
  const say = context.words[language];
  const read = { ...facts, language };
  const entry = facts.entryId === null ? undefined : findEntry(context.knowledge, facts.entryId);
  if (entry === undefined) return nearestInBriefView(read, context);
  const staff = escalates ? say('answer.notHandedOver') : '';
  return plainView(causeEmbed(read, entry, context, { unread, staff, earlier: null }));
}

/** Outside the embed, where it is seen first. */
function aboveAnswer({ reporterId }: Report, { known, warnInPublic }: Remarks, say: Say): string {
  return lines(
    warnInPublic === true && say('answer.keyPosted', { who: `<@${reporterId}>` }),
    known !== undefined && `**${say('notice.known')}**\n${plain(known, share.known)}`,
  );
}

function setAsideView(text: string): View {
  return plainView({ color: colours.quiet, description: text });
}

function certainView(report: Report, entry: Entry, context: AnswerContext, remarks: Remarks): View {
  const say = context.words[report.language];
  const doubt = doubtAbout(report, entry, context);
  const { unread, earlier = null } = remarks;
  const staff =
    doubt === 'asked' ? say('name.pressRight', { button: say('button.nameRight') }) : staffText(report, say);
  const embed = causeEmbed(report, entry, context, { unread, staff, earlier });
  return plainView(embed, [answerButtons(report, doubt, say)]);
}

/** Whether the name looks wrong, and then whether staff wait for a word about it or have the case already. */
function doubtAbout(report: Report, entry: Entry, { checkModel }: AnswerContext): NameDoubt {
  const didYouMean = checkFor(entry, report, checkModel)?.didYouMean ?? null;
  if (didYouMean === null || report.outcome !== null) return 'none';
  if (report.caseId !== null) return 'told';
  return asksFirst({ entry, evidence: report }, didYouMean) ? 'asked' : 'none';
}

function staffText({ caseId, model }: Report, say: Say): string {
  if (caseId === null) return '';
  const wanted = model === null ? say('answer.modelWanted', { button: say('button.model') }) : '';
  return lines(say('answer.withStaff', { case: caseId }), wanted);
}

/** Asked, and nothing fits for certain: the nearest causes to choose from, or what to paste. */
function unsureView(report: Report, { knowledge, words }: AnswerContext): View {
  const say = words[report.language];
  const nearest = alternativesOf(report, knowledge);
  if (nearest.length === 0) return nothingView(say);
  return plainView(
    { color: colours.question, title: say('nearest.title'), description: say('nearest.text') },
    [causeSelect(report, nearest, say)],
  );
}

/** The same without a select: then the way out of each stands there at once. */
function nearestInBriefView(report: Read, { knowledge, words }: AnswerContext): View {
  const say = words[report.language];
  const nearest = alternativesOf(report, knowledge);
  if (nearest.length === 0) return nothingView(say);
  const description = allInBrief(nearest, report, knowledge, share.description);
  return plainView({ color: colours.question, title: say('nearest.title'), description });
}

function nothingView(say: Say): View {
  return plainView({
    color: colours.question,
    title: say('nothing.title'),
    description: say('nothing.text'),
  });
}

/** Nothing of what somebody wanted looked at could be read. */
export function unreadableView(reasons: readonly string[], say: Say): View {
  const text = reasons.map((reason) => `• ${reason}`).join('\n');
  return plainView({
    color: colours.question,
    title: say('unreadable.title'),
    description: clip(text, share.description),
  });
}
