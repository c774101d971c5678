/** The card at the desk: what staff need to help, drawn from the incident as it is now. */
import { checkFor } from '../../escalation/model-of-report.ts';
import type { Incident, IncidentFile } from '../../escalation/incident.ts';
import { nobody, type Report } from '../../escalation/report.ts';
import type { Language } from '../../knowledge/entry.ts';
import { findEntry } from '../../knowledge/knowledge-base.ts';
import type { Catalogue } from '../../models/model.ts';
import type { Say } from '../language/words.ts';
import type { AnswerContext } from './cause-embed.ts';
import { cardButtons } from './card-controls.ts';
import { shownStatus } from './headline.ts';
import { incidentLine, titleOf } from './incident-line.ts';
import { messageLink, placeOf } from './link.ts';
import { nameNote, type NameNote } from './name-check.ts';
import { nowForStaff } from './platform-now.ts';
import { quotedLine } from './read-facts.ts';
import { stateText } from './state.ts';
import { clip, inlineCode, lines, momentOf, moment, plain } from './text.ts';
import { colours, field, plainView, share, type View } from './view.ts';

export interface CardContext extends AnswerContext {
  readonly catalogue: () => Catalogue;
  /** The language of the desk. */
  readonly language: Language;
}

/** What else is known at the moment that the card is drawn. */
export interface CardRemarks {
  /** Other unfinished incidents with the same model. */
  readonly related: readonly Incident[];
}

/** Most that a note or a notice takes of the card; each stands elsewhere in full. */
const longestQuote = 600;

export function cardView(file: IncidentFile, context: CardContext, { related }: CardRemarks): View {
  const { incident } = file;
  const say = context.words[context.language];
  const latest = file.recent[0] ?? file.first;
  const status = statusOf(incident, latest, context);
  const name = nameOf(file, context);
  return plainView(
    {
      color: colourOf(incident),
      title: clip(titleOf(incident, latest, context), share.title),
      ...described(descriptionOf(file, say)),
      fields: [
        ...field(say('answer.model'), modelText(incident, latest, say), 200, true),
        ...(name === null ? [] : field(name.title, name.text, share.name)),
        ...field(say('answer.status'), status === null ? '–' : String(status), 20, true),
        ...field(say('card.cause'), inlineCode(incident.entryId ?? '', 100), 120, true),
        ...field(say('answer.code'), inlineCode(latest?.code ?? '', 100), 120, true),
        ...field(say('card.state'), stateText(incident, say), 200, true),
        ...field(say('card.since'), momentOf(incident.openedAt), 100, true),
        ...field(say('now.title'), nowText(incident, related, context, say), 620),
        ...field(say('card.reporters'), reportersText(file, say), 500),
        ...field(say('card.cases'), caseIds(file.recent), 120, true),
        ...field(say('answer.requestId'), requestIds(file.recent), 900),
        ...field(say('card.first'), placeText(file.first, say), 200, true),
        ...field(say('card.latest'), incident.count > 1 ? placeText(latest, say) : '', 200, true),
        ...field(say('card.thread'), incident.threadId === null ? '' : `<#${incident.threadId}>`, 50, true),
      ],
      footer: { text: clip(say('card.incident', { incident: incident.id }), share.footer) },
      timestamp: new Date(incident.openedAt).toISOString(),
    },
    cardButtons(incident, say),
  );
}

/** What the model list says of the name, as the latest report wrote it. */
function nameOf({ incident, recent, first }: IncidentFile, context: CardContext): NameNote | null {
  const { knowledge, checkModel, words, language } = context;
  const latest = recent[0] ?? first;
  const entry = findEntry(knowledge, incident.entryId ?? '') ?? null;
  if (latest === null || incident.closedAt !== null) return null;
  const check = checkFor(entry, latest, checkModel);
  return check && nameNote(check, latest, words[language], language);
}

/** Not for what is over: then it would be read as if it were still so. */
function nowText(incident: Incident, related: readonly Incident[], context: CardContext, say: Say): string {
  if (incident.closedAt !== null) return '';
  return lines(
    nowForStaff(context.platformStatus(), context.catalogue(), say),
    ...related.map((other) => incidentLine(other, incident.guildId, context)),
  );
}

function statusOf({ entryId }: Incident, latest: Report | null, { knowledge }: CardContext): number | null {
  const entry = entryId === null ? undefined : findEntry(knowledge, entryId);
  const status = latest?.status ?? null;
  return entry === undefined ? status : shownStatus(entry, status);
}

function colourOf({ state }: Incident): number {
  return (
    { open: colours.card, claimed: colours.claimed, resolved: colours.done }[state as string] ?? colours.quiet
  );
}

/** Discord shows an empty description as a gap. */
function described(description: string): { description?: string } {
  return description === '' ? {} : { description };
}

function descriptionOf({ incident, recent, first }: IncidentFile, say: Say): string {
  const latest = recent[0] ?? first;
  const { notice, note } = incident;
  return lines(
    // A closed incident says nothing to anybody any more.
    notice !== null &&
      incident.closedAt === null &&
      say('card.known', { text: plain(notice.text, longestQuote) }),
    latest === null
      ? incident.state !== 'merged' && say('card.nobodyYet')
      : incident.count === 1 && reporterSays(latest, say),
    latest !== null && quotedLine(latest),
    note !== null && `✅ ${plain(note, longestQuote)}`,
  );
}

/** What became of the only report there is. */
function reporterSays({ outcome, reporterId }: Report, say: Say): string {
  if (reporterId === nobody) return '';
  return outcome === 'solved' || outcome === 'dismissed' || outcome === 'gone' ? say(`card.${outcome}`) : '';
}

function modelText({ model }: Incident, latest: Report | null, say: Say): string {
  if (model !== null) return inlineCode(model, 100);
  return latest === null ? say('incident.anyModel') : say('card.modelUnknown');
}

function reportersText({ incident, reporters, reporterCount, waiting }: IncidentFile, say: Say): string {
  if (incident.count === 0) return '';
  const more = reporterCount > reporters.length ? ' …' : '';
  const counts = say('card.counts', {
    people: String(reporterCount),
    reports: String(incident.count),
    waiting: String(waiting),
  });
  const names = reporters.map((id) => (id === nobody ? say('card.forgotten') : `<@${id}>`));
  return `${names.join(' ')}${more}\n${counts}`;
}

/** The numbers that the users were told. */
function caseIds(recent: readonly Report[]): string {
  return recent.flatMap(({ caseId }) => (caseId === null ? [] : [inlineCode(caseId, 12)])).join(' ');
}

/** One a line, each with the time that stands in it. */
function requestIds(recent: readonly Report[]): string {
  const ids = new Map(
    recent.flatMap(({ requestId, requestTime }) => (requestId === null ? [] : [[requestId, requestTime]])),
  );
  return lines(...[...ids].map(([id, time]) => `${inlineCode(id, 100)} ${moment(time)}`.trimEnd()));
}

function placeText(report: Report | null, say: Say): string {
  if (report === null) return '';
  if (report.guildId === null) return say('card.directMessage');
  const channel = `<#${report.channelId}>`;
  const place = placeOf(report);
  return place === null ? channel : `${channel} · ${messageLink(report.guildId, place)}`;
}
