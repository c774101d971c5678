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

/**
 * @param onLost hears of connections that broke while nobody used them; the pool makes new ones by itself, and an
 * unheard 'error' event would end the process
 */
export function openPostgres(url: string, onLost: (error: Error) => void): pg.Pool {
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
  pool.on('error', onLost);
  return pool;
}
