/**
 * An embedded, Discord-compatible server on 127.0.0.1: REST version 10, the gateway and the CDN, strict where
 * Discord is strict. A bot connects with `rest: { api: discord.apiUrl }`; people act through the methods here:
 *
 *     const discord = await startEmbeddedDiscord();
 *     const { help, alice } = seedDemoGuild(discord);
 *     // … start the bot with discord.apiUrl and discord.token …
 *     const question = discord.say({ user: alice, channel: help, content: '503' });
 *     const reply = await discord.waitForReply(question);
 *     const answer = await discord.click({ user: alice, message: reply, customId: 'Solved' }).message();
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { gatewayControls, type GatewayControls } from './gateway/controls.ts';
import { Gateway } from './gateway/gateway.ts';
import { closeServer, listen } from './listen.ts';
import { peopleApi, type PeopleApi } from './people/people-api.ts';
import { restApp } from './rest/app.ts';
import { createFaults, type Fault } from './rest/faults.ts';
import { DISCORD_LIMITS, type RateLimits } from './rest/rate-limits.ts';
import { createRequestLog, type RequestRecord } from './rest/request-log.ts';
import { announce } from './world/messages.ts';
import { findChannel, findMessage } from './world/find.ts';
import type { Application, Pings, Ref } from './world/types.ts';
import { createWorld, type World } from './world/world.ts';
import { idOf } from './world/types.ts';

export interface EmbeddedDiscordOptions {
  /** The clock of ids, timestamps, interaction tokens, nonces and CDN links. */
  now?: () => number;
  token?: string;
  applicationName?: string;
  /** Whether the application has the MESSAGE_CONTENT intent (default: yes). */
  messageContent?: boolean;
  /** True for Discord's own figures, an object to change some of them; off by default. */
  rateLimits?: boolean | Partial<RateLimits>;
  /** What GET /gateway/bot recommends. */
  shards?: number;
  heartbeatInterval?: number;
  port?: number;
}

export interface EmbeddedDiscord extends PeopleApi, GatewayControls {
  url: string;
  /** For `new Client({ rest: { api } })`. */
  apiUrl: string;
  cdnUrl: string;
  gatewayUrl: string;
  token: string;
  application: Application;
  bot: APIUser;
  /** The whole state, to look at. */
  world: World;
  /** Every request to REST and CDN, oldest first. */
  requests: RequestRecord[];
  onRequest: (listener: (request: RequestRecord) => void) => () => void;
  failNext: (fault: Fault) => void;
  clearFaults: () => void;
  /** The same MESSAGE_CREATE once more, as Discord sometimes sends it. */
  deliverTwice: (message: Ref) => void;
  /** The portal's switch goes off: REST hides content, sessions with the intent are closed with 4014. */
  revokeMessageContent: () => void;
  grantMessageContent: () => void;
  /** Whom a message notified when it was sent. */
  pings: (message: Ref) => Pings;
  /** The user an ephemeral message is for; null when everybody sees it. */
  visibleTo: (message: Ref) => string | null;
  message: (message: Ref) => APIMessage | null;
  close: () => Promise<void>;
}

export async function startEmbeddedDiscord(options: EmbeddedDiscordOptions = {}): Promise<EmbeddedDiscord> {
  const token = options.token ?? 'embedded-discord-token';
  const world = createWorld({
    now: options.now ?? Date.now,
    token,
    applicationName: options.applicationName ?? 'errdesk',
    messageContent: options.messageContent ?? true,
  });
  const log = createRequestLog();
  const faults = createFaults();
  const address = { url: '', gateway: '' };
  const gateway = new Gateway({
    world,
    url: () => address.gateway,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
  });
  const app = restApp({
    world,
    log,
    faults,
    rateLimits: limitsFrom(options.rateLimits),
    gateway: { url: () => address.gateway, shards: options.shards ?? 1 },
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    gateway.server.handleUpgrade(request, socket, head, (webSocket) => {
      gateway.server.emit('connection', webSocket, request);
    });
  });
  const port = await listen(server, options.port ?? 0);
  address.url = `http://127.0.0.1:${port}`;
  address.gateway = `ws://127.0.0.1:${port}/gateway`;
  world.cdnUrl = `${address.url}/cdn`;

  return {
    url: address.url,
    apiUrl: `${address.url}/api`,
    cdnUrl: world.cdnUrl,
    gatewayUrl: address.gateway,
    token,
    application: world.application,
    bot: world.application.bot,
    world,
    requests: log.all,
    onRequest: (listener) => {
      log.events.on('request', listener);
      return () => log.events.off('request', listener);
    },
    failNext: faults.add,
    clearFaults: faults.clear,
    ...gatewayControls(gateway),
    deliverTwice: (ref) => {
      const message = findMessage(world, ref);
      announce(world, 'MESSAGE_CREATE', findChannel(world, message.channel_id), message);
    },
    revokeMessageContent: () => {
      world.application.messageContent = false;
      gateway.dropPrivileged();
    },
    grantMessageContent: () => {
      world.application.messageContent = true;
    },
    pings: (ref) => world.facts.get(idOf(ref))?.pinged ?? { users: [], roles: [], everyone: false },
    visibleTo: (ref) => world.facts.get(idOf(ref))?.visibleTo ?? null,
    ...peopleApi(world),
    close: async () => {
      gateway.close();
      await closeServer(server);
      world.events.removeAllListeners();
    },
  };
}

function limitsFrom(wanted: EmbeddedDiscordOptions['rateLimits']): RateLimits | null {
  if (!wanted) return null;
  return wanted === true ? DISCORD_LIMITS : { ...DISCORD_LIMITS, ...wanted };
}

export { seedDemoGuild, type DemoGuild } from './demo-guild.ts';
export { ClientRefusal } from './people/client-refusal.ts';
export { InteractionHandle } from './people/interaction-handle.ts';
export type { PeopleApi } from './people/people-api.ts';
export type { GatewayControls } from './gateway/controls.ts';
export type { Fault } from './rest/faults.ts';
export type { Limit, RateLimits } from './rest/rate-limits.ts';
export type { RequestRecord } from './rest/request-log.ts';
export type { Upload } from './world/attachments.ts';
export type { Application, Channel, Choice, Guild, Interaction, Modal, Pings, Ref } from './world/types.ts';
