/** Asks a server that may be slow, broken or hostile for JSON: bounded in time, bytes and redirects. */
import { follow } from './follow.ts';
import { networkReason } from './network-reason.ts';
import { readJson } from './read-json.ts';
import { retryAfterMs } from './retry-after.ts';

export interface FetchLimits {
  /** From the first byte sent to the last byte read. */
  readonly timeoutMs: number;
  /** Of the body, after it is unpacked. */
  readonly mostBytes: number;
}

export const usualLimits: FetchLimits = { timeoutMs: 15_000, mostBytes: 8 * 1024 * 1024 };

export interface Question {
  readonly url: string;
  /** Sent as a bearer token, never to another origin than that of the address. */
  readonly apiKey?: string | null;
  /** Of the answer that is known already. */
  readonly etag?: string | null;
}

export interface FetchParts {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly limits: FetchLimits;
}

export type Answer =
  | { readonly kind: 'answered'; readonly json: unknown; readonly etag: string | null }
  /** The answer that belongs to the etag still holds. */
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      /** Of an answer that had another one than 200. */
      readonly status: number | null;
      /** What the server asked for. */
      readonly retryAfterMs: number | null;
    }
  /** The signal said so. */
  | { readonly kind: 'stopped' };

/**
 * Never throws. The reason of a failure is for people and holds nothing of the address, the key or the body.
 * @param signal ends the request at once
 */
export async function fetchJson(question: Question, parts: FetchParts, signal: AbortSignal): Promise<Answer> {
  const { timeoutMs, mostBytes } = parts.limits;
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort();
  }, timeoutMs);
  timer.unref();
  try {
    const response = await follow(question, parts.fetch, AbortSignal.any([signal, limit.signal]));
    if (typeof response === 'string') return failed(response);
    return await answerOf(response, question, mostBytes, parts.now());
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped' };
    return failed(
      limit.signal.aborted ? `no whole answer within ${timeoutMs / 1000} s` : networkReason(error),
    );
  } finally {
    clearTimeout(timer);
    // A body that nobody wants to read to its end must not hold the connection.
    limit.abort();
  }
}

async function answerOf(
  response: Response,
  { etag }: Question,
  mostBytes: number,
  now: number,
): Promise<Answer> {
  if (response.status === 304 && etag) return { kind: 'unchanged' };
  if (response.status !== 200) {
    const wishMs = retryAfterMs(response.headers.get('retry-after'), now);
    return failed(`it answered ${response.status}`, response.status, wishMs);
  }
  const body = await readJson(response, mostBytes);
  if ('fault' in body) return failed(body.fault);
  return { kind: 'answered', json: body.json, etag: response.headers.get('etag') };
}

function failed(reason: string, status: number | null = null, wishMs: number | null = null): Answer {
  return { kind: 'failed', reason, status, retryAfterMs: wishMs };
}
