/** `errdesk commands publish`: tells Discord of the commands without starting the bot. */
import type { Command } from 'commander';
import { config as loadDotenv } from 'dotenv';
import { ConfigFault, type PublishConfig, readPublishConfig } from '../config.ts';
import { publishWithToken } from '../discord/commands/publish-with-token.ts';
import { loadWords, type Words, WordsFault } from '../discord/language/words.ts';
import { dataDir } from './data-dir.ts';
import { UserError } from './user-error.ts';

export function registerCommands(program: Command): void {
  const commands = program.command('commands').description('the slash command and the message menu');
  commands
    .command('publish')
    .description('publish the commands when they differ from what Discord knows; "start" does so too')
    .option('--guild <id>', 'only in this server, where they appear at once', serverId)
    .action(publish);
}

/** A wrong id is a wrong question: exit code 2. */
function serverId(text: string): string {
  if (!/^\d{17,20}$/.test(text))
    throw new UserError(`${text} is no server id`, 'copy it in developer mode', 2);
  return text;
}

async function publish({ guild }: { guild?: string }): Promise<void> {
  loadDotenv({ quiet: true });
  const { config, words } = loadOrFail();
  const result = await publishWithToken(config, guild ?? null, words);
  if ('sentence' in result) throw new UserError(result.sentence, result.hint);
  process.stdout.write(result.changed ? 'commands published\n' : 'commands are up to date\n');
}

function loadOrFail(): { config: PublishConfig; words: Words } {
  try {
    return { config: readPublishConfig(process.env), words: loadWords(dataDir(undefined)) };
  } catch (error) {
    if (error instanceof ConfigFault) throw new UserError(error.message, 'see .env.example');
    if (error instanceof WordsFault) throw new UserError(error.message, 'check DATA_DIR');
    throw error;
  }
}
