/** `errdesk database`: brings the tables up to date, says how they are, copies them. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { config as loadDotenv } from 'dotenv';
import { ConfigFault, readDatabaseConfig } from '../config.ts';
import { backupSqlite } from '../storage/backup.ts';
import { type Database, nameOf, openDatabase } from '../storage/database.ts';
import { dialectOf } from '../storage/dialect.ts';
import { migrate, migrationStatus } from '../storage/migrate.ts';
import { UserError } from './user-error.ts';

export function registerDatabase(program: Command): void {
  const database = program
    .command('database')
    .description('the database that DATABASE_URL or DATABASE_PATH names');
  database
    .command('migrate')
    .description('bring the tables up to date; "start" does so too')
    .action(migrateNow);
  database.command('status').description('say how far the tables are').action(status);
  database
    .command('backup')
    .description('copy the SQLite file while the bot goes on working')
    .argument('<file>', 'where to; it must not exist yet')
    .action(backup);
}

async function migrateNow(): Promise<void> {
  const done = await withDatabase(migrate);
  process.stdout.write(done.length === 0 ? 'the tables are up to date\n' : `done: ${done.join(', ')}\n`);
}

/** Exit code 1 when there is something to do, so that a script can ask. */
async function status(): Promise<void> {
  const where = place();
  if (dialectOf(where) === 'sqlite' && !existsSync(where))
    throw new UserError(`${where}: there is no file yet`, 'run "errdesk database migrate" or start the bot');
  const { done, pending, unknown } = await withDatabase(migrationStatus);
  process.stdout.write(
    [
      nameOf(where),
      `  done: ${listed(done)}`,
      `  to do: ${listed(pending)}`,
      ...(unknown.length === 0 ? [] : [`  of a newer errdesk: ${listed(unknown)}`]),
      '',
    ].join('\n'),
  );
  if (unknown.length > 0) throw new UserError('the database is of a newer errdesk', 'update errdesk');
  if (pending.length > 0)
    throw new UserError('the tables are not up to date', 'run "errdesk database migrate"');
}

function backup(target: string): void {
  const from = place();
  if (dialectOf(from) === 'postgres')
    throw new UserError('PostgreSQL has its own tool for this', 'run pg_dump "$DATABASE_URL" > errdesk.sql');
  try {
    backupSqlite(from, target);
  } catch (error) {
    throw new UserError(`no backup: ${reasonOf(error)}`, 'check DATABASE_PATH and the name of the copy');
  }
  process.stdout.write(`${nameOf(from)} is copied to ${target}\n`);
}

async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const where = place();
  let database: Database | null = null;
  try {
    database = openDatabase(where);
    return await work(database);
  } catch (error) {
    throw new UserError(
      `the database ${nameOf(where)}: ${reasonOf(error)}`,
      'check DATABASE_URL and DATABASE_PATH',
    );
  } finally {
    await database?.db.destroy();
  }
}

function place(): string {
  loadDotenv({ quiet: true });
  try {
    return readDatabaseConfig(process.env).database;
  } catch (error) {
    if (error instanceof ConfigFault) throw new UserError(error.message, 'see .env.example');
    throw error;
  }
}

/** A refused connection to several addresses comes as one error without a message. */
function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: unknown; code?: unknown };
  if (typeof message === 'string' && message !== '') return message;
  return typeof code === 'string' ? code : 'unknown reason';
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
