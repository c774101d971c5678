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

/** The person and the channel. */
export function placeOf(state: State): string {
  return `${state.seen?.viewer ?? ''} ${currentChannel(state)?.id ?? ''}`;
}

export interface Drafts {
  readonly keep: (place: string, draft: Draft) => void;
  /** Hands it out, once. */
  readonly take: (place: string) => Draft;
}

export function createDrafts(): Drafts {
  const kept = new Map<string, Draft>();
  return {
    keep: (place, draft) => {
      kept.set(place, draft);
    },
    take: (place) => {
      const draft = kept.get(place) ?? emptyDraft;
      kept.delete(place);
      return draft;
    },
  };
}
