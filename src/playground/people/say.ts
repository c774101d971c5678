/** People writing, editing and deleting messages. */
import {
  MessageFlags,
  MessageType,
  PermissionFlagsBits as P,
  type APIEmbed,
  type APIMessage,
} from 'discord-api-types/v10';
import { storeAttachment, type Upload } from '../world/attachments.ts';
import { findChannel, findMessage, findPerson } from '../world/find.ts';
import { NOBODY, pingsOf } from '../world/mentions.ts';
import {
  changeMessage,
  mentionFields,
  postMessage,
  removeMessage,
  removeMessages,
} from '../world/messages.ts';
import { directMessageChannel } from '../world/people.ts';
import { mayDo, speaking } from '../world/permissions.ts';
import { react } from '../world/reactions.ts';
import { changeThread } from '../world/threads.ts';
import { idOf, type Channel, type Ref } from '../world/types.ts';
import { timestamp, type World } from '../world/world.ts';
import { userObject } from '../world/user-object.ts';
import { referenceTo, snapshotOf } from '../world/reference.ts';
import { ClientRefusal } from './client-refusal.ts';

/** Without Nitro; a longer paste is turned into a file by the client. */
const MAX_CONTENT = 2000;

export interface Saying {
  user: Ref;
  /** A channel or a thread; left out, the DM with the bot. */
  channel?: Ref;
  content?: string;
  attachments?: Upload[];
  /** Only other bots write embeds. */
  embeds?: APIEmbed[];
  reply?: Ref;
  /** Replies notify the author unless this is false. */
  pingReply?: boolean;
  forwardOf?: Ref;
  /** Put in front of the text. */
  mention?: Ref | Ref[];
}

export function say(world: World, saying: Saying): APIMessage {
  const { user } = findPerson(world, saying.user);
  const channel = saying.channel ? findChannel(world, saying.channel) : directMessageChannel(world, user);
  checkMayWrite(world, channel, user.id, (saying.attachments ?? []).length > 0);
  if (channel.thread?.metadata.archived) changeThread(world, channel, { archived: false });
  const content = textOf(saying);
  const long = content.length > MAX_CONTENT;
  const uploads = long
    ? [...(saying.attachments ?? []), { name: 'message.txt', bytes: content }]
    : (saying.attachments ?? []);
  const attachments = uploads.map((upload) => storeAttachment(world, upload, `attachments/${channel.id}`));
  const replied = saying.reply ? findMessage(world, saying.reply) : undefined;
  const forwarded = saying.forwardOf ? findMessage(world, saying.forwardOf) : undefined;
  if (!content && attachments.length === 0 && !forwarded && !saying.embeds?.length) {
    throw new ClientRefusal('there is nothing to send');
  }
  const text = long || forwarded ? '' : content;
  const repliedUserId = replied && saying.pingReply !== false ? replied.author.id : null;
  const source = forwarded ?? replied;
  return postMessage(world, {
    channel,
    author: user,
    content: text,
    attachments,
    embeds: saying.embeds ?? [],
    type: replied ? MessageType.Reply : MessageType.Default,
    reference: source && referenceTo(findChannel(world, source.channel_id), source, forwarded !== undefined),
    snapshots: forwarded && [snapshotOf(forwarded)],
    flags: forwarded ? MessageFlags.HasSnapshot : 0,
    pinged: pingsOf(world, { channel, authorId: user.id, content: text, allowed: undefined, repliedUserId }),
  });
}

function textOf({ content = '', mention }: Saying): string {
  const mentions = mention === undefined ? [] : [mention].flat();
  return [...mentions.map((ref) => `<@${idOf(ref)}>`), content.trim()].join(' ').trim();
}

function checkMayWrite(world: World, channel: Channel, userId: string, withFiles: boolean): void {
  if (!mayDo(world, channel, userId, P.ViewChannel))
    throw new ClientRefusal(`this user does not see #${channel.name ?? 'DM'}`);
  const needed = speaking(channel) | (withFiles ? P.AttachFiles : 0n);
  if (!mayDo(world, channel, userId, needed))
    throw new ClientRefusal(`this user may not write in #${channel.name ?? 'DM'}`);
}

export interface Editing {
  message: Ref;
  content: string;
}

export function editMessage(world: World, { message: ref, content }: Editing): APIMessage {
  const message = findMessage(world, ref);
  if (message.author.id === world.application.id)
    throw new ClientRefusal('people cannot edit messages of the bot');
  const channel = findChannel(world, message.channel_id);
  const source = { channel, authorId: message.author.id, content, allowed: undefined, repliedUserId: null };
  return changeMessage(world, channel, message.id, {
    content,
    ...mentionFields(world, pingsOf(world, source)),
    edited_timestamp: timestamp(world),
  });
}

export function deleteMessage(world: World, ref: Ref): void {
  const message = findMessage(world, ref);
  removeMessage(world, findChannel(world, message.channel_id), message.id);
}

/** What moderation bots do: many messages go in one event. */
export function purge(world: World, ref: Ref, messages: Ref[]): void {
  removeMessages(world, findChannel(world, ref), messages.map(idOf));
}

/** Discord adds the preview of a link a moment later: an update that is no edit. */
export function unfurl(world: World, ref: Ref, embeds: APIEmbed[]): APIMessage {
  const message = findMessage(world, ref);
  return changeMessage(world, findChannel(world, message.channel_id), message.id, { embeds });
}

export interface ReactionUse {
  user: Ref;
  message: Ref;
  emoji: string;
}

export function addReaction(world: World, { user, message: ref, emoji }: ReactionUse): void {
  const message = findMessage(world, ref);
  const channel = findChannel(world, message.channel_id);
  react(world, { channel, message, userId: idOf(user), emoji });
}

export interface WebhookSaying {
  channel: Ref;
  username: string;
  content?: string;
  embeds?: APIEmbed[];
}

/** Status feeds and the like: an author that is no user of the guild. */
export function sayAsWebhook(
  world: World,
  { channel, username, content, embeds }: WebhookSaying,
): APIMessage {
  const id = world.nextId();
  const author = userObject({ id, username, globalName: null, bot: true });
  return postMessage(world, {
    channel: findChannel(world, channel),
    author,
    content: content ?? '',
    embeds: embeds ?? [],
    pinged: NOBODY,
    webhookId: id,
  });
}
