/** The whole state of the embedded Discord, and the two ways news leave it: to bots and to people watching. */
import { EventEmitter } from 'node:events';
import { randomBytes } from 'node:crypto';
import type { APIMessage } from 'discord-api-types/v10';
import { userObject } from './user-object.ts';
import { snowflakes, type NextSnowflake } from './snowflake.ts';
import type {
  Application,
  Channel,
  Command,
  Guild,
  Interaction,
  MessageFacts,
  Person,
  StoredAttachment,
} from './types.ts';

/** One gateway event on its way to every bot session that may see it. */
export interface Dispatch {
  t: string;
  d: object;
  guildId: string | null;
  channelId: string | null;
}

export interface WorldEvents {
  dispatch: [Dispatch];
  message: [APIMessage];
  messageUpdate: [APIMessage];
  messageDelete: [{ id: string; channelId: string; guildId: string | null }];
  interactionResponse: [Interaction];
  typing: [{ channelId: string; userId: string }];
  thread: [Channel];
}

export interface World {
  now: () => number;
  nextId: NextSnowflake;
  /** Where attachments can be fetched; known once the server listens. */
  cdnUrl: string;
  secret: Buffer;
  application: Application;
  people: Map<string, Person>;
  guilds: Map<string, Guild>;
  channels: Map<string, Channel>;
  /** By channel, in order of creation. */
  messages: Map<string, Map<string, APIMessage>>;
  facts: Map<string, MessageFacts>;
  /** By author and nonce. */
  nonces: Map<string, { messageId: string; channelId: string; at: number }>;
  /** By message, then by emoji: the users. */
  reactions: Map<string, Map<string, Set<string>>>;
  attachments: Map<string, StoredAttachment>;
  globalCommands: Map<string, Command>;
  guildCommands: Map<string, Map<string, Command>>;
  interactions: Map<string, Interaction>;
  events: EventEmitter<WorldEvents>;
}

export interface WorldOptions {
  now: () => number;
  token: string;
  applicationName: string;
  messageContent: boolean;
}

export function createWorld({ now, token, applicationName, messageContent }: WorldOptions): World {
  const nextId = snowflakes(now);
  const id = nextId();
  const bot = userObject({ id, username: applicationName, globalName: null, bot: true });
  const events = new EventEmitter<WorldEvents>();
  events.setMaxListeners(0);
  return {
    now,
    nextId,
    cdnUrl: '',
    secret: randomBytes(32),
    application: {
      id,
      name: applicationName,
      token,
      messageContent,
      guildMembers: false,
      presences: false,
      bot,
    },
    people: new Map([[id, { user: bot, locale: 'en-US', dmsClosed: false }]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    facts: new Map(),
    nonces: new Map(),
    reactions: new Map(),
    attachments: new Map(),
    globalCommands: new Map(),
    guildCommands: new Map(),
    interactions: new Map(),
    events,
  };
}

export function dispatch(
  world: World,
  t: string,
  d: object,
  channel: Channel | null,
  guildId?: string,
): void {
  world.events.emit('dispatch', {
    t,
    d,
    guildId: guildId ?? channel?.guildId ?? null,
    channelId: channel?.id ?? null,
  });
}

export function timestamp(world: World): string {
  return new Date(world.now()).toISOString();
}
