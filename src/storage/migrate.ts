/** Brings the tables up to date. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { reportsCasesOutbox } from './migrations/001-reports.ts';
import { reportContext } from './migrations/003-context.ts';
import type { Tables } from './schema.ts';

/** In order of their names; a name that has been released never changes. */
const migrations: Record<string, Migration> = {
  '001-reports': reportsCasesOutbox,
  '003-context': reportContext,
};

/** @throws what went wrong; the tables are then as they were before */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('the database cannot be migrated');
}
