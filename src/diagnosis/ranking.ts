/** The entries that something in a report speaks for, each by its best signal. Pure. */
import type { Entry } from '../knowledge/entry.ts';
import { worthAlone } from './confidence.ts';
import type { Ranked } from './explanation.ts';
import { rankOf, type Signal } from './signal.ts';
import type { Trace } from './trace.ts';

const mostRanked = 12;
const longestText = 160;
const parts = ['decisive', 'same', 'other', 'set aside', 'looked up'] as const;

/** The decisive entry first, then its failure's, then those of other failures; among them by trust and length. */
export function rankingOf({ outcome, signals, report }: Trace): Ranked[] {
  if (outcome.kind === 'looked up') {
    const { status } = outcome.evidence;
    return outcome.matches.slice(0, mostRanked).map(({ entry, score }) => ({
      entryId: entry.id,
      score,
      tier: status !== null && entry.status.includes(status) ? 'status' : 'alias',
      part: 'looked up',
      text: status === null ? '' : String(status),
    }));
  }
  const partOf = partsOf(outcome);
  const order = (signal: Signal) => parts.indexOf(partOf(signal)) * 10 + rankOf(signal.tier);
  const best = new Map<Entry, Signal>();
  for (const signal of signals.toSorted((a, b) => order(a) - order(b) || b.length - a.length)) {
    if (!best.has(signal.entry)) best.set(signal.entry, signal);
  }
  return [...best.values()].slice(0, mostRanked).map((signal) => ({
    entryId: signal.entry.id,
    score: worthAlone(signal),
    tier: signal.tier,
    part: partOf(signal),
    text: report.text.slice(signal.start, Math.min(signal.end, signal.start + longestText)),
  }));
}

function partsOf(outcome: Trace['outcome']): (signal: Signal) => Ranked['part'] {
  if (outcome.kind !== 'decided') return () => 'set aside';
  const { decisive, event, others } = outcome.decision;
  const same = new Set(event);
  const other = new Set(others);
  return (signal) =>
    signal === decisive ? 'decisive' : same.has(signal) ? 'same' : other.has(signal) ? 'other' : 'set aside';
}
