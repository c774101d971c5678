/** What the workbench answers: plain values for the page. */
import type { Explanation } from '../../diagnosis/explanation.ts';
import type { Fault } from '../../knowledge/fault.ts';

/** How a report was read, and how long that took, in milliseconds. */
export interface Why extends Explanation {
  readonly ms: number;
}

export interface EntryName {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
}

/** An entry's file as it is on disk. */
export interface EntryText {
  readonly id: string;
  readonly yaml: string;
}

export interface Trial {
  /** The entry that was tried; null while the text is no entry. */
  readonly entryId: string | null;
  /** replaces: it stands in for the entry of this id; adds: no entry has this id. */
  readonly place: 'replaces' | 'adds' | null;
  /**
   * What would stop the bot from loading the file, besides the conflicts; at most 100. Where the text cannot be read as
   * an entry, or a signature cannot be compiled, nothing is run.
   */
  readonly faults: readonly Fault[];
  readonly results: readonly Result[];
  /** Examples of other entries that lead to them now, and no longer would. */
  readonly stolen: readonly Stolen[];
  readonly conflicts: readonly Conflict[];
}

export interface Result {
  readonly kind: 'example' | 'counterexample';
  /** `examples[2]` */
  readonly path: string;
  readonly line?: number;
  /** At most 300 characters. */
  readonly text: string;
  readonly ok: boolean;
  /** Where it leads; null: silence. */
  readonly got: string | null;
  readonly nearest: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface Stolen {
  /** Whose example it is. */
  readonly entryId: string;
  readonly text: string;
  readonly got: string | null;
}

/** Something that another entry claims too: it would stop the bot from loading the file. */
export interface Conflict {
  /** Where in the entry, e.g. `signatures[2]`. */
  readonly path: string;
  readonly line?: number;
  /** As it is written in the entry. */
  readonly claim: string;
  /** The entry that has it. */
  readonly entryId: string;
  readonly hint: string;
}
