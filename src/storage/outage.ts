/** Whether an error of the database means that it is out of reach or full, and nothing that the bot did wrong. */

/** Read or write failed, no room, cannot be opened, may not be written, held by another process for too long. */
const sqliteOutages: ReadonlyMap<number, string> = new Map([
  [5, 'busy'],
  [8, 'read-only'],
  [10, 'I/O error'],
  [13, 'full'],
  [14, 'cannot be opened'],
]);

/** Connection lost, out of disk, memory or connections, shutting down or starting up, a standby that only reads. */
const postgresOutage = /^(08|53)[0-9A-Z]{3}$|^57P0[1-3]$|^25006$/;

/** What the operating system says of a server that is not there. */
const networkOutages = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The driver of PostgreSQL gives these no code. */
const driverOutage =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed)/;

/** @returns a short reason for the log that quotes nothing, or null for any other error */
export function outageOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') {
    const reason = sqliteOutages.get(errcode & 0xff);
    return reason === undefined ? null : `SQLite: ${reason}`;
  }
  if (typeof code === 'string')
    return postgresOutage.test(code) || networkOutages.has(code) ? `PostgreSQL: ${code}` : null;
  return driverOutage.test(error.message) ? 'PostgreSQL: connection lost' : null;
}
