/** Opens the database and hands out its stores. */
import type { DeskStores } from '../escalation/desk-stores.ts';
import type { OutboxStore } from '../escalation/outbox.ts';
import { type DeskRules, usualRules } from '../escalation/rules.ts';
import { createAgendaStore } from './agenda.ts';
import { createCaseStore } from './cases.ts';
import { newId, type StoreContext } from './context.ts';
import { type Database, openDatabase } from './database.ts';
import { createEventStore } from './events.ts';
import { createGuildStore } from './guilds.ts';
import { createIncidentStore } from './incidents.ts';
import { createLimitStore } from './limits.ts';
import { migrate } from './migrate.ts';
import { createOutboxStore } from './outbox.ts';
import { createPrivacyStore } from './privacy.ts';
import { createRefusalStore } from './refusals.ts';
import { createReportStore } from './reports.ts';

export interface Stores extends DeskStores {
  readonly outbox: OutboxStore;
  close(): Promise<void>;
}

/**
 * Opens the database and brings its tables up to date.
 * @param place a PostgreSQL address or the path of a SQLite file
 * @throws when it cannot be opened, is no database, or is of a newer errdesk
 */
export async function openStores(
  place: string,
  now: () => number,
  rules: DeskRules = usualRules,
): Promise<Stores> {
  const database = openDatabase(place);
  try {
    await migrate(database);
  } catch (error) {
    await database.db.destroy();
    throw error;
  }
  return storesOf(database, now, rules);
}

/** The stores of a database that is open and up to date. */
export function storesOf(database: Database, now: () => number, rules: DeskRules = usualRules): Stores {
  const context: StoreContext = { ...database, now, newId, rules };
  return {
    reports: createReportStore(context),
    cases: createCaseStore(context),
    incidents: createIncidentStore(context),
    guilds: createGuildStore(context),
    limits: createLimitStore(context),
    agenda: createAgendaStore(context),
    events: createEventStore(context),
    refusals: createRefusalStore(context),
    privacy: createPrivacyStore(context),
    outbox: createOutboxStore(context),
    close: () => context.db.destroy(),
  };
}
