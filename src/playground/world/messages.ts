/** Messages come, change and go here, whoever caused it: REST, an interaction or a person. */
import {
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageReference,
  type APIMessageSnapshot,
  type APIMessageTopLevelComponent,
  type APIUser,
} from 'discord-api-types/v10';
import { channelObject, memberWithoutUser } from './channel-object.ts';
import { messageFlags } from './flags.ts';
import { rememberNonce } from './nonces.ts';
import { present } from './present.ts';
import type { Channel, MessageFacts, Pings } from './types.ts';
import { dispatch, timestamp, type World } from './world.ts';

export interface MessageDraft {
  channel: Channel;
  author: APIUser;
  type?: MessageType;
  content?: string;
  embeds?: APIEmbed[];
  components?: APIMessageTopLevelComponent[];
  attachments?: APIAttachment[];
  flags?: number;
  reference?: APIMessageReference | undefined;
  snapshots?: APIMessageSnapshot[] | undefined;
  nonce?: string | number | undefined;
  pinged: Pings;
  visibleTo?: string | null;
  webhookId?: string;
  interaction?: Pick<APIMessage, 'interaction_metadata' | 'application_id' | 'webhook_id'> & {
    id: string;
  };
}

export function postMessage(world: World, draft: MessageDraft): APIMessage {
  const { channel, pinged, interaction } = draft;
  const message = present<APIMessage>({
    id: world.nextId(),
    channel_id: channel.id,
    type: draft.type ?? MessageType.Default,
    author: draft.author,
    content: draft.content ?? '',
    embeds: draft.embeds ?? [],
    components: draft.components ?? [],
    attachments: draft.attachments ?? [],
    mentions: mentionedUsers(world, pinged),
    mention_roles: pinged.roles,
    mention_everyone: pinged.everyone,
    flags: messageFlags(draft.flags),
    pinned: false,
    tts: false,
    timestamp: timestamp(world),
    edited_timestamp: null,
    message_reference: draft.reference,
    referenced_message: referencedMessage(world, draft.reference),
    message_snapshots: draft.snapshots,
    interaction_metadata: interaction?.interaction_metadata,
    application_id: interaction?.application_id,
    webhook_id: draft.webhookId ?? interaction?.webhook_id,
  });
  remember(world, channel, message, {
    pinged,
    visibleTo: draft.visibleTo ?? null,
    interactionId: interaction?.id ?? null,
    nonce: draft.nonce === undefined ? null : String(draft.nonce),
  });
  rememberNonce(world, message, draft.nonce);
  announce(world, 'MESSAGE_CREATE', channel, message);
  world.events.emit('message', message);
  return message;
}

function remember(world: World, channel: Channel, message: APIMessage, facts: MessageFacts): void {
  const inChannel = world.messages.get(channel.id) ?? new Map<string, APIMessage>();
  world.messages.set(channel.id, inChannel.set(message.id, message));
  world.facts.set(message.id, facts);
  if (facts.visibleTo !== null) return;
  channel.lastMessageId = message.id;
  if (channel.thread) channel.thread.messageCount += 1;
}

/** Objects handed out earlier stay as they were; the world holds the new one. */
export function changeMessage(
  world: World,
  channel: Channel,
  id: string,
  change: Partial<APIMessage>,
): APIMessage {
  const before = world.messages.get(channel.id)?.get(id);
  if (!before) throw new Error(`there is no message ${id}`);
  const message = present<APIMessage>({ ...before, ...change });
  world.messages.get(channel.id)?.set(id, message);
  announce(world, 'MESSAGE_UPDATE', channel, message);
  world.events.emit('messageUpdate', message);
  return message;
}

export function removeMessage(world: World, channel: Channel, id: string): void {
  if (!world.messages.get(channel.id)?.delete(id)) return;
  forgetReferenced(world, [id]);
  const gone = { id, channelId: channel.id, guildId: channel.guildId };
  const seenByBots = (world.facts.get(id)?.visibleTo ?? null) === null;
  if (seenByBots) {
    dispatch(
      world,
      'MESSAGE_DELETE',
      present({ id, channel_id: channel.id, guild_id: channel.guildId ?? undefined }),
      channel,
    );
  }
  world.events.emit('messageDelete', gone);
}

export function removeMessages(world: World, channel: Channel, ids: string[]): void {
  const gone = ids.filter((id) => world.messages.get(channel.id)?.delete(id));
  forgetReferenced(world, gone);
  dispatch(
    world,
    'MESSAGE_DELETE_BULK',
    present({ ids: gone, channel_id: channel.id, guild_id: channel.guildId ?? undefined }),
    channel,
  );
  for (const id of gone)
    world.events.emit('messageDelete', { id, channelId: channel.id, guildId: channel.guildId });
}

/** What replies show of a message goes with it: whoever deletes a key that was posted wants it gone everywhere. */
function forgetReferenced(world: World, gone: readonly string[]): void {
  for (const inChannel of world.messages.values())
    for (const message of inChannel.values())
      if (gone.includes(message.referenced_message?.id ?? ''))
        inChannel.set(message.id, { ...message, referenced_message: null });
}

/** Ephemeral messages are for one person's client; no bot session hears of them. */
export function announce(
  world: World,
  t: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  channel: Channel,
  message: APIMessage,
) {
  if (world.facts.get(message.id)?.visibleTo) return;
  dispatch(world, t, messageEvent(world, channel, message), channel);
}

function messageEvent(world: World, channel: Channel, message: APIMessage): object {
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  const member = message.webhook_id ? undefined : guild?.members.get(message.author.id);
  return present({
    ...message,
    guild_id: guild?.id,
    member: member && memberWithoutUser(member),
    nonce: world.facts.get(message.id)?.nonce ?? undefined,
    channel_type: channel.type,
  });
}

function mentionedUsers(world: World, pinged: Pings): APIUser[] {
  return pinged.users.flatMap((id) => world.people.get(id)?.user ?? []);
}

export function mentionFields(
  world: World,
  pinged: Pings,
): Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  return {
    mentions: mentionedUsers(world, pinged),
    mention_roles: pinged.roles,
    mention_everyone: pinged.everyone,
  };
}

/** Null says that the message is gone; that one null discord.js knows. */
function referencedMessage(
  world: World,
  reference: APIMessageReference | undefined,
): APIMessage | null | undefined {
  if (!reference?.message_id || reference.type === MessageReferenceType.Forward) return undefined;
  const message = world.messages.get(reference.channel_id)?.get(reference.message_id);
  if (!message) return null;
  return present<APIMessage>({ ...message, referenced_message: undefined });
}

export function startedThread(world: World, message: APIMessage, thread: Channel): Partial<APIMessage> {
  return {
    thread: channelObject(world, thread),
    flags: messageFlags(message.flags, MessageFlags.HasThread),
  };
}
