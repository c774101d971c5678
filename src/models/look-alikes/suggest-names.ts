/** Names to choose from while somebody types one. Pure; built once for a list of names. */
import { createCheckName } from './check-name.ts';

/** @returns at most `most` names, the likeliest first; without anything typed, the first of the list */
export type SuggestNames = (typed: string, most: number) => string[];

export function createSuggestNames(names: readonly string[]): SuggestNames {
  const listed = names.map((name) => ({ name, plain: plainly(name) }));
  const checkName = createCheckName(names);
  return (typed, most) => {
    const wanted = plainly(typed);
    if (wanted === '') return names.slice(0, most);
    const begin = listed.filter(({ plain }) => plain.startsWith(wanted));
    const hold = listed.filter(({ plain }) => !plain.startsWith(wanted) && plain.includes(wanted));
    const shortFirst = [begin, hold].flatMap((found) =>
      found.toSorted((a, b) => a.name.length - b.name.length),
    );
    const { didYouMean, nearest } = checkName(typed);
    const like = [...(didYouMean === null ? [] : [didYouMean]), ...nearest];
    const found = shortFirst.map(({ name }) => name);
    return [...new Set([...(found.length > 0 ? [] : like), ...found, ...like])].slice(0, most);
  };
}

function plainly(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._-]+/g, '');
}
