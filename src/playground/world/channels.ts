/** Text channels and who may do what in them. */
import { ChannelType, OverwriteType, type APIOverwrite } from 'discord-api-types/v10';
import { channelObject } from './channel-object.ts';
import { findChannel, findGuild } from './find.ts';
import { idOf, type Channel, type Guild, type Ref } from './types.ts';
import { dispatch, type World } from './world.ts';

export interface Overwrite {
  /** A role or a user; the guild itself stands for @everyone. */
  for: Ref;
  allow?: bigint;
  deny?: bigint;
}

export interface NewChannel {
  guild: Ref;
  name: string;
  topic?: string;
  type?: ChannelType;
  overwrites?: Overwrite[];
}

export function createChannel(world: World, options: NewChannel): Channel {
  const guild = findGuild(world, options.guild);
  const channel: Channel = {
    id: world.nextId(),
    type: options.type ?? ChannelType.GuildText,
    guildId: guild.id,
    name: options.name.replace(/^#/, ''),
    topic: options.topic ?? null,
    parentId: null,
    position: world.channels.size,
    rateLimitPerUser: 0,
    overwrites: new Map(options.overwrites?.map((one) => [idOf(one.for), overwriteObject(guild, one)])),
    untouched: null,
    lastMessageId: null,
    recipientId: null,
    thread: null,
  };
  world.channels.set(channel.id, channel);
  dispatch(world, 'CHANNEL_CREATE', channelObject(world, channel), channel);
  return channel;
}

export function setOverwrite(world: World, ref: Ref, overwrite: Overwrite): void {
  const channel = findChannel(world, ref);
  const guild = findGuild(world, channel.guildId ?? '');
  channel.overwrites.set(idOf(overwrite.for), overwriteObject(guild, overwrite));
  dispatch(world, 'CHANNEL_UPDATE', channelObject(world, channel), channel);
}

export function clearOverwrite(world: World, ref: Ref, who: Ref): void {
  const channel = findChannel(world, ref);
  channel.overwrites.delete(idOf(who));
  dispatch(world, 'CHANNEL_UPDATE', channelObject(world, channel), channel);
}

/** Takes permissions from one member; what is taken adds up until it is given back. */
export function takePermissions(world: World, ref: Ref, who: Ref, permissions: bigint): void {
  const channel = findChannel(world, ref);
  const before = channel.overwrites.get(idOf(who));
  channel.untouched ??= new Map(channel.overwrites);
  setOverwrite(world, channel, {
    for: who,
    allow: BigInt(before?.allow ?? 0) & ~permissions,
    deny: BigInt(before?.deny ?? 0) | permissions,
  });
}

export function giveBackPermissions(world: World, ref: Ref, who: Ref): void {
  const channel = findChannel(world, ref);
  const before = channel.untouched?.get(idOf(who));
  if (before) channel.overwrites.set(before.id, before);
  else channel.overwrites.delete(idOf(who));
  channel.untouched = null;
  dispatch(world, 'CHANNEL_UPDATE', channelObject(world, channel), channel);
}

export function deleteChannel(world: World, ref: Ref): void {
  const channel = findChannel(world, ref);
  dispatch(
    world,
    channel.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
    channelObject(world, channel),
    channel,
  );
  world.channels.delete(channel.id);
  world.messages.delete(channel.id);
}

function overwriteObject(guild: Guild, { for: who, allow = 0n, deny = 0n }: Overwrite): APIOverwrite {
  const id = idOf(who);
  const type = guild.roles.has(id) ? OverwriteType.Role : OverwriteType.Member;
  return { id, type, allow: allow.toString(), deny: deny.toString() };
}
