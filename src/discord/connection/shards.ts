/** Which servers this process serves, when several processes share them. */
import { type Channel, type Client, Routes, ShardClientUtil } from 'discord.js';
import { isForbidden, isGone } from '../api-errors.ts';

/** Whether events of this server come to this process. Direct messages come to the first shard. */
export function serves(client: Client, guildId: string | null): boolean {
  const total = client.options.shardCount ?? 1;
  const shard = guildId === null ? 0 : ShardClientUtil.shardIdForGuildId(guildId, total);
  return client.ws.shards.has(shard);
}

/** Whether a channel is there, but in a server of another process, which alone knows the permissions in it. */
async function isElsewhere(client: Client, channelId: string): Promise<boolean> {
  const { guild_id: guildId } = (await client.rest.get(Routes.channel(channelId))) as { guild_id?: string };
  return guildId !== undefined && !serves(client, guildId);
}

/** null: gone, or hidden from the bot; elsewhere: the process that serves its server looks at it. */
export async function fetchChannel(client: Client, id: string): Promise<Channel | 'elsewhere' | null> {
  try {
    const channel = await client.channels.fetch(id);
    return channel === null && (await isElsewhere(client, id)) ? 'elsewhere' : channel;
  } catch (error) {
    if (isGone(error) || isForbidden(error)) return null;
    throw error;
  }
}
