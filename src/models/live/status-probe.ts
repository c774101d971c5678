/** Whether the platform is up, by its own `/api/status`: asked once a minute in the background, read from memory. */
import { z } from 'zod';
import { type Answer, fetchJson, type FetchLimits, usualLimits } from './fetch-json.ts';
import type { Log } from './log.ts';
import { createRounds } from './rounds.ts';
import { nextLatch, type PlatformStatus, startingLatch } from './status-latch.ts';

const leastPauseMs = 60_000;
const longestPauseMs = 15 * 60_000;

/** new-api and its relatives; a page that answers anything else says nothing good. */
const statusSchema = z.object({ success: z.literal(true), data: z.looseObject({}) });

export interface StatusProbeOptions {
  readonly url: string;
  readonly now: () => number;
  readonly log: Log;
  readonly fetch?: typeof globalThis.fetch;
  readonly limits?: FetchLimits;
}

export interface StatusProbe {
  /** Never waits: what is known at this moment. */
  readonly current: () => PlatformStatus;
  /** Asks now, unless that is already under way. */
  readonly check: () => Promise<void>;
  /** Asks at once and from then on every minute. @returns ends it, and the request that is under way */
  readonly start: () => () => void;
}

/** Every change of the state stands in the log once. */
export function createStatusProbe(options: StatusProbeOptions): StatusProbe {
  const { url, now, log } = options;
  const parts = { fetch: options.fetch ?? globalThis.fetch, now, limits: options.limits ?? usualLimits };
  let latch = startingLatch;

  const rounds = createRounds(async (signal) => {
    const answer = await fetchJson({ url }, parts, signal);
    const fault = faultOf(answer, latch.status.kind);
    if (fault !== undefined) {
      const before = latch.status.kind;
      latch = nextLatch(latch, fault === null, now());
      tell(before, latch.status, fault, log);
    }
    const wishMs = answer.kind === 'failed' ? (answer.retryAfterMs ?? 0) : 0;
    return Math.max(leastPauseMs, Math.min(wishMs, longestPauseMs));
  });

  return { current: () => latch.status, check: rounds.once, start: rounds.start };
}

/**
 * null: the platform is up. undefined: the answer does not tell. Whoever asks too often, or at a wrong address, is refused
 * by a platform that works; and an answer of another kind is only a bad sign where there were good ones before.
 */
function faultOf(answer: Answer, before: PlatformStatus['kind']): string | null | undefined {
  if (answer.kind === 'stopped' || answer.kind === 'unchanged') return undefined;
  const fault = answer.kind === 'failed' ? answer.reason : statusFault(answer.json);
  const status = answer.kind === 'failed' ? (answer.status ?? 0) : 200;
  const isRefused = status >= 400 && status < 500;
  const isOther = status === 200 && before === 'unknown';
  return fault !== null && (isRefused || isOther) ? undefined : fault;
}

function statusFault(json: unknown): string | null {
  return statusSchema.safeParse(json).success ? null : 'its answer is not that of /api/status';
}

function tell(before: PlatformStatus['kind'], status: PlatformStatus, reason: string | null, log: Log): void {
  if (status.kind === before) return;
  if (status.kind === 'down') log.warn({ reason, since: status.since }, 'the platform is down');
  else log.info({}, 'the platform is up');
}
