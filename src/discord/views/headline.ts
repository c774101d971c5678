/** The name of a cause as people see it: `503 · Model unavailable`. */
import type { Entry, Language } from '../../knowledge/entry.ts';

/** The status that was read, or the only one that the cause has. */
export function shownStatus(entry: Entry, status: number | null): number | null {
  const [only, another] = entry.status;
  return status ?? (another === undefined ? (only ?? null) : null);
}

export function headline(entry: Entry, status: number | null, language: Language): string {
  const shown = shownStatus(entry, status);
  return shown === null ? entry.title[language] : `${shown} · ${entry.title[language]}`;
}
