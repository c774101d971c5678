/** The knowledge base in memory: checked entries plus what is particular to the platform. Read-only. */
import type { Entry } from './entry.ts';
import type { Site } from './site.ts';

export interface KnowledgeBase {
  /** Short fingerprint of the files' content, for logs and support. */
  readonly version: string;
  readonly entries: readonly Entry[];
  readonly site: Site;
}

export function findEntry(knowledge: KnowledgeBase, id: string): Entry | undefined {
  return knowledge.entries.find((entry) => entry.id === id);
}

/** Entries that claim an HTTP status, the most frequent cause first. */
export function entriesForStatus(knowledge: KnowledgeBase, status: number): Entry[] {
  return knowledge.entries
    .filter((entry) => entry.status.includes(status))
    .toSorted((a, b) => b.priority - a.priority);
}
