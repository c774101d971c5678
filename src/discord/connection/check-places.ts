/** Looks at start whether channels and role are there and the bot may work with them; names what is missing where. */
import { type Channel, ChannelType, type Client, PermissionFlagsBits } from 'discord.js';
import type { Logger } from '../../telemetry/logger.ts';
import { reasonOf } from '../api-errors.ts';
import { missingPermissions } from '../permissions.ts';
import type { Settings } from '../services.ts';
import type { Fault } from './closing.ts';
import { fetchChannel } from './shards.ts';

/** The first fault found, or null when all is well. What only makes things worse, but not impossible, is logged. */
export async function checkPlaces(
  client: Client<true>,
  settings: Settings,
  log: Logger,
): Promise<Fault | null> {
  try {
    return await firstFault(client, settings, log);
  } catch (error) {
    return {
      sentence: `Discord failed while the channels were looked at: ${reasonOf(error)}`,
      hint: 'start errdesk anew',
    };
  }
}

async function firstFault(client: Client<true>, settings: Settings, log: Logger): Promise<Fault | null> {
  const fault =
    (await checkChannel(client, settings.supportChannelId, 'SUPPORT_CHANNEL_ID', isDesk)) ??
    (await checkRole(client, settings, log));
  if (fault !== null) return fault;
  for (const id of settings.watchChannelIds) {
    const watched = await checkChannel(client, id, 'WATCH_CHANNEL_IDS', isWatchable);
    if (watched !== null) return watched;
  }
  return null;
}

async function checkChannel(
  client: Client<true>,
  id: string,
  variable: string,
  fits: (channel: Channel) => boolean,
): Promise<Fault | null> {
  const channel = await fetchChannel(client, id);
  if (channel === 'elsewhere') return null;
  if (channel === null) {
    return {
      sentence: `channel ${id} (${variable}) does not exist, or the bot is not allowed to see it`,
      hint: 'check the id, invite the bot to that server and give it View Channel there',
    };
  }
  if (!fits(channel)) {
    return {
      sentence: `channel ${id} (${variable}) cannot hold messages`,
      hint: 'choose a text channel of a server',
    };
  }
  const missing = missingPermissions(channel);
  if (missing.length === 0) return null;
  const name = channel.isDMBased() ? '' : `#${channel.name} `;
  return {
    sentence: `in channel ${name}${id} (${variable}) the bot lacks ${missing.join(', ')}`,
    hint: 'give its role these permissions in the settings of that channel',
  };
}

async function checkRole(client: Client<true>, settings: Settings, log: Logger): Promise<Fault | null> {
  const { supportRoleId, supportChannelId } = settings;
  const channel = await fetchChannel(client, supportChannelId);
  if (supportRoleId === null || channel === null || channel === 'elsewhere' || channel.isDMBased())
    return null;
  const role = channel.guild.roles.cache.get(supportRoleId);
  if (role === undefined) {
    return {
      sentence: `role ${supportRoleId} (SUPPORT_ROLE_ID) does not exist in the server of the support channel`,
      hint: 'check the id, or leave it out to ping nobody',
    };
  }
  const mayPing =
    role.mentionable || channel.permissionsFor(client.user)?.has(PermissionFlagsBits.MentionEveryone);
  if (mayPing !== true) log.warn({ role: role.id }, 'new cards cannot ping this role: make it mentionable');
  return null;
}

function isDesk(channel: Channel): boolean {
  return channel.isSendable() && !channel.isDMBased();
}

/** A forum holds no messages itself, but its posts do. */
function isWatchable(channel: Channel): boolean {
  return (
    isDesk(channel) || channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia
  );
}
