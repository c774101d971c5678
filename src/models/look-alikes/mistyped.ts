/** Slips of the finger in the words of a name. Versions, sizes and variants are no slips. Pure. */
import { distance } from './distance.ts';
import { digitsOf, type Listed, type NameIndex } from './name-index.ts';
import type { Slip } from './slip.ts';

export interface Mistyped {
  readonly listed: Listed;
  readonly slips: readonly Slip[];
  readonly apart: number;
}

type IsWord = (word: string) => boolean;

/** Longest core that is compared, in characters: what is longer is no name. */
const longest = 80;

/**
 * The names that differ from this one in mistyped words only, all of them equally near when there are several. None
 * when the word may be another one than any of them has.
 * @param core words and numbers of the written name
 * @param known names that are known in the world
 */
export function findMistyped(core: readonly string[], index: NameIndex, known: NameIndex): Mistyped[] {
  const joined = core.join('');
  if (joined.length > longest) return [];
  let least = mostSlips(joined.length);
  let best: Mistyped[] = [];
  // A word that stands in some name is meant as it is written: `lite` is no slip for `live`, nor `solar` for `sonar`.
  const isWord: IsWord = (word) =>
    word.length > 1 && (index.vocabulary.has(word) || known.vocabulary.has(word));
  for (const listed of index.byDigits.get(digitsOf(joined)) ?? []) {
    const apart = distance(joined, listed.joined, least);
    if (apart > least || apart === 0) continue;
    const slips = wordSlips(core, listed.parts.core, isWord);
    if (slips === null) continue;
    best = apart < least ? [{ listed, slips, apart }] : [...best, { listed, slips, apart }];
    least = apart;
  }
  const isSure = best.every(({ slips }) => !slips.some((slip) => slip.kind === 'word' && isMore(slip)));
  return isSure ? best : [];
}

function mostSlips(length: number): number {
  return length < 4 ? 1 : Math.min(4, 1 + Math.floor(length / 6));
}

/** null when a word is another word, or one is too much or missing. */
function wordSlips(written: readonly string[], right: readonly string[], isWord: IsWord): Slip[] | null {
  const [extra, missing] = [without(written, right), without(right, written)];
  if (extra.some(isNumber) || missing.some(isNumber)) return null;
  // The same words in another order are no slip of the finger: `4o` is not o4.
  if (extra.length === 0 && missing.length === 0) return null;
  // `deepseek` written as two words, or two words as one, with a slip in it.
  if (extra.length !== missing.length) {
    if (extra.length === 0 || missing.length === 0) return null;
    return slipBetween(extra.join(''), missing.join(''), isWord, extra);
  }
  const slips: Slip[] = [];
  for (const [place, word] of extra.entries()) {
    const slip = slipBetween(word, missing[place] ?? '', isWord, [word]);
    if (slip === null) return null;
    slips.push(...slip);
  }
  return slips;
}

function slipBetween(
  written: string,
  right: string,
  isWord: IsWord,
  words: readonly string[],
): Slip[] | null {
  if (words.some(isWord)) return null;
  const most = isDoubled(written, right) ? 1 : mostSlipsInWord(Math.max(written.length, right.length));
  if (distance(written, right, most) > most || isOtherShortWord(written, right)) return null;
  return [{ kind: 'word', written, right }];
}

/** `flashx` and `turbos` are variants of their own: makers hang a letter on. `embeddings` is a plural. */
function isMore({ written, right }: Extract<Slip, { kind: 'word' }>): boolean {
  if (right.length >= 8 && written === `${right}s`) return false;
  return written.length === right.length + 1 && written.startsWith(right) && written.at(-1) !== right.at(-1);
}

/** `oo` for `o` */
function isDoubled(written: string, right: string): boolean {
  return written.length === right.length + 1 && written.startsWith(right) && written.at(-1) === right.at(-1);
}

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** In a short word one letter makes another word: `ring` is not `ling`. Unless the key beside was hit. */
function isOtherShortWord(written: string, right: string): boolean {
  if (written.length !== right.length || written.length > 4) return false;
  const places = Array.from(written).flatMap((letter, place) => (letter === right[place] ? [] : [place]));
  const [place = 0] = places;
  return places.length === 1 && !areBeside(written.charAt(place), right.charAt(place));
}

function areBeside(a: string, b: string): boolean {
  const [place, other] = [placeOnKeys(a), placeOnKeys(b)];
  return Math.abs(place.row - other.row) <= 1 && Math.abs(place.column - other.column) <= 1;
}

function placeOnKeys(letter: string): { row: number; column: number } {
  const row = keyRows.findIndex((keys) => keys.includes(letter));
  return { row, column: keyRows[row]?.indexOf(letter) ?? -10 };
}

function mostSlipsInWord(length: number): number {
  if (length < 3) return 0;
  if (length < 5) return 1;
  return length < 9 ? 2 : 3;
}

/** What the first has more often than the second, in order. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

function isNumber(word: string): boolean {
  return /^\d/.test(word);
}
