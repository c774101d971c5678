/** Somebody asked with a bare code or a few words: no error text to read. Pure. */
import type { Entry } from '../knowledge/entry.ts';
import { type AliasMatch, type AliasSearch, candidatePhrases } from './alias.ts';
import type { CompiledKnowledge } from './compile.ts';
import type { Addend } from './addend.ts';
import type { Evidence } from './diagnosis.ts';
import { noEvidence } from './evidence.ts';
import type { ReportText } from './report-text.ts';
import type { StatusMention } from './status.ts';
import { lookUpFactor, worth } from './thresholds.ts';

/** More are never shown: the best and its runners-up. */
const mostMatches = 4;

export interface LookUp {
  readonly evidence: Evidence;
  /** Entries in question, the best first, with how near each is, 0 to 1. */
  readonly matches: readonly AliasMatch[];
  readonly confidence: number;
  readonly addends: readonly Addend[];
}

export function lookUp(
  report: ReportText,
  statuses: readonly StatusMention[],
  knowledge: CompiledKnowledge,
  searchAliases: AliasSearch,
): LookUp {
  const status = bareStatus(report.folded, statuses);
  const evidence = { ...noEvidence, status };
  const claimed = status === null ? [] : knowledge.forStatus(status);
  if (claimed.length > 0) {
    return {
      evidence,
      matches: claimed.map((entry) => ({ entry, score: 1 })),
      confidence: worth.status[3],
      addends: [{ name: 'bareStatus', worth: worth.status[3] }],
    };
  }
  const matches = candidatePhrases(report.folded)
    .flatMap((phrase) => searchAliases(phrase, mostMatches))
    .sort((a, b) => b.score - a.score);
  const confidence = (matches[0]?.score ?? 0) * worth.alias * lookUpFactor;
  return {
    evidence,
    matches: bestOfEach(matches),
    confidence,
    addends: confidence === 0 ? [] : [{ name: 'alias', worth: confidence }],
  };
}

/** matches: the best first. */
function bestOfEach(matches: readonly AliasMatch[]): AliasMatch[] {
  const seen = new Set<Entry>();
  return matches.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}

function bareStatus(folded: string, statuses: readonly StatusMention[]): number | null {
  const bare = /(?<![\d.])([45]\d\d)(?![\d.])/.exec(folded.trim().slice(0, 200));
  return bare?.[1] === undefined ? (statuses.at(-1)?.status ?? null) : Number(bare[1]);
}
