/** A limit over any stretch of time, not over calendar minutes: no double helping at the turn of one. Pure. */
import type { Window } from './limits.ts';

export type Slid =
  | { readonly kind: 'allowed'; readonly hits: readonly number[] }
  /** until: when the next one will be allowed. */
  | { readonly kind: 'limited'; readonly hits: readonly number[]; readonly until: number };

/** @param hits moments of what was allowed before, oldest first */
export function slide(hits: readonly number[], now: number, { most, windowMs }: Window): Slid {
  const recent = hits.filter((at) => at > now - windowMs).slice(-most);
  const oldest = recent[0];
  if (oldest !== undefined && recent.length >= most)
    return { kind: 'limited', hits: recent, until: oldest + windowMs };
  return { kind: 'allowed', hits: [...recent, now] };
}
