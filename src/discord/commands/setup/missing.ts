/** What the bot lacks to work with the settings: channels that are gone, permissions, a role that it cannot ping. */
import { type Channel, type Client, PermissionFlagsBits } from 'discord.js';
import { fetchChannel } from '../../connection/shards.ts';
import type { Say } from '../../language/words.ts';
import { missingAtDesk, missingPermissions } from '../../permissions.ts';
import type { PlaceSettings } from '../../settings.ts';

/** One sentence for each fault; empty when all is well. */
export async function missingIn(
  client: Client,
  { supportChannelId, supportRoleId, watchChannelIds }: PlaceSettings,
  say: Say,
): Promise<string[]> {
  const desk = await fetchChannel(client, supportChannelId);
  const watched = await Promise.all(
    watchChannelIds.map(async (id) => fault(id, await fetchChannel(client, id), missingPermissions, say)),
  );
  return [
    ...fault(supportChannelId, desk, missingAtDesk, say),
    ...watched.flat(),
    ...(supportRoleId !== null && desk !== null && desk !== 'elsewhere' && !mayPing(supportRoleId, desk)
      ? [say('setup.noPing', { role: `<@&${supportRoleId}>` })]
      : []),
  ];
}

function fault(
  id: string,
  channel: Channel | 'elsewhere' | null,
  lacking: (channel: Channel) => string[],
  say: Say,
): string[] {
  const name = `<#${id}>`;
  if (channel === 'elsewhere') return [];
  if (channel === null) return [say('setup.noChannel', { channel: name })];
  const permissions = lacking(channel).join(', ');
  return permissions === '' ? [] : [say('setup.lacks', { channel: name, permissions })];
}

/** A role of another server, or one that is gone, cannot be pinged either. */
function mayPing(roleId: string, desk: Channel): boolean {
  if (desk.isDMBased()) return false;
  const role = desk.guild.roles.cache.get(roleId);
  if (role === undefined) return false;
  return (
    role.mentionable ||
    desk.permissionsFor(desk.client.user)?.has(PermissionFlagsBits.MentionEveryone) === true
  );
}
