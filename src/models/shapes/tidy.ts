/** From what an answer names to a list that can be relied on: junk dropped, duplicates merged. Pure. */
import type { Model } from '../model.ts';
import type { FoundModel } from './shape.ts';

const longestName = 200;
/** Characters that control or cannot be seen, and halves of characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Whether that can be the name of a model or of a group at all. */
export function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= longestName && !unseen.test(text);
}

/**
 * One model a name, in the order of the names: some platforms answer in another order each time. Models that were given
 * the same list of groups go on sharing it. No group at all tells nothing.
 */
export function tidyModels(found: readonly FoundModel[]): Model[] {
  const tidied = new Map<readonly string[], readonly string[]>();
  const models = new Map<string, Model>();
  for (const { name, groups } of found) {
    if (!isName(name)) continue;
    const told = groups?.length ? (tidied.get(groups) ?? tidyGroups(groups).sort()) : null;
    if (groups && told) tidied.set(groups, told);
    const seen = models.get(name);
    models.set(name, { name, groups: seen === undefined ? told : both(seen.groups, told) });
  }
  return [...models.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The names of groups, each once. */
export function tidyGroups(groups: readonly string[]): string[] {
  return [...new Set(groups)].filter(isName);
}

/** A model that is named twice may be called by the groups of both; where one does not tell, nobody knows. */
function both(some: readonly string[] | null, more: readonly string[] | null): readonly string[] | null {
  if (some === null || more === null) return null;
  return some === more ? some : [...new Set([...some, ...more])].sort();
}
