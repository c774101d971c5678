/** `errdesk playground`: the embedded Discord, the real bot against it, and a chat in the terminal. */
import type { Command } from 'commander';
import { startApp } from '../app.ts';
import { loadParts } from '../main.ts';
import { seedDemoGuild, startEmbeddedDiscord } from '../playground/embedded-discord.ts';
import { untilQuiet } from '../playground/terminal/quiet.ts';
import { runChat } from '../playground/terminal/run.ts';
import { dataDir, loadKnowledgeOrFail } from './data-dir.ts';
import { UserError } from './user-error.ts';

interface Options {
  readonly data?: string;
  readonly log: string;
}

export function registerPlayground(program: Command): void {
  program
    .command('playground')
    .description('try the bot in the terminal against an embedded Discord; no token, no network')
    .option('--data <dir>', 'folder of the knowledge base (default: the one shipped)')
    .option('--log <level>', "print the bot's own log to standard error, e.g. info", 'silent')
    .action(play);
}

async function play(options: Options): Promise<void> {
  const dir = dataDir(options.data);
  loadKnowledgeOrFail(dir);
  const discord = await startEmbeddedDiscord();
  try {
    const guild = seedDemoGuild(discord);
    const started = await startApp(
      loadParts({
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        SUPPORT_CHANNEL_ID: guild.supportDesk.id,
        SUPPORT_ROLE_ID: guild.staffRole.id,
        // Nothing is kept: every playground begins anew.
        DATABASE_PATH: ':memory:',
        DATA_DIR: dir,
        LOG_LEVEL: options.log,
      }),
    );
    if (started.kind === 'failed') throw new UserError(started.fault.sentence, started.fault.hint);
    try {
      // The commands are published in the background.
      await untilQuiet(discord.requests);
      await runChat(discord, guild, { input: process.stdin, output: process.stdout });
    } finally {
      await started.bot.stop();
    }
  } finally {
    await discord.close();
  }
}
