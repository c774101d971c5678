/** What every view is given. */
import type { Snapshot } from '../../web/protocol.ts';
import type { Actions } from '../actions.ts';
import { languageOf } from '../looks.ts';
import type { Around } from '../markdown.ts';
import type { State } from '../store.ts';
import { texts, type Texts } from '../texts.ts';

export interface Page {
  readonly state: State;
  readonly actions: Actions;
}

/** The page once the server has said what there is to see. */
export interface SeenPage extends Page {
  readonly seen: Snapshot;
}

export function textsOf({ state }: Page): Texts {
  return texts[languageOf(state)];
}

export function aroundOf({ state, seen, actions }: SeenPage, inEmbed = false): Around {
  return {
    seen,
    language: languageOf(state),
    now: new Date(),
    inEmbed,
    jump: actions.jump,
    open: actions.open,
  };
}
