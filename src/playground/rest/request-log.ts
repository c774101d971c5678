/** Every request the bot made, for tests to look at. */
import { EventEmitter } from 'node:events';

export interface RequestRecord {
  at: number;
  method: string;
  /** Without `/api/v10` and without the query. */
  path: string;
  query: string;
  body: unknown;
  files: { name: string; size: number }[];
  /** Zero while the request runs, or when its connection was cut. */
  status: number;
  /** Discord's JSON error code, where it refused. */
  code: number | null;
  /** What it took by the real clock. */
  ms: number;
}

export interface RequestLog {
  all: RequestRecord[];
  events: EventEmitter<{ request: [RequestRecord] }>;
}

export function createRequestLog(): RequestLog {
  return { all: [], events: new EventEmitter() };
}
