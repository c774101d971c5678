/** The bot put together by plain arguments: what talks to what, in which order it starts, and how it stops. */
import type { Client } from 'discord.js';
import type { Config } from './config.ts';
import type { Diagnose } from './diagnosis/diagnosis.ts';
import type { Suggest } from './diagnosis/suggest.ts';
import { type Background, createBackground } from './discord/background.ts';
import { commandDefinitions } from './discord/commands/definitions.ts';
import { publishCommands } from './discord/commands/publish.ts';
import { checkPlaces } from './discord/connection/check-places.ts';
import type { Fault } from './discord/connection/closing.ts';
import { connect } from './discord/connection/connect.ts';
import { createDeliverer } from './discord/delivery/deliverer.ts';
import { wire } from './discord/events/wire.ts';
import { createInOrder } from './discord/in-order.ts';
import type { Words } from './discord/language/words.ts';
import { type RoundTimes, startRounds } from './discord/rounds.ts';
import type { Services } from './discord/services.ts';
import { createSettingsOf } from './discord/settings.ts';
import { type Courier, createCourier } from './escalation/courier.ts';
import { doDueWork, type DueWorkParts } from './escalation/due-work.ts';
import type { Incident } from './escalation/incident.ts';
import type { AnswerLimits } from './escalation/limits.ts';
import { usualRules } from './escalation/rules.ts';
import { createFileReader } from './intake/read-files.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { CheckModel } from './models/check-model.ts';
import type { Watch } from './models/live/watch.ts';
import type { SuggestNames } from './models/look-alikes/suggest-names.ts';
import { nameOf } from './storage/database.ts';
import { outageOf } from './storage/outage.ts';
import { openStores, type Stores } from './storage/stores.ts';
import type { Logger } from './telemetry/logger.ts';

export interface AppParts {
  readonly config: Config;
  readonly knowledge: KnowledgeBase;
  /** Asked in the background from the moment that the bot is ready. */
  readonly platform: Watch;
  readonly diagnose: Diagnose;
  readonly checkModel: CheckModel;
  readonly suggestModels: SuggestNames;
  readonly suggest: Suggest;
  readonly words: Words;
  readonly log: Logger;
  readonly now: () => number;
  /** Left out: the usual ones. */
  readonly answerLimits?: AnswerLimits;
  readonly times?: Partial<AppTimes>;
}

export interface AppTimes extends RoundTimes {
  /** A login that takes longer has failed. */
  readonly loginMs: number;
  /** How often the agenda is looked at for work that has fallen due. */
  readonly agendaMs: number;
  /** How long a stop waits for what is being worked on; less than the 10 s that Docker gives. */
  readonly drainMs: number;
}

const usualTimes: AppTimes = {
  loginMs: 30_000,
  deliveryMs: 5_000,
  recoveryMs: 60_000,
  agendaMs: 30_000,
  drainMs: 8_000,
};

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
  const opened = await openDatabase(config, parts.now);
  if (opened.kind === 'failed') return opened;
  const { stores } = opened;
  const background = createBackground(log);
  const close = async (client: Client | null): Promise<void> => {
    await background.drain(times.drainMs);
    await client?.destroy();
    await stores.close();
  };

  const connection = await connect({
    ...config,
    log,
    timeLimitMs: times.loginMs,
    wire: (client) => {
      const { services, courier } = assemble(parts, stores, client, background);
      return { services, courier, unwire: wire(client, services, background) };
    },
  });
  if (connection.kind === 'failed') {
    await close(null);
    return connection;
  }
  const { client, handlers, mode, ended } = connection;
  const fault = await checkPlaces(client, handlers.services.settings, log);
  if (fault !== null) {
    await close(client);
    return { kind: 'failed', fault };
  }

  background.run('publishing commands', () => publish(client, parts));
  background.run('refused cards', async () => {
    if ((await stores.refusals.retryCards()) > 0) handlers.services.nudge();
  });
  const stopRounds = startRounds(client, handlers.services, background, times, config.healthFile);
  const stopAgenda = startAgenda({ ...handlers.services, agenda: stores.agenda }, background, times.agendaMs);
  log.info({ mode, servers: client.guilds.cache.size, knowledge: parts.knowledge.version }, 'ready');
  const stopWatching = parts.platform.start();
  const stop = async (): Promise<void> => {
    stopRounds();
    stopAgenda();
    stopWatching();
    handlers.courier.stop();
    handlers.unwire();
    await close(client);
    log.info('stopped');
  };
  return { kind: 'started', bot: { ended, stop } };
}

type Opened =
  { readonly kind: 'opened'; readonly stores: Stores } | { readonly kind: 'failed'; readonly fault: Fault };

async function openDatabase({ database: place, remindAfterMs }: Config, now: () => number): Promise<Opened> {
  try {
    return { kind: 'opened', stores: await openStores(place, now, { ...usualRules, remindAfterMs }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    const fault = {
      sentence: `the database ${nameOf(place)} cannot be opened: ${reason}`,
      hint: 'check DATABASE_URL and DATABASE_PATH',
    };
    return { kind: 'failed', fault };
  }
}

/** Everything that the handlers of one client work with, and the courier that carries what they owe. */
function assemble(
  parts: AppParts,
  stores: Stores,
  client: Client,
  background: Background,
): { services: Services; courier: Courier } {
  const { config, log, now } = parts;
  const settingsOf = createSettingsOf(stores.guilds, config);
  const deliverer = createDeliverer({
    ...parts,
    ...parts.platform,
    client,
    settingsOf,
    related: (incident) => relatedTo(incident, stores.incidents),
    defaultLanguage: config.defaultLanguage,
  });
  const deliver = (): void => {
    background.run('delivery', courier.deliver);
  };
  const wake = (afterMs: number): void => {
    setTimeout(deliver, afterMs).unref();
  };
  const courier = createCourier({ outbox: stores.outbox, deliverer, now, log, wake });
  const services: Services = {
    ...parts,
    ...stores,
    catalogue: parts.platform.catalogue,
    platformStatus: parts.platform.platformStatus,
    outageOf,
    settings: config,
    settingsOf,
    readFiles: createFileReader(),
    inOrder: createInOrder(),
    nudge: deliver,
  };
  return { services, courier };
}

/** Other unfinished incidents with the same model, at most two. None of direct messages: their cards have no server to link in. */
async function relatedTo(
  { id, guildId, model }: Incident,
  incidents: Stores['incidents'],
): Promise<readonly Incident[]> {
  if (model === null || guildId === null) return [];
  const page = await incidents.list({ guildId, state: 'unfinished', model, most: 3, skip: 0 });
  return page.incidents.filter((other) => other.id !== id && other.count > 0).slice(0, 2);
}

/** Begins at once: what fell due while nobody was there is done first. */
function startAgenda(parts: DueWorkParts, background: Background, agendaMs: number): () => void {
  const look = (): void => {
    background.run('due work', () => doDueWork(parts));
  };
  look();
  const timer = setInterval(look, agendaMs);
  return () => {
    clearInterval(timer);
  };
}

/** A failure here leaves a bot that still answers messages: it stands in the log and is not fatal. */
async function publish(client: Client<true>, { words, log }: AppParts): Promise<void> {
  const result = await publishCommands(client.rest, client.application.id, null, commandDefinitions(words));
  log.info({ result }, 'commands published');
}
