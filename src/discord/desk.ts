/** The desk of escalation/ as a Discord channel. */
import type { Client } from 'discord.js';
import type { Desk } from '../escalation/desk.ts';
import { failureOf, isGone } from './api-errors.ts';
import type { Settings } from './services.ts';
import { cardView, type CardContext } from './views/card.ts';

export function createDesk(
  client: Client,
  { supportChannelId, supportRoleId }: Settings,
  context: CardContext,
): Desk {
  return {
    post: async (file, nonce) => {
      try {
        const channel = await client.channels.fetch(supportChannelId);
        if (channel?.isSendable() !== true)
          return { kind: 'later', reason: 'the support channel is not there' };
        const sent = await channel.send({
          ...cardView(file, context),
          nonce,
          enforceNonce: true,
          // The one place where errdesk pings anybody; later edits of the card do not ping again.
          allowedMentions: { parse: [], roles: supportRoleId === null ? [] : [supportRoleId] },
        });
        return { kind: 'posted', card: { channelId: sent.channelId, messageId: sent.id } };
      } catch (error) {
        return failureOf(error);
      }
    },

    update: async (file, card) => {
      try {
        const channel = await client.channels.fetch(card.channelId);
        if (channel?.isTextBased() !== true) return { kind: 'gone' };
        await channel.messages.edit(card.messageId, cardView(file, context));
        return { kind: 'updated' };
      } catch (error) {
        return isGone(error) ? { kind: 'gone' } : failureOf(error);
      }
    },
  };
}
