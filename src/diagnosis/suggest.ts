/** Suggestions while somebody types into `/error`: codes, titles and aliases, typing errors allowed. Pure. */
import type { Entry, Language } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { createAliasSearch } from './alias.ts';

export interface Suggestion {
  readonly entryId: string;
  readonly label: string;
}

export type Suggest = (query: string, language: Language, limit: number) => Suggestion[];

/** An empty query lists the entries by their codes. */
export function createSuggest(knowledge: KnowledgeBase): Suggest {
  const search = createAliasSearch(knowledge.entries);
  const byCode = knowledge.entries.toSorted((a, b) => firstCode(a) - firstCode(b) || b.priority - a.priority);
  return (query, language, limit) => {
    const wanted = query.trim();
    const digits = /^\d{1,3}$/.test(wanted) ? wanted : /\b[45]\d\d\b/.exec(wanted)?.[0];
    const found =
      wanted === ''
        ? byCode
        : [
            ...(digits === undefined ? [] : startingWith(digits, byCode)),
            ...search(wanted, limit).map((match) => match.entry),
          ];
    return [...new Set(found)]
      .slice(0, limit)
      .map((entry) => ({ entryId: entry.id, label: label(entry, language) }));
  };
}

function startingWith(digits: string, entries: readonly Entry[]): Entry[] {
  return entries
    .flatMap((entry) => {
      const codes = entry.status.filter((code) => String(code).startsWith(digits));
      return codes.length === 0 ? [] : [{ entry, code: Math.min(...codes) }];
    })
    .sort((a, b) => a.code - b.code || b.entry.priority - a.entry.priority)
    .map(({ entry }) => entry);
}

function firstCode(entry: Entry): number {
  return entry.status[0] ?? 1000;
}

function label(entry: Entry, language: Language): string {
  return entry.status.length === 0
    ? entry.title[language]
    : `${entry.status.join('/')} · ${entry.title[language]}`;
}
