/** Brings the tables up to date, and says how far they are. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import type { Dialect } from './dialect.ts';
import { reportsCasesOutbox } from './migrations/001-reports.ts';
import { desk } from './migrations/002-desk.ts';
import { reportContext } from './migrations/003-context.ts';
import { modelName } from './migrations/004-model-name.ts';
import type { Tables } from './schema.ts';

/** In order of their names; a name that has been released never changes. */
function migrationsFor(dialect: Dialect): Record<string, Migration> {
  return {
    '001-reports': reportsCasesOutbox,
    '002-desk': desk(dialect),
    '003-context': reportContext,
    '004-model-name': modelName,
  };
}

/** A newer errdesk has changed the tables: an older one would not understand what is in them. */
export class NewerDatabase extends Error {
  constructor(unknown: readonly string[]) {
    super(`it is of a newer errdesk (${unknown.join(', ')}): update errdesk, or restore a backup`);
    this.name = 'NewerDatabase';
  }
}

export interface MigrationStatus {
  readonly done: readonly string[];
  readonly pending: readonly string[];
  /** Done by a newer errdesk. */
  readonly unknown: readonly string[];
}

/** Looks only. */
export async function migrationStatus({ db, dialect }: Database): Promise<MigrationStatus> {
  const known = Object.keys(migrationsFor(dialect));
  const done = await executed(db);
  return {
    done: done.filter((name) => known.includes(name)),
    pending: known.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !known.includes(name)),
  };
}

/**
 * Several processes may start at once: a lock lets one do the work, and the others find it done.
 * @throws NewerDatabase, or what went wrong; the tables are then as they were before
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const { unknown } = await migrationStatus(database);
  if (unknown.length > 0) throw new NewerDatabase(unknown);
  const migrations = migrationsFor(database.dialect);
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('the database cannot be migrated');
  return (results ?? []).map(({ migrationName }) => migrationName);
}

async function executed(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await db
    .$extendTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}
