#!/usr/bin/env node
/** The command line `errdesk`: one file a subcommand; this one only joins them and turns faults into exit codes. */
import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { registerCommands } from './commands.ts';
import { registerDatabase } from './database.ts';
import { registerDiagnose } from './diagnose.ts';
import { registerKnowledge } from './knowledge.ts';
import { registerModel } from './model.ts';
import { registerPlayground } from './playground.ts';
import { registerStart } from './start.ts';
import { UserError } from './user-error.ts';

const program = new Command('errdesk')
  .description(
    'Reads pasted API errors, answers with the cause and the way out, and hands 500 and 503 to staff.',
  )
  .version(packageJson.version)
  .showHelpAfterError('(add --help for the options)')
  .exitOverride();

registerStart(program);
registerDiagnose(program);
registerKnowledge(program);
registerModel(program);
registerCommands(program);
registerDatabase(program);
registerPlayground(program);

// A reader such as `head` may leave early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** 0: help was asked for; 1: it failed; 2: it was asked wrongly. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    process.stderr.write(`errdesk: ${error.message}${error.hint === undefined ? '' : ` (${error.hint})`}\n`);
    return error.exitCode;
  }
  process.stderr.write(
    `errdesk: a fault of the program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 1;
}
