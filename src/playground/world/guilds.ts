/** Guilds, their roles and members, and the news about them. */
import {
  PermissionFlagsBits as P,
  type APIGuildMember,
  type APIRole,
  type APIUser,
} from 'discord-api-types/v10';
import { guildObject } from './channel-object.ts';
import { findGuild, findMember, findPerson } from './find.ts';
import { idOf, type Guild, type Ref } from './types.ts';
import { dispatch, timestamp, type World } from './world.ts';

type Member = APIGuildMember & { user: APIUser };

/** What a new guild gives everyone: the defaults of Discord that matter to a bot. */
export const DEFAULT_PERMISSIONS =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.AddReactions |
  P.UseApplicationCommands |
  P.ChangeNickname;

export interface NewGuild {
  name: string;
  owner: Ref;
  preferredLocale?: string;
  everyone?: bigint;
  /** Join the bot at once (default). */
  withBot?: boolean;
}

export function createGuild(world: World, options: NewGuild): Guild {
  const id = world.nextId();
  const everyone = roleObject(id, '@everyone', options.everyone ?? DEFAULT_PERMISSIONS, 0, false);
  const guild: Guild = {
    id,
    name: options.name,
    ownerId: idOf(options.owner),
    preferredLocale: options.preferredLocale ?? 'en-US',
    roles: new Map([[id, everyone]]),
    members: new Map(),
  };
  world.guilds.set(id, guild);
  addMember(world, guild, options.owner);
  if (options.withBot ?? true) addBot(world, guild);
  return guild;
}

/** The gateway builds GUILD_CREATE itself, because each session sees another part of the guild. */
export function addBot(world: World, ref: Ref): void {
  const guild = findGuild(world, ref);
  guild.members.set(world.application.id, memberObject(world, world.application.bot, []));
  dispatch(world, 'GUILD_CREATE', { id: guild.id }, null, guild.id);
}

export function removeBot(world: World, ref: Ref): void {
  const guild = findGuild(world, ref);
  guild.members.delete(world.application.id);
  dispatch(world, 'GUILD_DELETE', { id: guild.id }, null, guild.id);
}

export interface NewRole {
  name: string;
  permissions?: bigint;
  mentionable?: boolean;
}

export function createRole(world: World, ref: Ref, { name, permissions, mentionable }: NewRole): APIRole {
  const guild = findGuild(world, ref);
  const role = roleObject(world.nextId(), name, permissions ?? 0n, guild.roles.size, mentionable ?? false);
  guild.roles.set(role.id, role);
  dispatch(world, 'GUILD_ROLE_CREATE', { guild_id: guild.id, role }, null, guild.id);
  return role;
}

export function setRolePermissions(world: World, guildRef: Ref, roleRef: Ref, permissions: bigint): void {
  const guild = findGuild(world, guildRef);
  const before = guild.roles.get(idOf(roleRef));
  if (!before) throw new Error(`there is no role ${idOf(roleRef)} in ${guild.name}`);
  const role = { ...before, permissions: permissions.toString() };
  guild.roles.set(role.id, role);
  dispatch(world, 'GUILD_ROLE_UPDATE', { guild_id: guild.id, role }, null, guild.id);
}

export function addMember(world: World, ref: Ref, who: Ref, roles: Ref[] = []): Member {
  const guild = findGuild(world, ref);
  const member = memberObject(world, findPerson(world, who).user, roles.map(idOf));
  guild.members.set(member.user.id, member);
  dispatch(world, 'GUILD_MEMBER_ADD', { guild_id: guild.id, ...member }, null, guild.id);
  return member;
}

export function removeMember(world: World, ref: Ref, who: Ref): void {
  const guild = findGuild(world, ref);
  const { user } = findMember(guild, who);
  guild.members.delete(user.id);
  dispatch(world, 'GUILD_MEMBER_REMOVE', { guild_id: guild.id, user }, null, guild.id);
}

export function setMemberRoles(world: World, ref: Ref, who: Ref, roles: Ref[]): Member {
  const guild = findGuild(world, ref);
  const member = { ...findMember(guild, who), roles: roles.map(idOf) };
  guild.members.set(member.user.id, member);
  dispatch(world, 'GUILD_MEMBER_UPDATE', { guild_id: guild.id, ...member }, null, guild.id);
  return member;
}

export function updateGuild(
  world: World,
  ref: Ref,
  change: { name?: string; preferredLocale?: string },
): Guild {
  const guild = findGuild(world, ref);
  Object.assign(guild, change);
  dispatch(world, 'GUILD_UPDATE', guildObject(guild), null, guild.id);
  return guild;
}

function roleObject(
  id: string,
  name: string,
  permissions: bigint,
  position: number,
  mentionable: boolean,
): APIRole {
  const role: unknown = {
    id,
    name,
    permissions: permissions.toString(),
    position,
    mentionable,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    flags: 0,
    icon: null,
    unicode_emoji: null,
  };
  return role as APIRole;
}

function memberObject(world: World, user: APIUser, roles: string[]): Member {
  const member: unknown = {
    user,
    roles,
    nick: null,
    avatar: null,
    joined_at: timestamp(world),
    premium_since: null,
    banner: null,
    communication_disabled_until: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: 0,
  };
  return member as Member;
}
