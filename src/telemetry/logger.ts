/** The log: one JSON object a line on standard output. */
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

export type { Logger };

/**
 * Creates the log. Callers log ids, counts and names of causes, never the text of a report; the redaction below
 * is the second line of defence for what an error object of a library may carry.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: ['token', '*.token', 'err.requestBody', 'err.rawError', '*.headers'], remove: true },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
