/** The names most like a wrong one, for people to choose from; none of them is claimed to be meant. Pure. */
import { distance } from './distance.ts';
import type { Listed, NameIndex } from './name-index.ts';
import type { Parts } from './parts.ts';

/** Most that are compared letter by letter. */
const mostCompared = 40;
/** Below this likeness, 0 to 1, a name has nothing to do with the other. */
const leastLike = 0.42;
/** `sonnet` says little of a name, but says it for sure. */
const leastLikeOneWord = 0.2;

/** @returns at most `most` names, the most alike first */
export function findNearest(text: string, parts: Parts, index: NameIndex, most: number): string[] {
  const words = parts.core.slice(0, 20).map((word) => knownWord(word, index));
  const isKnownWord = parts.core.length === 1 && text.length > 3 && index.vocabulary.has(parts.core[0] ?? '');
  const least = isKnownWord ? leastLikeOneWord : leastLike;
  const ranked = mostShared(words, index)
    .map((listed) => ({ listed, like: likeness(text, words, parts, listed) }))
    .filter(({ like }) => like >= least)
    .sort((a, b) => b.like - a.like || newerFirst(a.listed, b.listed));
  return ranked.slice(0, most).map(({ listed }) => listed.name);
}

/** A mistyped word is read as the only known word it can be. */
function knownWord(word: string, { vocabulary }: NameIndex): string {
  if (vocabulary.has(word) || /^\d/.test(word) || word.length < 3 || word.length > 30) return word;
  let least = word.length < 5 ? 1 : 2;
  let best = word;
  for (const known of vocabulary.keys()) {
    if (known.length < 3) continue;
    const apart = distance(word, known, least);
    if (apart > least || (apart === least && best !== word)) continue;
    best = known;
    least = apart;
  }
  return best;
}

/** By the words that both have. Only names that share a word are looked at. */
function mostShared(words: readonly string[], { all, vocabulary }: NameIndex): Listed[] {
  const sums = new Float64Array(all.length);
  const touched: number[] = [];
  words.forEach((word, position) => {
    const weight = weightOf(word, position);
    for (const place of vocabulary.get(word) ?? []) {
      if (sums[place] === 0) touched.push(place);
      sums[place] = (sums[place] ?? 0) + weight;
    }
  });
  const scoreOf = (place: number): number =>
    (sums[place] ?? 0) / (1 + (all[place]?.parts.core.length ?? 0) / 8);
  return topBy(touched, scoreOf, mostCompared).flatMap((place) => all[place] ?? []);
}

/** The best without sorting all: lists have tens of thousands of names. */
function topBy(places: readonly number[], scoreOf: (place: number) => number, most: number): number[] {
  if (places.length <= most) return [...places];
  const scores = places.map(scoreOf);
  const limit = scores.toSorted((a, b) => b - a)[most - 1] ?? 0;
  const above = places.filter((_, at) => (scores[at] ?? 0) > limit);
  const level = places.filter((_, at) => scores[at] === limit);
  // Of many that are level the last are the newest in most lists, the first the plainest: some of both.
  const room = mostCompared * 4 - above.length;
  return [...above, ...level.slice(0, room / 2), ...level.slice(room / 2).slice(-room / 2)];
}

/** Words that come and go while a model stays the same. */
const passing = new Set(['preview', 'exp', 'experimental', 'beta', 'chat', 'instruct', 'it']);

/** The family says most, a word more than a number. */
function weightOf(word: string, position: number): number {
  if (position === 0) return 3;
  if (/^\d/.test(word)) return 1;
  if (passing.has(word)) return 0.4;
  return word.length < 2 ? 0.7 : 1.5;
}

function likeness(text: string, words: readonly string[], parts: Parts, listed: Listed): number {
  const total = sumOf(words) + sumOf(listed.parts.core);
  const byWords = total === 0 ? 0 : (2 * sharedWeight(words, listed.parts.core)) / total;
  const name = listed.name.toLowerCase();
  const bare = text.toLowerCase().slice(0, 120);
  const longest = Math.max(name.length, bare.length);
  const byLetters = 1 - distance(bare, name, longest) / longest;
  const byNumbers = closeness(words, listed.parts.core);
  const byDate = parts.date !== '' && parts.date === listed.parts.date ? 0.05 : 0;
  return 0.6 * byWords + 0.25 * byLetters + 0.15 * byNumbers + byDate;
}

/** Each word counts once; the family only where it is the family in both. */
function sharedWeight(words: readonly string[], others: readonly string[]): number {
  const left = new Set(others);
  return words.reduce((sum, word, position) => {
    if (!left.delete(word)) return sum;
    const isFamily = position === 0 && others[0] === word;
    return sum + weightOf(word, isFamily ? 0 : Math.max(position, 1));
  }, 0);
}

function sumOf(words: readonly string[]): number {
  return words.reduce((sum, word, position) => sum + weightOf(word, position), 0);
}

/** 1: the first numbers are the same; less, the further they are apart. Versions are neighbours by number. */
function closeness(words: readonly string[], others: readonly string[]): number {
  const [a, b] = [versionOf(words), versionOf(others)];
  if (a === null || b === null) return a === b ? 1 : 0;
  return 1 / (1 + Math.abs(a - b));
}

function versionOf(words: readonly string[]): number | null {
  const at = words.findIndex((word) => /^\d/.test(word));
  if (at < 0) return null;
  const next = words[at + 1] ?? '';
  return Number(`${words[at] ?? ''}.${/^\d{1,2}$/.test(next) ? next : '0'}`);
}

/** Names without a date before dated ones, then the later date. */
function newerFirst(a: Listed, b: Listed): number {
  if (a.parts.date === b.parts.date) return a.name.length - b.name.length;
  if (a.parts.date === '' || b.parts.date === '') return a.parts.date === '' ? -1 : 1;
  return a.parts.date < b.parts.date ? 1 : -1;
}
