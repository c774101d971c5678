/** Which intent an event belongs to; a session hears it only when it asked for one of them. */
import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { Dispatch } from '../world/world.ts';

export const ALL_INTENTS = Object.values(Intent)
  .filter((bit): bit is Intent => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

const IN_A_GUILD: Record<string, number> = {
  GUILD_CREATE: Intent.Guilds,
  GUILD_UPDATE: Intent.Guilds,
  GUILD_DELETE: Intent.Guilds,
  GUILD_ROLE_CREATE: Intent.Guilds,
  GUILD_ROLE_UPDATE: Intent.Guilds,
  CHANNEL_CREATE: Intent.Guilds,
  CHANNEL_UPDATE: Intent.Guilds,
  CHANNEL_DELETE: Intent.Guilds,
  THREAD_CREATE: Intent.Guilds,
  THREAD_UPDATE: Intent.Guilds,
  THREAD_DELETE: Intent.Guilds,
  THREAD_MEMBERS_UPDATE: Intent.Guilds | Intent.GuildMembers,
  GUILD_MEMBER_ADD: Intent.GuildMembers,
  GUILD_MEMBER_UPDATE: Intent.GuildMembers,
  GUILD_MEMBER_REMOVE: Intent.GuildMembers,
  MESSAGE_CREATE: Intent.GuildMessages,
  MESSAGE_UPDATE: Intent.GuildMessages,
  MESSAGE_DELETE: Intent.GuildMessages,
  MESSAGE_DELETE_BULK: Intent.GuildMessages,
  MESSAGE_REACTION_ADD: Intent.GuildMessageReactions,
  MESSAGE_REACTION_REMOVE: Intent.GuildMessageReactions,
  TYPING_START: Intent.GuildMessageTyping,
};

const IN_A_DM: Record<string, number> = {
  MESSAGE_CREATE: Intent.DirectMessages,
  MESSAGE_UPDATE: Intent.DirectMessages,
  MESSAGE_DELETE: Intent.DirectMessages,
  MESSAGE_REACTION_ADD: Intent.DirectMessageReactions,
  MESSAGE_REACTION_REMOVE: Intent.DirectMessageReactions,
  TYPING_START: Intent.DirectMessageTyping,
};

/** Interactions, and changes to the bot's own member, come whatever the intents are. */
export function isWanted({ t, d, guildId }: Dispatch, intents: number, botId: string): boolean {
  if (t === 'GUILD_MEMBER_UPDATE' && (d as { user?: { id: string } }).user?.id === botId) return true;
  const needed = (guildId === null ? IN_A_DM : IN_A_GUILD)[t];
  return needed === undefined || (intents & needed) !== 0;
}
