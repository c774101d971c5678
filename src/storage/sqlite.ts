/** node:sqlite in the shape that Kysely's SQLite dialect expects. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** How long opening waits for another process, such as one that brings the tables up to date. */
const busyTimeoutMs = 5000;

/** SQLite waits without letting anything else happen: once it is open, `patient.ts` waits instead. */
const laterBusyTimeoutMs = 2;

/** Something to wait on: opening is the one thing that may hold up everything else. */
const pause = new Int32Array(new SharedArrayBuffer(4));

/** The queries of the stores are few, but lists in them come in every length. */
const mostPrepared = 500;

/**
 * A transaction that reads first and writes later would fail at once, without the busy timeout, when another process
 * wrote in between: so every transaction asks for the right to write at its start.
 */
const begin = 'begin immediate';

/** SQLite ends a transaction by itself when the disk is full; a second end would hide that reason behind its own. */
const alreadyRolledBack: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

/**
 * Opens the file, making its folder when it is missing.
 * WAL with synchronous = normal loses nothing when the process is killed; a power cut may lose the last moment.
 */
export function openSqlite(path: string): SqliteDatabase {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  turnToWal(database);
  database.exec('pragma synchronous = normal');
  database.exec(`pragma busy_timeout = ${laterBusyTimeoutMs}`);
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      database.close();
    },
    prepare: (sql) => {
      if (sql === 'rollback' && !database.isTransaction) return alreadyRolledBack;
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = adapt(database.prepare(sql === 'begin' ? begin : sql));
      if (prepared.size >= mostPrepared) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
  };
}

/**
 * Of two processes that turn a new file to WAL at the same moment, one is told at once that it is locked: here the busy
 * timeout does not hold, so that it has to be tried again.
 */
function turnToWal(database: DatabaseSync): void {
  const givenUpAt = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      database.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > givenUpAt) throw error;
      Atomics.wait(pause, 0, 0, 20);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function adapt(statement: StatementSync): SqliteStatement {
  const reader = statement.columns().length > 0;
  return {
    reader,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
