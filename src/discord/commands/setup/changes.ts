/** What was given to `/setup` → what changes. Pure. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { GuildSettings } from '../../../escalation/guild.ts';
import type { Settings } from '../../services.ts';
import { setupOptions } from './definition.ts';

/** What can be shown in one list; a server with more of them watches every channel. */
export const mostWatched = 25;

export type Changes = Partial<Omit<GuildSettings, 'guildId'>>;

/** tooMany: more channels than a list can hold; everyone: a staff role that everybody has is none. */
export type Refused = 'tooMany' | 'everyone';

export function changesOf(
  options: ChatInputCommandInteraction['options'],
  before: GuildSettings,
  defaults: Settings,
): Changes | Refused {
  const supportChannelId = options.getChannel(setupOptions.supportChannel)?.id;
  const staffRoleId = options.getRole(setupOptions.staffRole)?.id;
  const quiet = options.getBoolean(setupOptions.quiet);
  const language = options.getString(setupOptions.language);
  const retentionDays = options.getInteger(setupOptions.retention);
  const watchChannelIds = watched(options, before.watchChannelIds ?? defaults.watchChannelIds);
  if (watchChannelIds !== null && watchChannelIds.length > mostWatched) return 'tooMany';
  // Discord gives this role the id of the server.
  if (staffRoleId === before.guildId) return 'everyone';
  return {
    ...(supportChannelId !== undefined && { supportChannelId }),
    ...(staffRoleId !== undefined && { staffRoleId }),
    ...(watchChannelIds !== null && { watchChannelIds }),
    ...(quiet !== null && { quiet }),
    ...((language === 'en' || language === 'zh') && { language }),
    ...(retentionDays !== null && { retentionDays }),
  };
}

/** null: nothing was said about it. An empty list means every channel. */
function watched(
  options: ChatInputCommandInteraction['options'],
  before: readonly string[],
): readonly string[] | null {
  const all = options.getBoolean(setupOptions.watchAll) === true;
  const added = options.getChannel(setupOptions.watch)?.id;
  const removed = options.getChannel(setupOptions.unwatch)?.id;
  if (!all && added === undefined && removed === undefined) return null;
  const list = new Set(all ? [] : before);
  if (added !== undefined) list.add(added);
  if (removed !== undefined) list.delete(removed);
  return [...list];
}
