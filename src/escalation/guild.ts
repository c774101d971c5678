/** What staff of one server have set with `/setup`. Fields that are null fall back on the configuration. */

export interface GuildSettings {
  readonly guildId: string;
  readonly supportChannelId: string | null;
  readonly staffRoleId: string | null;
  /** null: not set here; empty: every channel that the bot can see. */
  readonly watchChannelIds: readonly string[] | null;
  /** Answers only those who ask. Staff get their cards and pings all the same. */
  readonly quiet: boolean;
  readonly language: 'en' | 'zh' | null;
  readonly retentionDays: number;
}

export const usualRetentionDays = 30;

export function untouchedSettings(guildId: string): GuildSettings {
  return {
    guildId,
    supportChannelId: null,
    staffRoleId: null,
    watchChannelIds: null,
    quiet: false,
    language: null,
    retentionDays: usualRetentionDays,
  };
}

export interface GuildStore {
  /** `untouchedSettings` when nobody has set anything. */
  settings(guildId: string): Promise<GuildSettings>;
  /** Changes what is given, leaves the rest; cards that could not be delivered before are tried again. */
  change(
    guildId: string,
    by: string,
    changes: Partial<Omit<GuildSettings, 'guildId'>>,
  ): Promise<GuildSettings>;
}
