/** When an attempt that failed is made again, and when it is not worth it any more. */
import type { OutboxKind } from './outbox.ts';

const longestPauseMs = 60_000;
const ancientMs = 24 * 60 * 60_000;

/**
 * 1 s, 2 s, 4 s … at most a minute: an outage that is over must not keep staff waiting for much longer. Up to half of it
 * is left to chance, so that what failed together does not come back together.
 * @param chance from 0 to 1
 * @param retryAfterMs what a rate limit asked for: no failure, so that is waited for and no longer
 */
export function pauseAfter(attempts: number, chance: number, retryAfterMs?: number): number {
  if (retryAfterMs !== undefined) return Math.round(retryAfterMs + 250 * chance);
  const full = Math.min(1000 * 2 ** Math.min(attempts, 20), longestPauseMs);
  return Math.round(full * (0.5 + chance / 2));
}

/** A card is right whenever it comes; a word to somebody a day late comes out of the blue. */
export function isAncient(kind: OutboxKind, createdAt: number, now: number): boolean {
  return kind !== 'card' && now - createdAt > ancientMs;
}
