/** The card at the desk: what staff need to help, drawn from the case as it is now. */
import type { CaseFile } from '../../escalation/case.ts';
import type { Report } from '../../escalation/report.ts';
import type { Language } from '../../knowledge/entry.ts';
import { findEntry } from '../../knowledge/knowledge-base.ts';
import type { Say } from '../language/words.ts';
import type { AnswerContext } from './answer.ts';
import { headline, shownStatus } from './headline.ts';
import { quotedLine } from './read-facts.ts';
import { clip, inlineCode, lines, moment } from './text.ts';
import { colours, field, plainView, share, type View } from './view.ts';

export interface CardContext extends AnswerContext {
  /** The language of the desk. */
  readonly language: Language;
  /** The role that a new card pings. */
  readonly supportRoleId: string | null;
}

export function cardView(file: CaseFile, context: CardContext): View {
  const { report } = file;
  const say = context.words[context.language];
  const entry = report.entryId === null ? undefined : findEntry(context.knowledge, report.entryId);
  const title =
    entry === undefined ? (report.entryId ?? '?') : headline(entry, report.status, context.language);
  const status = entry === undefined ? report.status : shownStatus(entry, report.status);
  return plainView(
    {
      color: report.outcome === null ? colours.card : colours.quiet,
      title: clip(title, share.title),
      ...described(lines(noteOf(file, say), quotedLine(report))),
      fields: [
        ...field(say('answer.model'), modelText(report, say), 200, true),
        ...field(say('answer.status'), status === null ? '–' : String(status), 20, true),
        ...field(say('card.cause'), inlineCode(report.entryId ?? '', 100), 120, true),
        ...field(say('answer.code'), inlineCode(report.code ?? '', 100), 120, true),
        ...field(say('answer.requestId'), requestText(report), 200, true),
        ...field(say('card.reporter'), `<@${report.reporterId}>`, 100, true),
        ...field(say('card.place'), placeText(report, say), 300, true),
      ],
      footer: { text: clip(say('card.case', { case: file.case.id }), share.footer) },
      timestamp: new Date(file.case.openedAt).toISOString(),
    },
    [],
    context.supportRoleId === null ? '' : `<@&${context.supportRoleId}>`,
  );
}

/** Discord shows an empty description as a gap. */
function described(description: string): { description?: string } {
  return description === '' ? {} : { description };
}

function noteOf({ case: { openedBy }, report: { outcome } }: CaseFile, say: Say): string {
  if (outcome === 'solved' || outcome === 'dismissed' || outcome === 'gone') return say(`card.${outcome}`);
  return openedBy === 'asker' ? say('card.openedByAsker') : '';
}

function modelText({ model }: Report, say: Say): string {
  return model === null ? say('card.modelUnknown') : inlineCode(model, 100);
}

function requestText({ requestId, requestTime }: Report): string {
  return requestId === null ? '' : `${inlineCode(requestId, 100)} ${moment(requestTime)}`.trimEnd();
}

/** A command has no message of its own: there the link leads to the answer. */
function placeText(report: Report, say: Say): string {
  if (report.guildId === null) return say('card.directMessage');
  const messageId = report.kind === 'command' ? report.answer?.messageId : report.source;
  const channel = `<#${report.channelId}>`;
  if (messageId === undefined) return channel;
  const link = messageLink(report.guildId, report.channelId, messageId);
  return `${channel} · [${say('card.message')}](${link})`;
}

export function messageLink(guildId: string | null, channelId: string, messageId: string): string {
  return `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${messageId}`;
}
