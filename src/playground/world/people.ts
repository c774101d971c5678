/** Users, and the DM channel the bot shares with each. */
import { ChannelType, type APIUser } from 'discord-api-types/v10';
import { userObject } from './user-object.ts';
import { findPerson } from './find.ts';
import { idOf, type Channel, type Person, type Ref } from './types.ts';
import type { World } from './world.ts';

export interface NewUser {
  username: string;
  globalName?: string;
  /** Another bot: errdesk must not answer it. */
  bot?: boolean;
  locale?: string;
  dmsClosed?: boolean;
}

export function createUser(world: World, options: NewUser): APIUser {
  const user = userObject({
    id: world.nextId(),
    username: options.username.toLowerCase(),
    globalName: options.bot ? null : (options.globalName ?? options.username),
    bot: options.bot ?? false,
  });
  world.people.set(user.id, {
    user,
    locale: options.locale ?? 'en-US',
    dmsClosed: options.dmsClosed ?? false,
  });
  return user;
}

export function setPerson(
  world: World,
  ref: Ref,
  change: Partial<Pick<Person, 'locale' | 'dmsClosed'>>,
): void {
  Object.assign(findPerson(world, ref), change);
}

/** There is one DM between a person and the bot; opening it again finds it. */
export function directMessageChannel(world: World, ref: Ref): Channel {
  const recipientId = findPerson(world, idOf(ref)).user.id;
  const known = [...world.channels.values()].find((channel) => channel.recipientId === recipientId);
  if (known) return known;
  const channel: Channel = {
    id: world.nextId(),
    type: ChannelType.DM,
    guildId: null,
    name: null,
    topic: null,
    parentId: null,
    position: 0,
    rateLimitPerUser: 0,
    overwrites: new Map(),
    untouched: null,
    lastMessageId: null,
    recipientId,
    thread: null,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** Discord lets a bot write to people it shares a guild with and whose DMs are open. */
export function takesDirectMessages(world: World, userId: string): boolean {
  const bot = world.application.id;
  const together = [...world.guilds.values()].some(
    (guild) => guild.members.has(bot) && guild.members.has(userId),
  );
  const person = findPerson(world, userId);
  return together && !person.dmsClosed && !person.user.bot;
}
