/** Everything the page knows, in one place; whoever draws is told of each change. */
import type { APIMessage, Begun, GalleryEntry, Snapshot } from '../web/protocol.ts';
import type { Language } from './texts.ts';

export interface State {
  readonly connected: boolean;
  /** What the person played sees; null until the server has said so. */
  readonly seen: Snapshot | null;
  /** The playground that all this is about, by its server's id; null: none yet. */
  readonly world: string | null;
  /** Who is played; null: whoever comes first. */
  readonly person: string | null;
  /** The channel on show, by person: each comes back to where they were. */
  readonly places: Readonly<Record<string, string>>;
  /** Messages that came while another channel was on show, by channel. */
  readonly unread: Readonly<Record<string, number>>;
  /** The same for people who are not played now. */
  readonly waiting: Readonly<Record<string, number>>;
  /** Ephemeral messages that were put away. */
  readonly dismissed: ReadonlySet<string>;
  /** Chosen by hand; null: as the person speaks. */
  readonly language: Language | null;
  readonly theme: 'dark' | 'light';
  /** By hand; null: as the system says. */
  readonly chosenTheme: State['theme'] | null;
  readonly gallery: readonly GalleryEntry[];
  /** Text to put into the composer; a new object each time. */
  readonly paste: { readonly text: string } | null;
  readonly replyTo: APIMessage | null;
  readonly editing: APIMessage | null;
  readonly form: Begun['form'];
  readonly menu: OpenMenu | null;
  readonly panel: { readonly tab: string; readonly messageId: string | null };
  /** On a narrow screen only one of the three columns is on show. */
  readonly drawer: 'channels' | 'panel' | null;
  readonly hint: { readonly closed: boolean; readonly claimed: boolean };
  /** What could not be done, in one sentence. */
  readonly notice: string | null;
  /** A message to bring into view and mark for a moment. */
  readonly marked: string | null;
}

export interface OpenMenu {
  readonly message: APIMessage;
  readonly x: number;
  readonly y: number;
}

export const initial: State = {
  connected: false,
  seen: null,
  world: null,
  person: null,
  places: {},
  unread: {},
  waiting: {},
  dismissed: new Set(),
  language: null,
  theme: 'dark',
  chosenTheme: null,
  gallery: [],
  paste: null,
  replyTo: null,
  editing: null,
  form: null,
  menu: null,
  panel: { tab: 'gallery', messageId: null },
  drawer: null,
  hint: { closed: false, claimed: false },
  notice: null,
  marked: null,
};

export interface Store {
  readonly get: () => State;
  readonly change: (patch: Partial<State>) => void;
}

/**
 * @param begin what is known already
 * @param draw called once for all changes of one turn
 */
export function createStore(begin: Partial<State>, draw: (state: State) => void): Store {
  let state: State = { ...initial, ...begin };
  let due = false;
  return {
    get: () => state,
    change: (patch) => {
      state = { ...state, ...patch };
      if (due) return;
      due = true;
      queueMicrotask(() => {
        due = false;
        draw(state);
      });
    },
  };
}
