/** The courier's hands: what the outbox owes, said in Discord. */
import { type Client, type REST, Routes } from 'discord.js';
import type { Deliverer, Delivered } from '../../escalation/deliverer.ts';
import type { Incident, IncidentFile } from '../../escalation/incident.ts';
import type { MessageRef } from '../../escalation/report.ts';
import { failureOf, isGone } from '../api-errors.ts';
import type { SettingsOf } from '../settings.ts';
import type { AnswerContext } from '../views/cause-embed.ts';
import { type CardContext, cardView } from '../views/card.ts';
import { digestView } from '../views/digest.ts';
import { placeOf } from '../views/link.ts';
import { noticeView } from '../views/notice.ts';
import type { View } from '../views/view.ts';
import { createDeliveryRest } from './rest.ts';
import { createSend } from './send.ts';
import { isCardOf, isDigestLike, isReplyLike } from './trace.ts';

export interface DelivererParts extends AnswerContext, Pick<CardContext, 'catalogue'> {
  readonly client: Client;
  readonly settingsOf: SettingsOf;
  /** Other unfinished incidents with the same model. */
  readonly related: (incident: Incident) => Promise<readonly Incident[]>;
  /** The language of cards where a server has not set one. */
  readonly defaultLanguage: CardContext['language'];
}

export function createDeliverer(parts: DelivererParts): Deliverer {
  const { client, words, settingsOf } = parts;
  const own = createDeliveryRest(client);
  const send = createSend();
  const me = () => client.user?.id ?? '';
  const rest = (): REST => own.setToken(client.token ?? '');

  const place = async (guildId: string | null) => {
    const settings = await settingsOf(guildId);
    return { ...settings, context: { ...parts, language: settings.language ?? parts.defaultLanguage } };
  };

  const draw = async (file: IncidentFile, context: CardContext): Promise<View> =>
    cardView(file, context, { related: await parts.related(file.incident) });

  return {
    postCard: async (file, ping, sending) => {
      const { guildId, id, openedAt } = file.incident;
      const { supportChannelId, supportRoleId, context } = await place(guildId);
      const posted = await attempt(async () => {
        const role = ping ? supportRoleId : null;
        const view = await draw(file, context);
        const outgoing = { ...view, content: mention(role), pings: { roles: listed(role) } };
        const trace = { after: openedAt, fits: isCardOf(id, me()) };
        const sent = await send(rest(), supportChannelId, outgoing, sending, trace);
        // What an earlier attempt left there may show the past.
        if (sending.mayHaveArrived && sent.kind === 'sent') await redraw(rest(), view, sent.message);
        return sent;
      });
      if (posted.kind !== 'never') return posted;
      // Refused where the desk was a moment ago: somebody has just moved it, and nobody would try again.
      const now = await settingsOf(guildId);
      return now.supportChannelId === supportChannelId
        ? posted
        : { ...posted, kind: 'later', retryAfterMs: 0 };
    },

    editCard: (file, card) =>
      attempt(async () => {
        const { context } = await place(file.incident.guildId);
        await redraw(rest(), await draw(file, context), card);
        return { kind: 'sent', message: card };
      }, 'gone'),

    remind: (file, sending) =>
      attempt(async () => {
        const { supportChannelId, supportRoleId, context } = await place(file.incident.guildId);
        const { channelId, messageId } = file.incident.card ?? {
          channelId: supportChannelId,
          messageId: undefined,
        };
        const content = words[context.language]('card.pingAgain', { role: mention(supportRoleId) }).trim();
        const outgoing = { content, pings: { roles: listed(supportRoleId) }, ...repliedTo(messageId) };
        const after = messageId ?? file.incident.openedAt;
        return send(rest(), channelId, outgoing, sending, {
          after,
          fits: isReplyLike(content, messageId, me()),
        });
      }, 'gone'),

    digest: (digest, sending) =>
      attempt(async () => {
        const { supportChannelId, context } = await place(digest.guildId);
        const desk = client.channels.cache.get(supportChannelId);
        const deskGuildId = desk !== undefined && 'guildId' in desk ? desk.guildId : digest.guildId;
        const view = digestView(digest, deskGuildId, context);
        // Half a day back: the one of yesterday is not the one of today.
        const after = Date.now() - 12 * 60 * 60_000;
        return send(rest(), supportChannelId, view, sending, { after, fits: isDigestLike(view, me()) });
      }),

    notify: (notice, sending) =>
      attempt(async () => {
        const to = placeOf(notice.report);
        if (to === null) return { kind: 'gone' };
        const view = noticeView(notice, words[notice.report.language]);
        const outgoing = { ...view, pings: { users: [notice.userId] }, replyTo: to.messageId };
        return send(rest(), to.channelId, outgoing, sending, {
          after: to.messageId,
          fits: isReplyLike(view.content, to.messageId, me(), view.embeds[0]?.description),
        });
      }, 'gone'),
  };
}

/** Without the content: the ping in it stays as it was. */
async function redraw(
  rest: REST,
  { embeds, components }: View,
  { channelId, messageId }: MessageRef,
): Promise<void> {
  const body = { embeds, components, allowed_mentions: { parse: [] } };
  await rest.patch(Routes.channelMessage(channelId, messageId), { body });
}

/** @param missing what it means that a message is not there: for a new card it is the channel that is missing */
async function attempt(
  work: () => Promise<Delivered>,
  missing: 'gone' | 'never' = 'never',
): Promise<Delivered> {
  try {
    return await work();
  } catch (error) {
    return missing === 'gone' && isGone(error) ? { kind: 'gone' } : failureOf(error);
  }
}

function mention(roleId: string | null): string {
  return roleId === null ? '' : `<@&${roleId}>`;
}

function listed(roleId: string | null): string[] {
  return roleId === null ? [] : [roleId];
}

function repliedTo(messageId: string | undefined): { replyTo?: string } {
  return messageId === undefined ? {} : { replyTo: messageId };
}
