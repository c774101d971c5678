/** From a token to a connected client, or to one sentence why not. */
import {
  type Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  RESTEvents,
} from 'discord.js';
import type { Logger } from '../../telemetry/logger.ts';
import { createClient, type Mode, type Shards } from './client.ts';
import { type Fault, faultOfClose, isDisallowedIntents, wrongToken } from './closing.ts';

export interface ConnectOptions<Handlers> {
  readonly token: string;
  readonly apiUrl: string | null;
  /** Left out: one process serves everything. */
  readonly shards?: Shards | null;
  /** A login that settles neither way is given up then: discord.js itself would try for ever. */
  readonly timeLimitMs: number;
  readonly log: Logger;
  /** Puts the handlers on a client before it connects, so that no event is missed. */
  readonly wire: (client: Client) => Handlers;
}

export type Connection<Handlers> =
  | {
      readonly kind: 'connected';
      readonly client: Client<true>;
      readonly mode: Mode;
      /** What `wire` made for this client. */
      readonly handlers: Handlers;
      /** Settles when Discord ends the connection for good. discord.js itself would go on as if it were ready. */
      readonly ended: Promise<Fault>;
    }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** Connects; without the message content intent, in reduced mode. */
export async function connect<Handlers>(options: ConnectOptions<Handlers>): Promise<Connection<Handlers>> {
  const full = await attempt('full', options);
  if (full.kind !== 'closed') return full;
  if (!isDisallowedIntents(full.code)) return { kind: 'failed', fault: faultOfClose(full.code) };
  options.log.warn(
    'reduced mode: without the message content intent only /error, the message menu, mentions and direct messages are answered',
  );
  const reduced = await attempt('reduced', options);
  return reduced.kind === 'closed' ? { kind: 'failed', fault: faultOfClose(reduced.code) } : reduced;
}

type Attempt<Handlers> = Connection<Handlers> | { readonly kind: 'closed'; readonly code: number };

async function attempt<Handlers>(
  mode: Mode,
  { token, apiUrl, shards, timeLimitMs, log, wire }: ConnectOptions<Handlers>,
): Promise<Attempt<Handlers>> {
  const client = createClient(mode, apiUrl, shards ?? null);
  const closed = closeForGood(client);
  logConnection(client, log);
  const handlers = wire(client);
  const result = await Promise.race([
    login(client, token),
    closed.then((code) => ({ kind: 'closed' as const, code })),
    afterTime(timeLimitMs),
  ]);
  if (result.kind === 'connected') return { ...result, mode, handlers, ended: closed.then(faultOfClose) };
  client.removeAllListeners();
  // Late errors of a client that was given up must not end the process.
  client.on(Events.Error, () => undefined);
  await client.destroy().catch(() => undefined);
  return result;
}

async function login(client: Client, token: string) {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    const fault = faultOfLogin(error);
    // A close that Discord gave a code for also rejects the login, without the code: the event tells more.
    return fault === null ? new Promise<never>(() => undefined) : { kind: 'failed' as const, fault };
  }
  return { kind: 'connected' as const, client: await ready };
}

function faultOfLogin(error: unknown): Fault | null {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return wrongToken;
  const { code, status } = error as { code?: unknown; status?: unknown };
  if (typeof status === 'number') return unreachable(`it answered ${status}`);
  return typeof code === 'string' ? unreachable(code) : null;
}

function unreachable(reason: string): Fault {
  return { sentence: `Discord cannot be reached: ${reason}`, hint: 'check the network and DISCORD_API_URL' };
}

async function afterTime(milliseconds: number) {
  await new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
  const seconds = Math.round(milliseconds / 1000);
  return { kind: 'failed' as const, fault: unreachable(`no login after ${seconds} s`) };
}

/** The code with which Discord closed for good; a token that the REST side refuses counts as the same thing. */
function closeForGood(client: Client): Promise<number> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      resolve(code);
    });
    // discord.js forgets the token then, fails every later call, and goes on looking healthy.
    client.rest.on(RESTEvents.Response, ({ data }, { status }) => {
      if (status === 401 && data.auth) resolve(GatewayCloseCodes.AuthenticationFailed);
    });
  });
}

function logConnection(client: Client, log: Logger): void {
  client.on(Events.ShardReconnecting, (shard) => {
    log.warn({ shard }, 'connection lost, reconnecting');
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    log.info({ shard, replayed }, 'connection resumed');
  });
  client.on(Events.ShardError, (error, shard) => {
    log.warn({ shard, reason: error.message }, 'connection fault');
  });
  // Without a listener an 'error' event would end the process.
  client.on(Events.Error, (error) => {
    log.error({ reason: error.name }, 'discord.js fault');
  });
}
