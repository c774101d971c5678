/** What the bot may reach: unknown things are 100xx, hidden ones 50001, forbidden deeds 50013. */
import { PermissionFlagsBits as P, type APIMessage } from 'discord-api-types/v10';
import { channelPermissions, guildPermissions, mayDo } from '../world/permissions.ts';
import { isSnowflake } from '../world/snowflake.ts';
import type { Channel, Guild } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { FormErrors } from './form-errors.ts';
import { refuse } from './refusal.ts';

export function checkId(id: string, field: string): void {
  if (isSnowflake(id)) return;
  const errors = new FormErrors();
  errors.add('NUMBER_TYPE_COERCE', `Value "${id}" is not snowflake.`, [field]);
  errors.refuseIfAny();
}

export function reachChannel(world: World, id: string): Channel {
  checkId(id, 'channel_id');
  const channel = world.channels.get(id) ?? refuse('unknownChannel');
  if (!(channelPermissions(world, channel, world.application.id) & P.ViewChannel)) refuse('missingAccess');
  return channel;
}

export function reachGuild(world: World, id: string): Guild {
  checkId(id, 'guild_id');
  const guild = world.guilds.get(id) ?? refuse('unknownGuild');
  return guild.members.has(world.application.id) ? guild : refuse('missingAccess');
}

/** Ephemeral messages do not exist on the channel's routes. */
export function reachMessage(world: World, channel: Channel, id: string): APIMessage {
  checkId(id, 'message_id');
  const message = world.messages.get(channel.id)?.get(id);
  return !message || world.facts.get(id)?.visibleTo ? refuse('unknownMessage') : message;
}

export function need(world: World, channel: Channel, permission: bigint): void {
  if (!mayDo(world, channel, world.application.id, permission)) refuse('missingPermissions');
}

export function needInGuild(world: World, guild: Guild, permission: bigint): void {
  const held = guildPermissions(guild, world.application.id);
  if ((held & permission) !== permission) refuse('missingPermissions');
}
