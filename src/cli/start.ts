/** `errdesk start`: runs the bot until it is told to stop. */
import type { Command } from 'commander';
import { config as loadDotenv } from 'dotenv';
import { startApp } from '../app.ts';
import { ConfigFault } from '../config.ts';
import { WordsFault } from '../discord/language/words.ts';
import { KnowledgeFault } from '../knowledge/fault.ts';
import { liveUntilEnded, loadParts } from '../main.ts';
import { CatalogueFault } from '../models/shipped.ts';
import { UserError } from './user-error.ts';

export function registerStart(program: Command): void {
  program
    .command('start')
    .description('run the bot; settings come from the environment and from .env (see .env.example)')
    .action(start);
}

async function start(): Promise<void> {
  loadDotenv({ quiet: true });
  const started = await startApp(loadOrFail());
  if (started.kind === 'failed') throw new UserError(started.fault.sentence, started.fault.hint);
  const reason = await liveUntilEnded(started.bot);
  if (reason !== null) throw new UserError(reason.sentence, reason.hint);
}

function loadOrFail() {
  try {
    return loadParts(process.env);
  } catch (error) {
    if (error instanceof ConfigFault) throw new UserError(error.message, 'see .env.example');
    if (error instanceof KnowledgeFault) throw new UserError(error.message, 'run "errdesk knowledge check"');
    if (error instanceof WordsFault || error instanceof CatalogueFault)
      throw new UserError(error.message, 'check DATA_DIR');
    throw error;
  }
}
