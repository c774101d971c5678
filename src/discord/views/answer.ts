/** The answer to a report, drawn from what is kept of it: it can be drawn again at any time, also after a restart. */
import type { APIEmbed } from 'discord.js';
import type { Incident } from '../../escalation/incident.ts';
import { asksFirst } from '../../escalation/policy.ts';
import type { Facts, Origin, Report } from '../../escalation/report.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { findEntry, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { CheckModel, ModelCheck } from '../../models/check-model.ts';
import type { PlatformStatus } from '../../models/live/status-latch.ts';
import type { Say, Words } from '../language/words.ts';
import { answerButtons, causeSelect, type NameDoubt } from './controls.ts';
import { headline } from './headline.ts';
import { checkFor, nameNote } from './name-check.ts';
import { nowForReporter } from './platform-now.ts';
import { readFacts } from './read-facts.ts';
import { fillSite, linksOf } from './site-text.ts';
import { clip, lines, numbered, plain } from './text.ts';
import { colours, field, plainView, share, type View } from './view.ts';

export interface AnswerContext {
  readonly knowledge: KnowledgeBase;
  readonly words: Words;
  readonly checkModel: CheckModel;
  readonly platformStatus: () => PlatformStatus;
}

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

/** A quoted line longer than this says more than a bare code does. */
const bareLine = 40;

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

/** The causes that a report may also have, as entries; those that have left the knowledge base are left out. */
export function alternativesOf(report: Facts, knowledge: KnowledgeBase): Entry[] {
  return report.alternatives.flatMap((id) => findEntry(knowledge, id) ?? []);
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
  if (didYouMean === null) return 'none';
  if (report.caseId !== null) return 'told';
  return asksFirst({ entry, evidence: report }, didYouMean) ? 'asked' : 'none';
}

/** What was read, in the language of whoever asked: all that cause and steps depend on, kept or not. */
type Read = Facts & Pick<Origin, 'language'>;

function causeEmbed(
  report: Read,
  entry: Entry,
  { knowledge, words, checkModel, platformStatus }: AnswerContext,
  about: {
    readonly unread: readonly string[] | undefined;
    readonly staff: string;
    readonly earlier: Incident | null;
  },
): APIEmbed {
  const { site } = knowledge;
  const { language } = report;
  const say = words[language];
  const steps = numbered(entry.solution[language]);
  const note = report.upstream ? entry.upstream?.note[language] : undefined;
  const cause = lines(note === undefined ? '' : `**${note}**\n`, entry.cause[language]);
  const text = fillSite(`${cause}\n\n**${say('answer.steps')}**\n${steps}`, site);
  const links = linksOf(entry, site, language, share.links);
  const check = checkFor(entry, report, checkModel);
  const name = check !== null && concernsReporter(check) ? nameNote(check, report, say, language) : null;
  const unread = about.unread?.length ? say('answer.unread', { files: about.unread.join(', ') }) : '';
  return {
    color: colours.answer,
    title: clip(headline(entry, report.status, language), share.title),
    description: clip(text, share.description),
    fields: [
      ...(name === null ? [] : field(name.title, name.text, share.name)),
      ...field(say('now.title'), nowForReporter(platformStatus(), about.earlier, say), share.now),
      ...field(say('answer.alsoPossible'), alsoPossible(report, knowledge), share.alsoPossible),
      ...field(say('answer.read'), readFacts(report, say), share.read),
      ...field(say('answer.alsoSeen'), alsoSeen(report, knowledge), share.alsoSeen),
      ...field('📎', unread, share.unread),
      ...field(say('answer.staff'), about.staff, share.staff),
      ...field(say('answer.links'), links, share.links),
    ],
  };
}

/** That errdesk itself does not know a name says nothing to somebody who uses it. */
function concernsReporter({ source, nearest }: ModelCheck): boolean {
  return source === 'live' || nearest.length > 0;
}

function staffText({ caseId, model }: Report, say: Say): string {
  if (caseId === null) return '';
  const wanted = model === null ? say('answer.modelWanted', { button: say('button.model') }) : '';
  return lines(say('answer.withStaff', { case: caseId }), wanted);
}

/** A bare code says nothing about which of its causes it is: then the others stand in the answer too, in brief. */
function alsoPossible(report: Read, knowledge: KnowledgeBase): string {
  if (!isBareCode(report)) return '';
  return allInBrief(alternativesOf(report, knowledge), report, knowledge, share.alsoPossible);
}

/** Each gets the same part of the room. */
function allInBrief(entries: readonly Entry[], report: Read, knowledge: KnowledgeBase, room: number): string {
  const most = Math.floor(room / Math.max(entries.length, 1)) - 1;
  return entries.map((entry) => inBrief(entry, report, knowledge, most)).join('\n');
}

/** Other failures of a long log, so that nobody mends the wrong one. */
function alsoSeen({ alsoSeen: seen, language }: Read, knowledge: KnowledgeBase): string {
  return seen
    .flatMap(({ entryId, count }) => {
      const entry = findEntry(knowledge, entryId);
      return entry === undefined ? [] : [`${headline(entry, null, language)} ×${count}`];
    })
    .join(', ');
}

/** The title and as many whole steps as fit. */
function inBrief(entry: Entry, { language, status }: Read, { site }: KnowledgeBase, most: number): string {
  const [first = '', ...rest] = entry.solution[language].map((step) => fillSite(step, site));
  let text = clip(`**${headline(entry, status, language)}**: ${first}`, most);
  for (const step of rest) {
    if (`${text} → ${step}`.length > most) break;
    text = `${text} → ${step}`;
  }
  return text;
}

function isBareCode({ status, code, requestId, line }: Facts): boolean {
  return status !== null && code === null && requestId === null && (line ?? '').length <= bareLine;
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
