/** Environment → Config: read once at start, every fault at once, then passed in as an argument. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** One variable that cannot be used, with what to do about it. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: 'is missing' | 'is not valid';
  readonly hint: string;
}

/** Thrown with every problem, so that one start is enough to see them all. Never holds a value: one is a secret. */
export class ConfigFault extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, problem, hint }) => `${variable} ${problem}: ${hint}`).join('\n'));
    this.name = 'ConfigFault';
    this.problems = problems;
  }
}

const bundledData = fileURLToPath(new URL('../data', import.meta.url));

/** Discord's id of anything, as it is copied in developer mode. */
const snowflake = z.string().regex(/^\d{17,20}$/);
const snowflakes = z
  .string()
  .transform((list) => list.split(',').map((id) => id.trim()))
  .pipe(z.array(snowflake));
const address = z.url({ protocol: /^https?$/ });
/** A password in the address could not be sent, but would be easy to print. */
const publicAddress = address.refine((text) => {
  const url = URL.parse(text);
  return url?.username === '' && url.password === '';
});
/** What a header can carry. */
const apiKey = z.string().regex(/^[\x21-\x7e]+$/);

/** `0,1/4`: of four shards this process runs the first two. */
const shards = z
  .string()
  .regex(/^\s*\d{1,5}\s*(,\s*\d{1,5}\s*)*\/\s*\d{1,5}\s*$/)
  .transform((text) => {
    const [ids = '', total = ''] = text.split('/');
    return { ids: [...new Set(ids.split(',').map(Number))], total: Number(total) };
  })
  .refine(({ ids, total }) => ids.every((id) => id < total));

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** At most a week. */
const minutes = z.coerce.number().int().min(1).max(10_080);

const discordVariables = {
  DISCORD_TOKEN: z.string(),
  DISCORD_API_URL: address.optional(),
};

const publishSchema = z
  .object(discordVariables)
  .transform((env) => ({ token: env.DISCORD_TOKEN, apiUrl: env.DISCORD_API_URL ?? null }));

const databaseVariables = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_PATH: z.string().default('var/errdesk.sqlite'),
};

const databaseSchema = z
  .object(databaseVariables)
  .transform((env) => ({ database: env.DATABASE_URL ?? env.DATABASE_PATH }));

const botVariables = {
  ...discordVariables,
  SUPPORT_CHANNEL_ID: snowflake,
  SUPPORT_ROLE_ID: snowflake.optional(),
  WATCH_CHANNEL_IDS: snowflakes.optional(),
  ...databaseVariables,
  SHARDS: shards.optional(),
  REMIND_AFTER_MINUTES: minutes.default(15),
  DATA_DIR: z.string().default(bundledData),
  MODELS_URL: publicAddress.optional(),
  MODELS_API_KEY: apiKey.optional(),
  MODELS_FILE: z.string().default('var/models-kept.json'),
  STATUS_URL: publicAddress.optional(),
  DEFAULT_LANGUAGE: z.enum(['en', 'zh']).default('en'),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  HEALTH_FILE: z.string().optional(),
};

/** Every variable that errdesk reads; .env.example explains each. */
export const variableNames: readonly string[] = Object.keys(botVariables);

const botSchema = z.object(botVariables).transform((env) => ({
  token: env.DISCORD_TOKEN,
  apiUrl: env.DISCORD_API_URL ?? null,
  supportChannelId: env.SUPPORT_CHANNEL_ID,
  supportRoleId: env.SUPPORT_ROLE_ID ?? null,
  /** Empty: every channel that the bot can see. */
  watchChannelIds: env.WATCH_CHANNEL_IDS ?? [],
  /** The address of PostgreSQL, which holds a password, or the path of a SQLite file. */
  database: env.DATABASE_URL ?? env.DATABASE_PATH,
  /** null: this process runs all of them. */
  shards: env.SHARDS ?? null,
  remindAfterMs: env.REMIND_AFTER_MINUTES * 60_000,
  dataDir: env.DATA_DIR,
  /** null: only the shipped list is known. */
  modelsUrl: env.MODELS_URL ?? null,
  modelsApiKey: env.MODELS_API_KEY ?? null,
  modelsFile: env.MODELS_FILE,
  /** null: nobody asks whether the platform is up. */
  statusUrl: env.STATUS_URL ?? null,
  defaultLanguage: env.DEFAULT_LANGUAGE,
  logLevel: env.LOG_LEVEL,
  healthFile: env.HEALTH_FILE ?? null,
}));

const copyId = 'switch on developer mode in Discord, right-click';

const hints: Readonly<Record<string, string>> = {
  DISCORD_TOKEN:
    'copy it from the Bot page of your application at https://discord.com/developers/applications',
  DISCORD_API_URL: 'write an http(s) address, or leave it out to talk to the real Discord',
  SUPPORT_CHANNEL_ID: `${copyId} the channel where staff get their cards and copy its id (17 to 20 digits)`,
  SUPPORT_ROLE_ID: `${copyId} the role that a new card pings and copy its id, or leave it out to ping nobody`,
  WATCH_CHANNEL_IDS: 'write channel ids with commas between them, or leave it out to watch every channel',
  DATABASE_URL:
    'write postgres://user:password@host:5432/name, or leave it out to keep everything in the file DATABASE_PATH',
  SHARDS: 'write the numbers of the shards to run here and how many there are, like 0,1/4, or leave it out',
  REMIND_AFTER_MINUTES: 'write a whole number of minutes, at most 10080',
  MODELS_URL:
    'write the http(s) address of a list of models without user and password, like https://example.com/v1/models, or leave it out',
  MODELS_API_KEY: 'copy the key again: one word of plain letters, digits and signs',
  STATUS_URL:
    'write an http(s) address without user and password, like https://example.com/api/status, or leave it out',
  DEFAULT_LANGUAGE: 'write en or zh',
  LOG_LEVEL: `write one of ${logLevels.join(', ')}`,
};

export type Config = z.output<typeof botSchema>;
export type DatabaseConfig = z.output<typeof databaseSchema>;
export type PublishConfig = z.output<typeof publishSchema>;
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads what the bot needs.
 * @throws ConfigFault naming every variable that is missing or wrong
 */
export function readConfig(env: Environment): Config {
  return read(botSchema, env);
}

/**
 * Reads what publishing the commands needs: only how to reach Discord.
 * @throws ConfigFault naming every variable that is missing or wrong
 */
export function readPublishConfig(env: Environment): PublishConfig {
  return read(publishSchema, env);
}

/**
 * Reads where the database is, for commands that need nothing else.
 * @throws ConfigFault naming every variable that is wrong
 */
export function readDatabaseConfig(env: Environment): DatabaseConfig {
  return read(databaseSchema, env);
}

function read<Output>(schema: z.ZodType<Output>, env: Environment): Output {
  const given = withoutEmpty(env);
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const variables = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  throw new ConfigFault([...variables].map((variable) => problemOf(variable, given)));
}

/** Compose files and CI pass unset variables as empty text: to a person that means "not given". */
function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  );
}

function problemOf(variable: string, given: Environment): ConfigProblem {
  return {
    variable,
    problem: given[variable] === undefined ? 'is missing' : 'is not valid',
    hint: hints[variable] ?? 'see .env.example',
  };
}
