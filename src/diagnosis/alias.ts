/** Fuzzy look-up of what people type: titles, aliases and codes. The least trusted reader, asked last. */
import Fuse from 'fuse.js';
import type { Entry } from '../knowledge/entry.ts';

export interface AliasMatch {
  readonly entry: Entry;
  /** 0 to 1, 1 is exact. */
  readonly score: number;
}

export type AliasSearch = (phrase: string, limit: number) => AliasMatch[];

/** Fuse is good at short phrases and useless on a log, so a phrase is cut here. */
const longestPhrase = 80;

export function createAliasSearch(entries: readonly Entry[]): AliasSearch {
  const phrases = entries.flatMap((entry) =>
    [entry.id.replaceAll('-', ' '), entry.title.en, entry.title.zh, ...entry.aliases.en, ...entry.aliases.zh].map((phrase) => ({
      entry,
      phrase: phrase.toLowerCase(),
    })),
  );
  const fuse = new Fuse(phrases, { keys: ['phrase'], includeScore: true, ignoreLocation: true, threshold: 0.45, minMatchCharLength: 2 });
  return (phrase, limit) => {
    const best = new Map<Entry, number>();
    for (const { item, score = 1 } of fuse.search(phrase.trim().toLowerCase().slice(0, longestPhrase))) {
      best.set(item.entry, Math.max(best.get(item.entry) ?? 0, 1 - score));
    }
    return [...best]
      .map(([entry, score]) => ({ entry, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  };
}

/** Short pieces of a longer text, the likeliest to say what is wrong first. */
export function candidatePhrases(text: string): string[] {
  const sentences = text.split(/[\n.!?;,。！？；，]+/).map((sentence) => sentence.trim());
  const telling = sentences.filter((sentence) => /error|fail|invalid|exceed|denied|limit|timeout|错误|失败|不足|超时|限/i.test(sentence));
  return [...telling, ...sentences].filter((sentence) => sentence.length >= 2 && sentence.length <= 120).slice(0, 6);
}
