/** The other failures of a report, besides the decisive one. Pure. */
import type { Entry } from '../knowledge/entry.ts';
import type { Signal } from './signal.ts';

export interface AlsoSeen {
  readonly entry: Entry;
  /** How many separate failures of this cause. */
  readonly count: number;
}

/** Signals closer than this tell of one failure, in characters. */
const sameFailure = 300;
/** Worst first: what staff must hear of, then what they can help with. */
const gravity = { auto: 0, offer: 1, never: 2 } as const;

/** signals: those that count, in the report's own words; only the two most trusted kinds name a cause by themselves. */
export function alsoSeen(signals: readonly Signal[], decisive: Entry): AlsoSeen[] {
  const places = new Map<Entry, number[]>();
  for (const signal of signals) {
    if (signal.entry === decisive || (signal.tier !== 'signature' && signal.tier !== 'code')) continue;
    const starts = places.get(signal.entry) ?? [];
    places.set(signal.entry, [...starts, signal.start]);
  }
  return [...places]
    .map(([entry, starts]) => ({ entry, count: separate(starts) }))
    .sort((a, b) => gravity[a.entry.escalation] - gravity[b.entry.escalation] || b.count - a.count);
}

function separate(starts: readonly number[]): number {
  let count = 0;
  let last = -Infinity;
  for (const start of starts.toSorted((a, b) => a - b)) {
    if (start - last > sameFailure) count += 1;
    last = start;
  }
  return count;
}
