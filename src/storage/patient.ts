/** Waiting for another process that writes, without standing still: the gateway must be answered meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDatabase,
} from 'kysely';

const longestWaitMs = 5000;
const longestPauseMs = 15;
const sqliteBusy = 5;

/** The SQLite dialect of Kysely whose statements are tried again while another process holds the file. */
export function patientSqlite(database: SqliteDatabase): Dialect {
  const base = new SqliteDialect({ database });
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => patientDriver(base.createDriver()),
    createIntrospector: (db) => base.createIntrospector(db),
    createQueryCompiler: () => base.createQueryCompiler(),
  };
}

/**
 * Kysely does not trust SQLite to change tables inside a transaction, but SQLite does so well: without one, two
 * processes that start together would make the same tables, and one that is killed would leave half of them.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function patientDriver(driver: Driver): Driver {
  let patient: DatabaseConnection | null = null;
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) =>
      (patient ??= patientConnection(await driver.acquireConnection(options))),
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
    destroy: (options) => driver.destroy(options),
  };
}

function patientConnection(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: async (query, options) => {
      const giveUpAt = performance.now() + longestWaitMs;
      for (;;) {
        try {
          return await connection.executeQuery(query, options);
        } catch (error) {
          if (!isBusy(error) || performance.now() > giveUpAt) throw error;
          await pause(Math.random() * longestPauseMs);
        }
      }
    },
    streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
  };
}

function isBusy(error: unknown): boolean {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' && (errcode & 0xff) === sqliteBusy;
}
