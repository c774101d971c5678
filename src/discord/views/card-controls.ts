/** The buttons of a card, and the modals that they open. */
import {
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Incident, IncidentFile } from '../../escalation/incident.ts';
import { type CardAction, encodeCustomId } from '../custom-id.ts';
import type { Say } from '../language/words.ts';
import { textQuestion } from './question.ts';
import { clip } from './text.ts';
import type { Row } from './view.ts';

export const noteField = 'note';
export const replyField = 'text';
export const recipientField = 'to';
/** The value of "Everybody" in the select of recipients. No case has this id. */
export const everybody = '-';

/** What staff write must fit a message together with what stands around it. */
export const longestReply = 1500;

/** What makes sense in the state it is in. The state is checked again at the click: cards are pictures of the past. */
export function cardButtons({ id, state }: Incident, say: Say): Row[] {
  const button = (
    action: Exclude<CardAction, 'note' | 'send'>,
    style: ButtonStyle.Success | ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary,
  ) => ({
    type: ComponentType.Button as const,
    custom_id: encodeCustomId(action, id),
    label: clip(say(`staff.${action}`), 80),
    style,
  });
  if (state === 'merged') return [];
  const components =
    state === 'open' || state === 'claimed'
      ? [
          ...(state === 'open' ? [button('claim', ButtonStyle.Primary)] : []),
          button('resolve', ButtonStyle.Success),
          button('reply'),
          button('thread'),
          button('dismiss'),
        ]
      : [button('reopen', ButtonStyle.Primary), button('reply')];
  return [{ type: ComponentType.ActionRow, components }];
}

/** Asks for the optional note to the users. */
export function resolveModal({ id }: Incident, say: Say): APIModalInteractionResponseCallbackData {
  return {
    custom_id: encodeCustomId('note', id),
    title: clip(say('resolveModal.title'), 45),
    components: [
      textQuestion(say('resolveModal.label'), say('resolveModal.description'), {
        custom_id: noteField,
        style: TextInputStyle.Paragraph,
        max_length: longestReply,
        required: false,
      }),
    ],
  };
}

/** Asks for the reply and, when several people wait, for whom it is. */
export function replyModal(
  file: IncidentFile,
  recipients: readonly APISelectMenuOption[],
  say: Say,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: encodeCustomId('send', file.incident.id),
    title: clip(say('replyModal.title'), 45),
    components: [
      textQuestion(say('replyModal.label'), say('replyModal.description'), {
        custom_id: replyField,
        style: TextInputStyle.Paragraph,
        min_length: 1,
        max_length: longestReply,
        required: true,
      }),
      ...(recipients.length < 2
        ? []
        : [
            {
              type: ComponentType.Label as const,
              label: clip(say('replyModal.to'), 45),
              component: {
                type: ComponentType.StringSelect as const,
                custom_id: recipientField,
                required: true,
                options: [...recipients],
              },
            },
          ]),
    ],
  };
}
