/** People starting and archiving threads. */
import { ChannelType } from 'discord-api-types/v10';
import { findChannel, findMessage, findPerson } from '../world/find.ts';
import { changeThread, createThread } from '../world/threads.ts';
import type { Channel, Ref } from '../world/types.ts';
import type { World } from '../world/world.ts';

export interface PersonsThread {
  user: Ref;
  name: string;
  /** Either the message it starts from, or a channel. */
  message?: Ref;
  channel?: Ref;
  isPrivate?: boolean;
}

export function startThread(
  world: World,
  { user, name, message, channel, isPrivate }: PersonsThread,
): Channel {
  const from = message ? findMessage(world, message) : null;
  return createThread(world, {
    parent: findChannel(world, from?.channel_id ?? channel ?? ''),
    owner: findPerson(world, user).user,
    name,
    type: isPrivate ? ChannelType.PrivateThread : ChannelType.PublicThread,
    from,
    autoArchiveDuration: 1440,
    rateLimitPerUser: 0,
  });
}

export function archiveThread(world: World, ref: Ref, { locked = false }: { locked?: boolean } = {}): void {
  changeThread(world, findChannel(world, ref), { archived: true, locked });
}
