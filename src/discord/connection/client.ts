/** The discord.js client with the settings that hold for all of errdesk. */
import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';

/** full: reads what is posted in channels; reduced: Discord has not granted that, so only what is addressed to us. */
export type Mode = 'full' | 'reduced';

const always = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** The part of all servers that this process serves; others serve the rest. */
export interface Shards {
  readonly ids: readonly number[];
  readonly total: number;
}

/**
 * @param apiUrl another server than Discord's, for the playground
 * @param shards null: one process serves everything
 */
export function createClient(mode: Mode, apiUrl: string | null, shards: Shards | null): Client {
  return new Client({
    intents: mode === 'full' ? [...always, GatewayIntentBits.MessageContent] : always,
    // Without these, direct messages and edits of messages from before the start would not arrive.
    partials: [Partials.Channel, Partials.Message],
    // Quoted text can never ping anybody; the one ping there is, of staff on a new card, says so itself.
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 50,
      ReactionManager: 0,
      PresenceManager: 0,
      UserManager: { maxSize: 1000, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    ...(apiUrl === null ? {} : { rest: { api: apiUrl } }),
    ...(shards === null ? {} : { shards: [...shards.ids], shardCount: shards.total }),
  });
}
