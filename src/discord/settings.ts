/** What holds in one server: what its staff have set with `/setup`, and the configuration where they have not. */
import type { GuildSettings, GuildStore } from '../escalation/guild.ts';
import type { Language } from '../knowledge/entry.ts';
import type { Settings } from './services.ts';

export interface PlaceSettings {
  readonly supportChannelId: string;
  readonly supportRoleId: string | null;
  /** Empty: every channel. */
  readonly watchChannelIds: readonly string[];
  /** Answer only when asked. */
  readonly quiet: boolean;
  /** null: not set for this server. */
  readonly language: Language | null;
}

export type SettingsOf = (guildId: string | null) => Promise<PlaceSettings>;

/** Read anew each time: another process may have changed them a moment ago. */
export function createSettingsOf(guilds: GuildStore, defaults: Settings): SettingsOf {
  return async (guildId) => placeSettings(guildId === null ? null : await guilds.settings(guildId), defaults);
}

export function placeSettings(set: GuildSettings | null, defaults: Settings): PlaceSettings {
  return {
    supportChannelId: set?.supportChannelId ?? defaults.supportChannelId,
    supportRoleId: set?.staffRoleId ?? defaults.supportRoleId,
    watchChannelIds: set?.watchChannelIds ?? defaults.watchChannelIds,
    quiet: set?.quiet ?? false,
    language: set?.language ?? null,
  };
}
