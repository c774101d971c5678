/** `errdesk playground`: the embedded Discord, the real bot against it, and a page in the browser or a chat in the terminal. */
import type { Command } from 'commander';
import { type RunningBot, startApp } from '../app.ts';
import { logLevels } from '../config.ts';
import type { loadParts } from '../main.ts';
import {
  type DemoGuild,
  type EmbeddedDiscord,
  seedDemoGuild,
  startEmbeddedDiscord,
} from '../playground/embedded-discord.ts';
import { untilQuiet } from '../playground/terminal/quiet.ts';
import { runChat } from '../playground/terminal/run.ts';
import { bundlePage } from '../playground/web/bundle.ts';
import { dataDir, loadKnowledgeOrFail } from './data-dir.ts';
import { loadPartsOrFail } from './load-parts.ts';
import { playInBrowser } from './play-in-browser.ts';
import { UserError } from './user-error.ts';

interface Options {
  readonly data?: string;
  readonly log: string;
  readonly port: number;
  readonly terminal: boolean;
}

export function registerPlayground(program: Command): void {
  program
    .command('playground')
    .description('try the bot in the browser against an embedded Discord; no token, no network')
    .option('--port <number>', 'where the page is served on this machine; 0: any free port', portNumber, 4780)
    .option('--terminal', 'chat in the terminal instead; takes piped input too', false)
    .option('--data <dir>', 'folder of the knowledge base (default: the one shipped)')
    .option('--log <level>', "print the bot's own log to standard error, e.g. info", logLevel, 'silent')
    .action(play);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UserError(`${text} is no port`, 'give a number from 0 to 65535', 2);
  return port;
}

function logLevel(text: string): string {
  if (!logLevels.some((level) => level === text))
    throw new UserError(`${text} is no log level`, `give one of ${logLevels.join(', ')}`, 2);
  return text;
}

/** What is played with, once it runs. */
export interface Stage {
  readonly discord: EmbeddedDiscord;
  readonly guild: DemoGuild;
  readonly bot: RunningBot;
  readonly parts: ReturnType<typeof loadParts>;
}

async function play(options: Options): Promise<void> {
  const dir = dataDir(options.data);
  loadKnowledgeOrFail(dir);
  const page = options.terminal ? null : bundlePage();
  // It is made while the bot starts; a fault in it is looked at when the page is needed.
  page?.catch(() => undefined);
  const discord = await startEmbeddedDiscord();
  try {
    const guild = seedDemoGuild(discord, { chineseUser: !options.terminal });
    const parts = loadPartsOrFail({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      SUPPORT_CHANNEL_ID: guild.supportDesk.id,
      SUPPORT_ROLE_ID: guild.staffRole.id,
      // Nothing is kept: every playground begins anew.
      DATABASE_PATH: ':memory:',
      DATA_DIR: dir,
      LOG_LEVEL: options.log,
    });
    const started = await startApp(parts);
    if (started.kind === 'failed') throw new UserError(started.fault.sentence, started.fault.hint);
    const stage = { discord, guild, bot: started.bot, parts };
    // The commands are published in the background.
    await untilQuiet(discord.requests);
    await (page === null ? playInTerminal(stage) : playInBrowser(stage, page, options.port));
  } finally {
    await discord.close();
  }
}

async function playInTerminal({ discord, guild, bot }: Stage): Promise<void> {
  try {
    await runChat(discord, guild, { input: process.stdin, output: process.stdout });
  } finally {
    await bot.stop();
  }
}
