/** The bot put together by plain arguments: what talks to what, in which order it starts, and how it stops. */
import { type Client, Events } from 'discord.js';
import type { Config } from './config.ts';
import type { Diagnose } from './diagnosis/diagnosis.ts';
import type { Suggest } from './diagnosis/suggest.ts';
import { type Background, createBackground } from './discord/background.ts';
import { commandDefinitions } from './discord/commands/definitions.ts';
import { publishCommands } from './discord/commands/publish.ts';
import { checkChannels } from './discord/connection/check-channels.ts';
import type { Fault } from './discord/connection/closing.ts';
import { connect } from './discord/connection/connect.ts';
import { createDesk } from './discord/desk.ts';
import { wire } from './discord/events/wire.ts';
import { createInOrder } from './discord/in-order.ts';
import type { Words } from './discord/language/words.ts';
import { recoverReports } from './discord/reports/recover.ts';
import type { Services } from './discord/services.ts';
import { createCourier } from './escalation/courier.ts';
import { createFileReader } from './intake/read-files.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import { openStores, type Stores } from './storage/stores.ts';
import { startHealthFile } from './telemetry/health.ts';
import type { Logger } from './telemetry/logger.ts';

export interface AppParts {
  readonly config: Config;
  readonly knowledge: KnowledgeBase;
  readonly diagnose: Diagnose;
  readonly suggest: Suggest;
  readonly words: Words;
  readonly log: Logger;
  readonly now: () => number;
  readonly times?: Partial<AppTimes>;
}

export interface AppTimes {
  /** A login that takes longer has failed. */
  readonly loginMs: number;
  /** How often the outbox is looked at for cards whose pause is over. */
  readonly deliveryMs: number;
  /** How often left-over reports are looked for, and how old a claim must be to count as one. */
  readonly recoveryMs: number;
  /** How long a stop waits for what is being worked on. */
  readonly drainMs: number;
}

const usualTimes: AppTimes = { loginMs: 30_000, deliveryMs: 5_000, recoveryMs: 60_000, drainMs: 10_000 };

export type Started =
  { readonly kind: 'started'; readonly bot: RunningBot } | { readonly kind: 'failed'; readonly fault: Fault };

export interface RunningBot {
  /** Settles when Discord ends the connection for good. */
  readonly ended: Promise<Fault>;
  /** Takes no more events, finishes what is being worked on, and closes everything. */
  stop(): Promise<void>;
}

/** Database, connection, channels, commands, what was left over: in this order, each only when the last one held. */
export async function startApp(parts: AppParts): Promise<Started> {
  const { config, log } = parts;
  const times = { ...usualTimes, ...parts.times };
  const opened = await openDatabase(config.databasePath, parts.now);
  if (opened.kind === 'failed') return opened;

  const background = createBackground(log);
  const connection = await connect({
    ...config,
    log,
    timeLimitMs: times.loginMs,
    wire: (client) => {
      const services = assemble(parts, opened.stores, client, background);
      wire(client, services, background);
      return services;
    },
  });
  const close = async (client: Client | null): Promise<void> => {
    await background.drain(times.drainMs);
    await client?.destroy();
    await opened.stores.close();
  };
  if (connection.kind === 'failed') {
    await close(null);
    return connection;
  }

  const { client, mode, ended, handlers: services } = connection;
  const fault = await checkChannels(client, services.settings);
  if (fault !== null) {
    await close(client);
    return { kind: 'failed', fault };
  }
  background.run('publishing commands', () => publish(client, parts));
  const stopTimers = startTimers(client, services, background, times, parts);
  log.info({ mode, servers: client.guilds.cache.size, knowledge: parts.knowledge.version }, 'ready');
  const stop = async (): Promise<void> => {
    stopTimers();
    for (const event of handledEvents) client.removeAllListeners(event);
    await close(client);
    log.info('stopped');
  };
  return { kind: 'started', bot: { ended, stop } };
}

const handledEvents = [
  Events.MessageCreate,
  Events.MessageUpdate,
  Events.MessageDelete,
  Events.MessageBulkDelete,
  Events.InteractionCreate,
] as const;

type Opened =
  { readonly kind: 'opened'; readonly stores: Stores } | { readonly kind: 'failed'; readonly fault: Fault };

async function openDatabase(path: string, now: () => number): Promise<Opened> {
  try {
    return { kind: 'opened', stores: await openStores(path, now) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    const fault = {
      sentence: `the database ${path} cannot be opened: ${reason}`,
      hint: 'check DATABASE_PATH',
    };
    return { kind: 'failed', fault };
  }
}

/** Everything that the handlers of one client work with. */
function assemble(parts: AppParts, stores: Stores, client: Client, background: Background): Services {
  const { config, knowledge, words, log, now } = parts;
  const card = { knowledge, words, language: config.defaultLanguage, supportRoleId: config.supportRoleId };
  const deliver = createCourier({ ...stores, desk: createDesk(client, config, card), now, log });
  return {
    ...parts,
    settings: config,
    reports: stores.reports,
    readFiles: createFileReader(),
    inOrder: createInOrder(),
    nudge: () => {
      background.run('delivery', deliver);
    },
  };
}

/** A fault here leaves a bot that still answers messages: it is said in the log and not fatal. */
async function publish(client: Client<true>, { words, log }: AppParts): Promise<void> {
  const result = await publishCommands(client.rest, client.application.id, null, commandDefinitions(words));
  log.info({ result }, 'commands published');
}

/** At once and again and again: cards that wait, reports left over, the sign of life. */
function startTimers(
  client: Client<true>,
  services: Services,
  background: Background,
  times: AppTimes,
  { config, now }: AppParts,
): () => void {
  const recover = (claimedBefore: number): void => {
    background.run('recovery', () => recoverReports(client, services, claimedBefore));
  };
  recover(now());
  services.nudge();
  const timers = [
    setInterval(services.nudge, times.deliveryMs),
    setInterval(() => {
      recover(now() - times.recoveryMs);
    }, times.recoveryMs),
  ];
  const stopHealth =
    config.healthFile === null ? null : startHealthFile(config.healthFile, () => client.isReady());
  return () => {
    for (const timer of timers) clearInterval(timer);
    stopHealth?.();
  };
}
