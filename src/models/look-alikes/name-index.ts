/** A list of names, prepared so that a wrong one is looked up without going through all of them. Pure. */
import { type Parts, takeApart } from './parts.ts';

export interface Listed {
  readonly name: string;
  readonly parts: Parts;
  /** The core without separators: `gpt4omini`. */
  readonly joined: string;
}

export interface NameIndex {
  readonly byName: ReadonlyMap<string, Listed>;
  readonly all: readonly Listed[];
  /** Same words and numbers in the same order. */
  readonly byCore: Groups;
  /** Same letters and digits, wherever the separators are. */
  readonly byJoined: Groups;
  /** … when 0 and o, 1 and l are one. */
  readonly byShape: Groups;
  /** Same words and numbers in any order. */
  readonly byBag: Groups;
  /** Without the first word, in any order. */
  readonly byTail: Groups;
  /** Same letters and digits but for the `.0` of a version. */
  readonly byVersion: Groups;
  /** Same date. */
  readonly byDate: Groups;
  /** Same digits: only among those can one name be a slip of the finger for another. */
  readonly byDigits: Groups;
  /** Every word that some name has, and every number: what is written so is meant so. */
  readonly vocabulary: ReadonlyMap<string, readonly number[]>;
}

type Groups = ReadonlyMap<string, readonly Listed[]>;

/** Costs some microseconds a name; built once for a list. */
export function createNameIndex(names: readonly string[]): NameIndex {
  const all = [...new Set(names)].map(listed);
  return {
    byName: new Map(all.map((one) => [one.name, one])),
    all,
    byCore: groupBy(all, ({ parts }) => coreKey(parts.core)),
    byJoined: groupBy(all, ({ joined }) => joined),
    byShape: groupBy(all, ({ joined }) => shapeKey(joined)),
    byBag: groupBy(all, ({ parts }) => bagKey(parts.core)),
    byTail: groupBy(all, ({ parts }) => bagKey(parts.core.slice(1))),
    byVersion: groupBy(all, ({ parts }) => versionKey(parts.core)),
    byDate: groupBy(all, ({ parts }) => parts.date),
    byDigits: groupBy(all, ({ joined }) => digitsOf(joined)),
    vocabulary: vocabularyOf(all),
  };
}

function listed(name: string): Listed {
  const parts = takeApart(name);
  return { name, parts, joined: parts.core.join('') };
}

export function coreKey(core: readonly string[]): string {
  return core.join('-');
}

export function shapeKey(joined: string): string {
  return joined.replaceAll('0', 'o').replaceAll('1', 'l');
}

export function bagKey(core: readonly string[]): string {
  return core.toSorted().join('-');
}

/** `gemini-3.0-pro` is `gemini-3-pro`. */
export function versionKey(core: readonly string[]): string {
  return core.filter((word, place) => word !== '0' || !/^[1-9]$/.test(core[place - 1] ?? '')).join('');
}

export function digitsOf(joined: string): string {
  return joined.replace(/\D+/g, '');
}

function groupBy(all: readonly Listed[], keyOf: (one: Listed) => string): Groups {
  const groups = new Map<string, Listed[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** For each word the places in `all` of the names that have it, ascending. */
function vocabularyOf(all: readonly Listed[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  all.forEach(({ parts }, place) => {
    for (const word of new Set(parts.core)) {
      const found = places.get(word);
      if (found === undefined) places.set(word, [place]);
      else found.push(place);
    }
  });
  return places;
}
