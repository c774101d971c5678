/** A real bot against the embedded Discord, with the real knowledge base and a real database file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { APIEmbed, APIMessage } from 'discord.js';
import { expect } from 'vitest';
import { type AppTimes, type RunningBot, startApp } from '../../src/app.ts';
import type { AnswerLimits } from '../../src/escalation/limits.ts';
import { loadParts } from '../../src/main.ts';
import {
  type DemoGuild,
  type EmbeddedDiscord,
  type EmbeddedDiscordOptions,
  seedDemoGuild,
  startEmbeddedDiscord,
} from '../../src/playground/embedded-discord.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { temporaryFolder } from '../storage/temporary.ts';

export interface StageOptions {
  readonly discord?: EmbeddedDiscordOptions;
  readonly locale?: string;
  /** Bo reads and writes Chinese. */
  readonly chineseUser?: boolean;
  /** More variables; a function when they name something of the guild. */
  readonly env?: (place: { discord: EmbeddedDiscord } & DemoGuild) => Readonly<Record<string, string>>;
  readonly times?: Partial<AppTimes>;
  /** The clock of the bot; Discord's own goes on as always. */
  readonly now?: () => number;
  /** By default nobody is limited: tests let few people say much. */
  readonly limits?: AnswerLimits;
  /** Leave the bot off; `start` starts it. */
  readonly asleep?: boolean;
}

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** One 503 as a gateway of the first user prints it, with everything staff want. */
export const noChannel =
  "openai.InternalServerError: Error code: 503 - {'error': {'message': 'No available channel for model gpt-4o-mini under group default (distributor) (request id: 20260714093015123456789abcdefgh)', 'type': 'new_api_error', 'code': 'model_not_found'}}";

const always = { most: 10_000, windowMs: 60_000 };
const unlimited: AnswerLimits = { user: always, channel: always };

/** The same for another model: an incident of its own. */
export function noChannelFor(model: string): string {
  return noChannel.replaceAll('gpt-4o-mini', model);
}

export async function setStage(options: StageOptions = {}) {
  const discord = await startEmbeddedDiscord(options.discord);
  const guild = seedDemoGuild(discord, {
    ...(options.locale !== undefined && { locale: options.locale }),
    ...(options.chineseUser !== undefined && { chineseUser: options.chineseUser }),
  });
  const folder = temporaryFolder();
  const logged: Record<string, unknown>[] = [];
  const log = createLogger('debug', {
    write: (line: string) => {
      logged.push(JSON.parse(line) as Record<string, unknown>);
    },
  });
  const env: Record<string, string> & { DATABASE_PATH: string } = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    SUPPORT_CHANNEL_ID: guild.supportDesk.id,
    SUPPORT_ROLE_ID: guild.staffRole.id,
    DATABASE_PATH: join(folder.path, 'errdesk.sqlite'),
    MODELS_FILE: join(folder.path, 'models-kept.json'),
    ...options.env?.({ discord, ...guild }),
  };
  const parts = {
    ...loadParts(env, { log, ...(options.now && { now: options.now }) }),
    answerLimits: options.limits ?? unlimited,
    ...(options.times && { times: options.times }),
  };
  let bot: RunningBot | null = null;

  const stage = {
    discord,
    ...guild,
    env,
    logged,
    /** What the bot knows of the platform. */
    platform: parts.platform,
    tryToStart: () => startApp(parts),
    start: async (): Promise<RunningBot> => {
      const started = await startApp(parts);
      if (started.kind === 'failed') throw new Error(started.fault.sentence);
      bot = started.bot;
      await commandsPublished(discord);
      return bot;
    },
    stop: async (): Promise<void> => {
      await bot?.stop();
      bot = null;
    },
    close: async (): Promise<void> => {
      await stage.stop();
      await discord.close();
      folder.remove();
    },
    /** How many reports the database knows of a message; 0 while there is no database. */
    claims: (source: string): number => {
      if (!existsSync(env.DATABASE_PATH)) return 0;
      const database = new DatabaseSync(env.DATABASE_PATH, { readOnly: true });
      const found = database.prepare('select count(*) as claims from reports where source = ?').get(source);
      database.close();
      return Number(found?.claims);
    },
    /** The cards at the desk, oldest first. */
    cards: () =>
      discord.messagesIn(guild.supportDesk).filter((message) => discord.visibleTo(message) === null),
    waitForCard: (fits: (card: APIMessage) => boolean = () => true) =>
      discord.waitForMessage(
        (message) =>
          message.channel_id === guild.supportDesk.id && discord.visibleTo(message) === null && fits(message),
      ),
    /** The card whose first or latest message that is. */
    cardOf: (message: { id: string }) =>
      stage.waitForCard((card) =>
        ['First message', 'Latest message'].some((name) =>
          card.embeds[0]?.fields?.some(
            (field) => field.name === name && field.value.includes(`/${message.id}`),
          ),
        ),
      ),
    /** Errors of the log: a test that ends well has none. */
    faults: () => logged.filter(({ level, msg }) => Number(level) >= 50 && msg !== 'cannot be delivered'),
  };
  if (options.asleep !== true) await stage.start();
  return stage;
}

async function commandsPublished(discord: EmbeddedDiscord): Promise<void> {
  while (discord.world.globalCommands.size === 0) {
    await new Promise<void>((next) => {
      const off = discord.onRequest(() => {
        off();
        setImmediate(next);
      });
    });
  }
}

export function embedOf(message: APIMessage): APIEmbed {
  const [embed] = message.embeds;
  if (embed === undefined) throw new Error(`no embed in: ${message.content}`);
  return embed;
}

/** The value of the field with that name. */
export function fieldOf(message: APIMessage, name: string): string | undefined {
  return embedOf(message).fields?.find((field) => field.name === name)?.value;
}

/** Labels of the buttons, or placeholders of the selects. */
export function controlsOf(message: APIMessage): string[] {
  return (message.components ?? []).flatMap((row) =>
    'components' in row
      ? row.components.flatMap((one) => {
          if ('label' in one && one.label) return [one.label];
          return 'placeholder' in one && one.placeholder ? [one.placeholder] : [];
        })
      : [],
  );
}

/** The custom id of the one select of a message. */
export function selectOf(message: APIMessage): string {
  for (const row of message.components ?? []) {
    if (!('components' in row)) continue;
    for (const one of row.components) if ('options' in one && 'custom_id' in one) return one.custom_id;
  }
  throw new Error('no select on this message');
}

/** Looks again and again until it is so; patient, since machines are slow at times. */
export function eventually<Seen>(look: () => Seen) {
  return expect.poll(look, { timeout: 10_000 });
}
