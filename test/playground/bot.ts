/** A real discord.js client on an embedded Discord, with the demo guild in it. */
import { once } from 'node:events';
import { Client, Events, GatewayIntentBits, Partials, type ClientOptions } from 'discord.js';
import {
  seedDemoGuild,
  startEmbeddedDiscord,
  type DemoGuild,
  type EmbeddedDiscord,
  type EmbeddedDiscordOptions,
} from '../../src/playground/embedded-discord.ts';

export const ALL = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
];

export interface Scene extends DemoGuild {
  discord: EmbeddedDiscord;
  client: Client<true>;
}

/** Never waits in the client for limits that the test did not set up. */
export function clientFor(discord: EmbeddedDiscord, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: ALL,
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl, globalRequestsPerSecond: 1e9 },
    ...options,
  });
}

export async function connect(
  discord: EmbeddedDiscord,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = clientFor(discord, options);
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  return client as Client<true>;
}

export async function scene(
  options: EmbeddedDiscordOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<Scene> {
  const discord = await startEmbeddedDiscord(options);
  const demo = seedDemoGuild(discord);
  const client = await connect(discord, clientOptions);
  return { discord, client, ...demo };
}

export async function leave({ client, discord }: Pick<Scene, 'client' | 'discord'>): Promise<void> {
  await client.destroy();
  await discord.close();
}
