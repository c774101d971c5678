/** Messages of a channel: list, get, create, edit, delete; and the typing sign. */
import { MessageFlags, MessageType, PermissionFlagsBits as P, type APIMessage } from 'discord-api-types/v10';
import * as spec from 'discord-api-spec/zod';
import type { Hono } from 'hono';
import { messageFlags } from '../../world/flags.ts';
import { pingsOf } from '../../world/mentions.ts';
import { changeMessage, mentionFields, postMessage, removeMessage } from '../../world/messages.ts';
import { mayDo, speaking } from '../../world/permissions.ts';
import { present } from '../../world/present.ts';
import { addThreadMember, changeThread } from '../../world/threads.ts';
import type { Channel } from '../../world/types.ts';
import { takesDirectMessages } from '../../world/people.ts';
import { dispatch, timestamp, type World } from '../../world/world.ts';
import { need, reachChannel, reachMessage } from '../access.ts';
import { checkMessageBody, type MessageBody } from '../checks/message-body.ts';
import { NO_PARTS, compose, partsOf, refuseEmpty, type Parts } from '../compose.ts';
import { idParam, type RestContext, type RestEnv } from '../env.ts';
import { FormErrors } from '../form-errors.ts';
import { refuse } from '../refusal.ts';
import { shown } from '../show.ts';
import { referenceOf } from '../reference.ts';
import { listMessages } from '../list-messages.ts';

/** Discord says "the past few minutes". */
const NONCE_MEMORY = 5 * 60_000;

const SETTABLE =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export function messageRoutes(app: Hono<RestEnv>, world: World): void {
  const base = '/channels/:channel/messages';
  app.get(base, (c) =>
    c.json(listMessages(world, reachChannel(world, idParam(c, 'channel')), c.req.query())),
  );
  app.get(`${base}/:message`, (c) => c.json(getMessage(world, c)));
  app.post(base, (c) => c.json(createMessage(world, c)));
  app.patch(`${base}/:message`, (c) => c.json(editMessage(world, c)));
  app.delete(`${base}/:message`, (c) => {
    deleteMessage(world, c);
    return c.body(null, 204);
  });
  app.post('/channels/:channel/typing', (c) => {
    const channel = reachChannel(world, idParam(c, 'channel'));
    need(world, channel, speaking(channel));
    const userId = world.application.id;
    const at = Math.floor(world.now() / 1000);
    dispatch(
      world,
      'TYPING_START',
      present({
        channel_id: channel.id,
        guild_id: channel.guildId ?? undefined,
        user_id: userId,
        timestamp: at,
      }),
      channel,
    );
    world.events.emit('typing', { channelId: channel.id, userId });
    return c.body(null, 204);
  });
}

function getMessage(world: World, c: RestContext): APIMessage {
  const channel = reachChannel(world, idParam(c, 'channel'));
  if (!mayDo(world, channel, world.application.id, P.ReadMessageHistory)) refuse('missingAccess');
  return shown(world, reachMessage(world, channel, idParam(c, 'message')));
}

function createMessage(world: World, c: RestContext): APIMessage {
  const channel = reachChannel(world, idParam(c, 'channel'));
  maySpeak(world, channel, c.get('files').length > 0);
  const files = c.get('files');
  const body = checkMessageBody(c.get('json') ?? {}, {
    schema: spec.MessageCreateRequestSchema,
    fileCount: files.length,
    errors: new FormErrors(),
  });
  const twin = earlierTwin(world, body);
  if (twin) return shown(world, twin);
  const { reference, snapshots, repliedUserId } = referenceOf(world, channel, body.message_reference);
  const parts = withoutForbiddenEmbeds(world, channel, compose(world, body, files, channel.id, NO_PARTS));
  if (!snapshots) refuseEmpty(parts, body);
  wakeThread(world, channel);
  const pinged = pingsOf(world, {
    channel,
    authorId: world.application.id,
    content: parts.content,
    allowed: body.allowed_mentions,
    repliedUserId,
  });
  if (channel.thread) for (const id of pinged.users) addThreadMember(world, channel, id);
  const message = postMessage(world, {
    channel,
    author: world.application.bot,
    type: reference && !snapshots ? MessageType.Reply : MessageType.Default,
    ...parts,
    reference,
    snapshots,
    nonce: body.nonce ?? undefined,
    flags: ((body.flags ?? 0) & SETTABLE) | (snapshots ? MessageFlags.HasSnapshot : 0),
    pinged,
  });
  return present({ ...shown(world, message), nonce: body.nonce ?? undefined });
}

function maySpeak(world: World, channel: Channel, withFiles: boolean): void {
  if (channel.recipientId && !takesDirectMessages(world, channel.recipientId))
    refuse('closedToDirectMessages');
  need(world, channel, speaking(channel));
  if (withFiles) need(world, channel, P.AttachFiles);
}

/** Text survives without its embeds; embeds alone are refused. */
function withoutForbiddenEmbeds(world: World, channel: Channel, parts: Parts): Parts {
  if (parts.embeds.length === 0 || mayDo(world, channel, world.application.id, P.EmbedLinks)) return parts;
  if (!parts.content && parts.attachments.length === 0) refuse('missingPermissions');
  return { ...parts, embeds: [] };
}

function earlierTwin(world: World, { nonce, enforce_nonce: enforced }: MessageBody): APIMessage | undefined {
  if (!enforced || nonce == null) return undefined;
  for (const inChannel of world.messages.values()) {
    for (const message of inChannel.values()) {
      const same =
        world.facts.get(message.id)?.nonce === String(nonce) && message.author.id === world.application.id;
      if (same && world.now() - Date.parse(message.timestamp) < NONCE_MEMORY)
        return present({ ...message, nonce });
    }
  }
  return undefined;
}

/** Writing to an archived thread wakes it, unless it is locked. */
export function wakeThread(world: World, channel: Channel): void {
  if (!channel.thread?.metadata.archived) return;
  if (channel.thread.metadata.locked && !mayDo(world, channel, world.application.id, P.ManageThreads))
    refuse('threadArchived');
  changeThread(world, channel, { archived: false });
}

function editMessage(world: World, c: RestContext): APIMessage {
  const channel = reachChannel(world, idParam(c, 'channel'));
  const before = reachMessage(world, channel, idParam(c, 'message'));
  const files = c.get('files');
  const body = checkMessageBody(c.get('json') ?? {}, {
    schema: spec.MessageEditRequestPartialSchema,
    fileCount: files.length,
    errors: new FormErrors(),
    flags: before.flags,
  });
  if (before.author.id !== world.application.id) return suppressEmbeds(world, channel, before, body);
  if (channel.thread?.metadata.archived) refuse('threadArchived');
  const parts = compose(world, body, files, channel.id, partsOf(before));
  const allowed = withoutForbiddenEmbeds(world, channel, parts);
  refuseEmpty(allowed, body);
  return shown(
    world,
    changeMessage(world, channel, before.id, editOf(world, channel, before, body, allowed)),
  );
}

/** The only thing that may be changed in another's message, with MANAGE_MESSAGES. */
function suppressEmbeds(world: World, channel: Channel, before: APIMessage, body: MessageBody): APIMessage {
  if (Object.entries(body).some(([key, value]) => key !== 'flags' && value !== undefined))
    refuse('notTheAuthor');
  need(world, channel, P.ManageMessages);
  return shown(world, changeMessage(world, channel, before.id, { flags: flagsAfter(before, body) }));
}

function flagsAfter(message: APIMessage, body: MessageBody): MessageFlags {
  if (body.flags == null) return messageFlags(message.flags);
  const kept = (message.flags ?? 0) & ~MessageFlags.SuppressEmbeds;
  return messageFlags(kept, body.flags & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2));
}

/** An edit rewrites whom the message names, but notifies nobody: the pings on record stay those of its birth. */
export function editOf(
  world: World,
  channel: Channel,
  before: APIMessage,
  body: MessageBody,
  parts: Parts,
): Partial<APIMessage> {
  const repliedUserId = before.referenced_message?.author.id ?? null;
  const named = pingsOf(world, {
    channel,
    authorId: world.application.id,
    content: parts.content,
    allowed: body.allowed_mentions,
    repliedUserId: before.mentions.some(({ id }) => id === repliedUserId) ? repliedUserId : null,
  });
  return {
    ...parts,
    ...mentionFields(world, named),
    flags: flagsAfter(before, body),
    edited_timestamp: timestamp(world),
  };
}

function deleteMessage(world: World, c: RestContext): void {
  const channel = reachChannel(world, idParam(c, 'channel'));
  const message = reachMessage(world, channel, idParam(c, 'message'));
  const own = message.author.id === world.application.id;
  if (!own && channel.guildId === null) refuse('notInDirectMessages');
  if (!own) need(world, channel, P.ManageMessages);
  removeMessage(world, channel, message.id);
}
