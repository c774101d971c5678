/** An incident in one line of a list. */
import type { Incident } from '../../escalation/incident.ts';
import type { Report } from '../../escalation/report.ts';
import type { Language } from '../../knowledge/entry.ts';
import { findEntry, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Words } from '../language/words.ts';
import { headline } from './headline.ts';
import { messageLink } from './link.ts';
import { stateText } from './state.ts';
import { ago, clip, inlineCode } from './text.ts';

export interface LineContext {
  readonly knowledge: KnowledgeBase;
  readonly words: Words;
  readonly language: Language;
}

/** Longest model name in a list; in full it stands on the card. */
const longestModel = 60;

/** @param guildId the server of the desk, where the card is */
export function incidentLine(incident: Incident, guildId: string | null, context: LineContext): string {
  const say = context.words[context.language];
  const { card, model } = incident;
  const link = card === null ? say('cases.noCard') : `[${say('cases.card')}](${messageLink(guildId, card)})`;
  return say('cases.line', {
    title: clip(titleOf(incident, null, context), 100),
    model: model === null ? '–' : inlineCode(model, longestModel),
    state: stateText(incident, say),
    reports: String(incident.count),
    since: ago(incident.openedAt),
    link,
  });
}

/** `503 · Model unavailable`, as in the answers. */
export function titleOf(
  { entryId }: Incident,
  latest: Report | null | undefined,
  { knowledge, language }: LineContext,
): string {
  const entry = entryId === null ? undefined : findEntry(knowledge, entryId);
  return entry === undefined ? (entryId ?? '?') : headline(entry, latest?.status ?? null, language);
}
