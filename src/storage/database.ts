/** Opens a database by its place: a PostgreSQL address or the path of a SQLite file. */
import { Kysely, PostgresDialect } from 'kysely';
import { type Dialect, dialectOf } from './dialect.ts';
import { patientSqlite } from './patient.ts';
import { openPostgres } from './postgres.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite.ts';

export interface Database {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
}

/** @throws when a SQLite file cannot be opened; PostgreSQL is first spoken to by the first query */
export function openDatabase(place: string): Database {
  const dialect = dialectOf(place);
  if (dialect === 'sqlite') return { dialect, db: new Kysely({ dialect: patientSqlite(openSqlite(place)) }) };
  return { dialect, db: new Kysely({ dialect: new PostgresDialect({ pool: openPostgres(place) }) }) };
}

/** For messages to people: where it is, without user and password. */
export function nameOf(place: string): string {
  if (dialectOf(place) === 'sqlite') return place;
  const address = URL.parse(place);
  return address === null ? 'PostgreSQL' : `PostgreSQL at ${address.host}${address.pathname}`;
}
