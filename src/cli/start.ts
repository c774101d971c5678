/** `errdesk start`: runs the bot until it is told to stop. */
import type { Command } from 'commander';
import { config as loadDotenv } from 'dotenv';
import { startApp } from '../app.ts';
import { liveUntilEnded } from '../main.ts';
import { loadPartsOrFail } from './load-parts.ts';
import { UserError } from './user-error.ts';

export function registerStart(program: Command): void {
  program
    .command('start')
    .description('run the bot; settings come from the environment and from .env (see .env.example)')
    .action(start);
}

async function start(): Promise<void> {
  loadDotenv({ quiet: true });
  const started = await startApp(loadPartsOrFail(process.env));
  if (started.kind === 'failed') throw new UserError(started.fault.sentence, started.fault.hint);
  const reason = await liveUntilEnded(started.bot);
  if (reason !== null) throw new UserError(reason.sentence, reason.hint);
}
