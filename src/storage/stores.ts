/** Opens the database and hands out its stores. */
import { Kysely, SqliteDialect } from 'kysely';
import type { CaseStore } from '../escalation/case.ts';
import type { OutboxStore } from '../escalation/outbox.ts';
import type { ReportStore } from '../escalation/report.ts';
import { createCaseStore } from './cases.ts';
import { newId } from './context.ts';
import { migrate } from './migrate.ts';
import { createOutboxStore } from './outbox.ts';
import { createReportStore } from './reports.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite.ts';

export interface Stores {
  readonly reports: ReportStore;
  readonly cases: CaseStore;
  readonly outbox: OutboxStore;
  close(): Promise<void>;
}

/**
 * Opens the file and brings its tables up to date.
 * @throws when the file cannot be opened, is no database, or is of a newer errdesk
 */
export async function openStores(path: string, now: () => number): Promise<Stores> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqlite(path) }) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const context = { db, now, newId };
  return {
    reports: createReportStore(context),
    cases: createCaseStore(context),
    outbox: createOutboxStore(context),
    close: () => db.destroy(),
  };
}
