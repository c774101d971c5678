/** Threads, with and without a message they start from. */
import { ChannelType, MessageType, type APIMessage, type APIUser } from 'discord-api-types/v10';
import { channelObject } from './channel-object.ts';
import { NOBODY } from './mentions.ts';
import { changeMessage, postMessage, startedThread } from './messages.ts';
import type { Channel } from './types.ts';
import { dispatch, timestamp, type World } from './world.ts';

export interface NewThread {
  parent: Channel;
  owner: APIUser;
  name: string;
  type: ChannelType;
  /** The thread takes the id of the message it starts from. */
  from: APIMessage | null;
  autoArchiveDuration: number;
  rateLimitPerUser: number;
}

export function createThread(world: World, options: NewThread): Channel {
  const { parent, owner, from } = options;
  const now = timestamp(world);
  const thread: Channel = {
    id: from?.id ?? world.nextId(),
    type: options.type,
    guildId: parent.guildId,
    name: options.name,
    topic: null,
    parentId: parent.id,
    position: 0,
    rateLimitPerUser: options.rateLimitPerUser,
    overwrites: new Map(),
    untouched: null,
    lastMessageId: null,
    recipientId: null,
    thread: {
      ownerId: owner.id,
      metadata: {
        archived: false,
        auto_archive_duration: options.autoArchiveDuration,
        archive_timestamp: now,
        create_timestamp: now,
        locked: false,
        ...(options.type === ChannelType.PrivateThread ? { invitable: true } : {}),
      },
      memberIds: new Set([owner.id]),
      messageCount: 0,
    },
  };
  world.channels.set(thread.id, thread);
  dispatch(world, 'THREAD_CREATE', { ...channelObject(world, thread), newly_created: true }, thread);
  world.events.emit('thread', thread);
  announceThread(world, options, thread);
  return thread;
}

/** A thread from a message opens with a system message that points at it; another is told of in its parent. */
function announceThread(world: World, { parent, owner, from }: NewThread, thread: Channel): void {
  const guild = parent.guildId === null ? {} : { guild_id: parent.guildId };
  if (from) {
    changeMessage(world, parent, from.id, startedThread(world, from, thread));
    const reference = { type: 0, channel_id: parent.id, message_id: from.id, ...guild };
    postMessage(world, {
      channel: thread,
      author: from.author,
      type: MessageType.ThreadStarterMessage,
      reference,
      pinged: NOBODY,
    });
  } else if (thread.type === ChannelType.PublicThread) {
    const reference = { type: 0, channel_id: thread.id, ...guild };
    postMessage(world, {
      channel: parent,
      author: owner,
      type: MessageType.ThreadCreated,
      content: thread.name ?? '',
      reference,
      pinged: NOBODY,
    });
  }
}

export interface ThreadChange {
  name?: string;
  archived?: boolean;
  locked?: boolean;
  autoArchiveDuration?: number;
}

export function changeThread(world: World, channel: Channel, change: ThreadChange): void {
  const metadata = channel.thread?.metadata;
  if (!metadata) return;
  if (change.name !== undefined) channel.name = change.name;
  if (change.locked !== undefined) metadata.locked = change.locked;
  if (change.autoArchiveDuration !== undefined) metadata.auto_archive_duration = change.autoArchiveDuration;
  if (change.archived !== undefined && change.archived !== metadata.archived) {
    metadata.archived = change.archived;
    metadata.archive_timestamp = timestamp(world);
  }
  dispatch(world, 'THREAD_UPDATE', channelObject(world, channel), channel);
}

export function addThreadMember(world: World, channel: Channel, userId: string): void {
  if (!channel.thread || channel.thread.memberIds.has(userId)) return;
  channel.thread.memberIds.add(userId);
  const member = { id: channel.id, user_id: userId, join_timestamp: timestamp(world), flags: 0 };
  dispatch(
    world,
    'THREAD_MEMBERS_UPDATE',
    {
      id: channel.id,
      guild_id: channel.guildId,
      member_count: channel.thread.memberIds.size,
      added_members: [member],
    },
    channel,
  );
}
