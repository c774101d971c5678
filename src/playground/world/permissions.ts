/** Effective permissions: roles, then channel overwrites, then what Discord takes away implicitly. */
import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Channel, Guild } from './types.ts';
import type { World } from './world.ts';

const EVERYTHING = Object.values(P).reduce((all, bit) => all | bit, 0n);

/** What a person can do in a DM. */
const IN_A_DM =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.AddReactions |
  P.UseApplicationCommands;

export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return EVERYTHING;
  const granted = [guild.id, ...member.roles].reduce(
    (sum, role) => sum | BigInt(guild.roles.get(role)?.permissions ?? '0'),
    0n,
  );
  return granted & P.Administrator ? EVERYTHING : granted;
}

export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  if (channel.guildId === null) {
    return channel.recipientId === userId || world.application.id === userId ? IN_A_DM : 0n;
  }
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  if (!guild || !member) return 0n;
  const base = guildPermissions(guild, userId);
  if (base === EVERYTHING) return EVERYTHING;
  const ruling =
    channel.thread && channel.parentId ? (world.channels.get(channel.parentId) ?? channel) : channel;
  return withImplicitDenials(withOverwrites(base, ruling, guild, member.roles, userId), channel, userId);
}

function withOverwrites(
  base: bigint,
  channel: Channel,
  guild: Guild,
  roles: string[],
  userId: string,
): bigint {
  let granted = apply(base, channel, [guild.id]);
  granted = apply(granted, channel, roles);
  return apply(granted, channel, [userId]);
}

/** Within one step all denials come first, then all grants. */
function apply(base: bigint, channel: Channel, ids: string[]): bigint {
  let deny = 0n;
  let allow = 0n;
  for (const id of ids) {
    const overwrite = channel.overwrites.get(id);
    if (!overwrite) continue;
    deny |= BigInt(overwrite.deny);
    allow |= BigInt(overwrite.allow);
  }
  return (base & ~deny) | allow;
}

function withImplicitDenials(granted: bigint, channel: Channel, userId: string): bigint {
  if (!(granted & P.ViewChannel)) return 0n;
  if (
    channel.type === ChannelType.PrivateThread &&
    !channel.thread?.memberIds.has(userId) &&
    !(granted & P.ManageThreads)
  )
    return 0n;
  const speaks = granted & (channel.thread ? P.SendMessagesInThreads : P.SendMessages);
  return speaks ? granted : granted & ~(P.MentionEveryone | P.EmbedLinks | P.AttachFiles | P.SendTTSMessages);
}

export function mayDo(world: World, channel: Channel, userId: string, needed: bigint): boolean {
  return (channelPermissions(world, channel, userId) & needed) === needed;
}

/** The permission that speaking needs here. */
export function speaking(channel: Channel): bigint {
  return channel.thread ? P.SendMessagesInThreads : P.SendMessages;
}
