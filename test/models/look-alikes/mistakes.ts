/** Mistakes that people make in a name, made by machine from real names: the same every time. */
import { type Chance, chanceFrom } from '../../chaos/random.ts';

export interface Mistake {
  readonly kind: string;
  readonly name: string;
  readonly right: string;
}

type Make = (name: string, chance: Chance) => string;

const cyrillic: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у' };

/** One letter of a word of five letters and more: in short words another letter makes another name. */
function inWord(name: string, chance: Chance, change: (word: string, at: number) => string): string {
  const words = [...name.matchAll(/[a-z]{5,}/gi)];
  if (words.length === 0) return name;
  const word = chance.any(words);
  const at = chance.between(1, word[0].length - 2);
  return name.slice(0, word.index) + change(word[0], at) + name.slice(word.index + word[0].length);
}

const makers: Readonly<Record<string, Make>> = {
  'blank at the end': (name) => `${name} `,
  'blank at the beginning': (name) => ` ${name}`,
  'blanks instead of hyphens': (name) => name.replaceAll('-', ' '),
  'line break': (name) => name.replace('-', '-\n'),
  'capital letters': (name) => name.toUpperCase(),
  underscores: (name) => name.replaceAll('-', '_'),
  'no hyphen': (name) => name.replace('-', ''),
  'full-width': (name) =>
    name.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  Cyrillic: (name) => name.replace(/[aceopxy]/, (letter) => cyrillic[letter] ?? letter),
  'zero-width': (name) => `${name.slice(0, 3)}\u200b${name.slice(3)}`,
  quotes: (name) => `"${name}",`,
  'vendor prefix': (name) => `openai/${name}`,
  models: (name) => `models/${name}`,
  ':free': (name) => `${name}:free`,
  'swapped letters': (name, chance) =>
    inWord(
      name,
      chance,
      (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    ),
  'letter missing': (name, chance) =>
    inWord(name, chance, (word, at) => word.slice(0, at) + word.slice(at + 1)),
  'letter doubled': (name, chance) =>
    inWord(name, chance, (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at)),
  'wrong date': (name) =>
    name.replace(
      /(20\d\d-?\d\d-?\d)(\d)$/,
      (_, start: string, last: string) => start + String((Number(last) + 1) % 10),
    ),
};

/** @returns `each` mistakes of every kind that a kind can make of these names, none of which is a name itself */
export function makeMistakes(names: readonly string[], each: number): Mistake[] {
  const known = new Set(names);
  return Object.entries(makers).flatMap(([kind, make], seed) => {
    const chance = chanceFrom(seed + 1);
    const found: Mistake[] = [];
    for (let tries = 0; found.length < each && tries < each * 50; tries += 1) {
      const right = chance.any(names);
      const name = make(right, chance);
      if (name !== right && !known.has(name)) found.push({ kind, name, right });
    }
    return found;
  });
}
