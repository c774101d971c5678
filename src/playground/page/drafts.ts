/** What was begun and not sent belongs to where it was begun: no other person, channel or edit takes it over. */
import type { Pick } from './slash.ts';
import { currentChannel } from './looks.ts';
import type { State } from './store.ts';

export interface Draft {
  readonly text: string;
  readonly files: readonly File[];
  /** The command being filled in, and what its first option has got by typing on. */
  readonly picked: { readonly pick: Pick; readonly rest: string } | null;
}

export const emptyDraft: Draft = { text: '', files: [], picked: null };

/** Where something is written: a person in a channel, or the message that is being changed there. */
export interface Place {
  readonly at: string;
  readonly editing: string | null;
}

export function placeOf(state: State): Place {
  const at = `${state.seen?.viewer ?? ''} ${currentChannel(state)?.id ?? ''}`;
  return { at, editing: state.editing?.id ?? null };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.at === other.at && one.editing === other.editing;
}

export interface Drafts {
  /** What stood at the place; a changed message that is left is forgotten. */
  readonly keep: (place: Place, draft: Draft) => void;
  /** Hands out what was begun there, once. */
  readonly take: (place: Place) => Draft;
}

export function createDrafts(): Drafts {
  const kept = new Map<string, Draft>();
  return {
    keep: ({ at, editing }, draft) => {
      if (editing === null) kept.set(at, draft);
    },
    take: ({ at }) => {
      const draft = kept.get(at) ?? emptyDraft;
      kept.delete(at);
      return draft;
    },
  };
}
