/** Looks at start whether the channels are there and the bot may work in them; names what is missing where. */
import { type Channel, ChannelType, type Client } from 'discord.js';
import { isForbidden, isGone } from '../api-errors.ts';
import { missingPermissions } from '../permissions.ts';
import type { Settings } from '../services.ts';
import type { Fault } from './closing.ts';

/** The first fault found, or null when all is well. */
export async function checkChannels(client: Client<true>, settings: Settings): Promise<Fault | null> {
  const desk = await checkChannel(client, settings.supportChannelId, 'SUPPORT_CHANNEL_ID', isDesk);
  if (desk !== null) return desk;
  for (const id of settings.watchChannelIds) {
    const fault = await checkChannel(client, id, 'WATCH_CHANNEL_IDS', isWatchable);
    if (fault !== null) return fault;
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

async function fetchChannel(client: Client<true>, id: string): Promise<Channel | null> {
  try {
    return await client.channels.fetch(id);
  } catch (error) {
    if (isGone(error) || isForbidden(error)) return null;
    throw error;
  }
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
