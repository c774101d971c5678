/** Look-up of what people type: titles and aliases, typing errors allowed. The least trusted reader, asked last. */
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

/** Phrases that hold what was typed come first, the shorter the surer; then those that are near it. */
export function createAliasSearch(entries: readonly Entry[]): AliasSearch {
  const phrases = entries.flatMap((entry) =>
    [
      entry.id.replaceAll('-', ' '),
      entry.title.en,
      entry.title.zh,
      ...entry.aliases.en,
      ...entry.aliases.zh,
    ].map((phrase) => ({
      entry,
      phrase: phrase.toLowerCase(),
    })),
  );
  const fuse = new Fuse(phrases, {
    keys: ['phrase'],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.35,
    minMatchCharLength: 2,
  });
  return (phrase, limit) => {
    const wanted = phrase.trim().toLowerCase().slice(0, longestPhrase);
    if (wanted === '') return [];
    const best = new Map<Entry, number>();
    const add = (entry: Entry, score: number) => best.set(entry, Math.max(best.get(entry) ?? 0, score));
    for (const { entry, phrase: known } of phrases) {
      if (known.includes(wanted)) add(entry, 0.8 + (0.2 * wanted.length) / known.length);
    }
    const words = wordsOf(wanted);
    for (const { entry, phrase: known } of phrases) {
      const shared = [...wordsOf(known)].filter((word) => words.has(word)).length;
      if (shared > 0) add(entry, 0.25 + (0.35 * shared) / Math.max(words.size, wordsOf(known).size));
    }
    for (const { item, score = 1 } of fuse.search(wanted)) {
      // A few letters are near to everything.
      const shareTyped = Math.min(1, wanted.length / item.phrase.length);
      add(item.entry, (1 - score) * (0.5 + 0.29 * shareTyped));
    }
    return [...best]
      .map(([entry, score]) => ({ entry, score }))
      .filter(({ score }) => wanted.length > 3 || score >= 0.8)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  };
}

/** Words that say nothing about a cause. */
const empty = new Set([
  'the',
  'and',
  'not',
  'does',
  'has',
  'have',
  'was',
  'are',
  'with',
  'for',
  'this',
  'that',
  'what',
  'why',
  'how',
  'please',
  'error',
  'api',
  '错误',
  '报错',
  '怎么',
  '什么',
]);

/** Words of Latin script, pairs of Chinese characters. */
function wordsOf(phrase: string): Set<string> {
  const latin = phrase.match(/[a-z]{3,}/g) ?? [];
  const pairs = [...phrase.matchAll(/(?=([\u4e00-\u9fff]{2}))/g)].map((match) => match[1] ?? '');
  return new Set([...latin, ...pairs].filter((word) => !empty.has(word)));
}

/** Short pieces of a longer text, the likeliest to say what is wrong first. */
export function candidatePhrases(text: string): string[] {
  const sentences = text.split(/[\n.!?;,。！？；，]+/).map((sentence) => sentence.trim());
  const telling = sentences.filter((sentence) =>
    /error|fail|invalid|exceed|denied|limit|timeout|错误|失败|不足|超时|限/i.test(sentence),
  );
  return [...telling, ...sentences]
    .filter((sentence) => sentence.length >= 2 && sentence.length <= 120)
    .slice(0, 6);
}
