/** A cause as an embed: what happened, what to do, what was read. */
import type { APIEmbed } from 'discord.js';
import { checkFor } from '../../escalation/model-of-report.ts';
import type { Incident } from '../../escalation/incident.ts';
import type { Facts, Origin } from '../../escalation/report.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { findEntry, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { CheckModel, ModelCheck } from '../../models/check-model.ts';
import type { PlatformStatus } from '../../models/live/status-latch.ts';
import type { Say, Words } from '../language/words.ts';
import { headline } from './headline.ts';
import { nameNote } from './name-check.ts';
import { nowForReporter } from './platform-now.ts';
import { readFacts } from './read-facts.ts';
import { fillSite, linksOf } from './site-text.ts';
import { clip, lines, numbered } from './text.ts';
import { colours, field, share } from './view.ts';

export interface AnswerContext {
  readonly knowledge: KnowledgeBase;
  readonly words: Words;
  readonly checkModel: CheckModel;
  readonly platformStatus: () => PlatformStatus;
}

/** A quoted line longer than this says more than a bare code does. */
const bareLine = 40;

/** What was read, in the language of whoever asked: all that cause and steps depend on, kept or not. */
export type Read = Facts & Pick<Origin, 'language'>;

/** The cause and the way out; the name of the model before all, since it may be the whole trouble. */
export function causeEmbed(
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
  const unread = about.unread?.length ? say('answer.unread', { files: about.unread.join(', ') }) : '';
  return {
    color: colours.answer,
    title: clip(headline(entry, report.status, language), share.title),
    description: clip(lines(nameText(report, entry, checkModel, say), text), share.description),
    fields: [
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

function nameText(report: Read, entry: Entry, checkModel: CheckModel, say: Say): string {
  const check = checkFor(entry, report, checkModel);
  const note =
    check !== null && concernsReporter(check) ? nameNote(check, report, say, report.language) : null;
  return note === null ? '' : `**${note.title}**\n${clip(note.text, share.name)}\n`;
}

/** That errdesk itself does not know a name says nothing to somebody who uses it. */
function concernsReporter({ source, nearest }: ModelCheck): boolean {
  return source === 'live' || nearest.length > 0;
}

/** The causes that a report may also have, as entries; those that have left the knowledge base are left out. */
export function alternativesOf(report: Facts, knowledge: KnowledgeBase): Entry[] {
  return report.alternatives.flatMap((id) => findEntry(knowledge, id) ?? []);
}

/** A bare code says nothing about which of its causes it is: then the others stand in the answer too, in brief. */
function alsoPossible(report: Read, knowledge: KnowledgeBase): string {
  if (!isBareCode(report)) return '';
  return allInBrief(alternativesOf(report, knowledge), report, knowledge, share.alsoPossible);
}

/** Each gets the same part of the room. */
export function allInBrief(
  entries: readonly Entry[],
  report: Read,
  knowledge: KnowledgeBase,
  room: number,
): string {
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
