/** An incident in one line of a list. */
import type { Incident } from '../../escalation/incident.ts';
import { type CardContext, titleOf } from './card.ts';
import { messageLink } from './link.ts';
import { stateText } from './state.ts';
import { ago, clip, inlineCode } from './text.ts';

/** Longest model name in a list; in full it stands on the card. */
const longestModel = 60;

/** @param guildId the server of the desk, where the card is */
export function incidentLine(incident: Incident, guildId: string | null, context: CardContext): string {
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
