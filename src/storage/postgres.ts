/** A pool of connections to PostgreSQL in the shape that Kysely's dialect expects. */
import pg from 'pg';

/** Enough for the handlers of one process; many processes share what the server allows. */
const connections = 10;
const connectTimeoutMs = 5000;
/** No query of ours takes long: one that does waits for a lock that nobody gives back. */
const statementTimeoutMs = 15_000;

/** Counts and times come as bigint, which `pg` would hand out as text: they are far below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (oid, format) =>
  oid === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(oid, format) as unknown);

/** What is wrong is told to whoever asks next: the pool makes new connections by itself. */
const ignore = (): void => undefined;

export function openPostgres(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    // A process that hangs in a transaction must not hold its locks for ever.
    idle_in_transaction_session_timeout: 2 * statementTimeoutMs,
    keepAlive: true,
    application_name: 'errdesk',
    types: { getTypeParser },
  });
  // An 'error' event that nobody hears ends the process. The pool emits those of connections that nobody uses; one
  // that breaks between two statements of a transaction emits it itself.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}
