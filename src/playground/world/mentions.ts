/** Who a message notifies: what its text names, cut down by allowed_mentions and by permissions. */
import {
  AllowedMentionsTypes,
  PermissionFlagsBits as P,
  type APIAllowedMentions,
} from 'discord-api-types/v10';
import { channelPermissions } from './permissions.ts';
import type { Channel, Pings } from './types.ts';
import type { World } from './world.ts';

export interface MentionSource {
  channel: Channel;
  authorId: string;
  content: string;
  allowed: APIAllowedMentions | null | undefined;
  /** The author of the message that is replied to. */
  repliedUserId: string | null;
}

export const NOBODY: Pings = { users: [], roles: [], everyone: false };

export function pingsOf(world: World, source: MentionSource): Pings {
  const { content, allowed } = source;
  const parse = allowed ? (allowed.parse ?? []) : Object.values(AllowedMentionsTypes);
  const allows = (type: AllowedMentionsTypes, id: string, listed: readonly string[] | null | undefined) =>
    parse.includes(type) || (listed ?? []).includes(id);
  const users = named(content, /<@!?(\d+)>/g).filter(
    (id) => world.people.has(id) && allows(AllowedMentionsTypes.User, id, allowed?.users),
  );
  if (source.repliedUserId && (allowed ? (allowed.replied_user ?? false) : true))
    users.push(source.repliedUserId);
  const roles = named(content, /<@&(\d+)>/g).filter(
    (id) => mayPingRole(world, source, id) && allows(AllowedMentionsTypes.Role, id, allowed?.roles),
  );
  const everyone =
    /@(everyone|here)\b/.test(content) &&
    mayPingAll(world, source) &&
    parse.includes(AllowedMentionsTypes.Everyone);
  return { users: [...new Set(users)], roles: [...new Set(roles)], everyone };
}

function named(content: string, pattern: RegExp): string[] {
  return [...content.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

function mayPingAll(world: World, { channel, authorId }: MentionSource): boolean {
  return (channelPermissions(world, channel, authorId) & P.MentionEveryone) !== 0n;
}

function mayPingRole(world: World, source: MentionSource, roleId: string): boolean {
  const role = world.guilds.get(source.channel.guildId ?? '')?.roles.get(roleId);
  return role !== undefined && (role.mentionable || mayPingAll(world, source));
}
