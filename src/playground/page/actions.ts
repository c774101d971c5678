/** What a person can do on the page. Each act asks the server; what cannot be done is said in one sentence. */
import type { APIMessage, Begun, Choice, GalleryEntry } from '../web/protocol.ts';
import type { Ask } from './ask.ts';
import { decodeCustomId } from '../../discord/custom-id.ts';
import { excessOf, longest, parcelOf, type WireFile, wireFile } from './files.ts';
import { currentChannel, languageOf, viewerOf } from './looks.ts';
import { withMentions } from './mentions.ts';
import { without } from './receive.ts';
import type { OpenMenu, State, Store } from './store.ts';
import { texts } from './texts.ts';

export type OptionValue = string | number | boolean | { readonly id: string } | { readonly file: WireFile };

export interface Actions {
  readonly ask: Ask;
  readonly change: (patch: Partial<State>) => void;
  readonly become: (person: string) => Promise<void>;
  /** After a connection: as the person of before, or, where nobody knows them any more, as whoever comes first. */
  readonly comeBack: (person: string | null) => Promise<void>;
  readonly open: (channelId: string) => void;
  readonly jump: (channelId: string, messageId: string) => void;
  /** @returns whether it was sent: what was not stays in the composer */
  readonly say: (content: string, files: readonly File[]) => Promise<boolean>;
  readonly remove: (message: APIMessage) => void;
  readonly slash: (name: string, options: Readonly<Record<string, OptionValue>>) => Promise<boolean>;
  readonly suggest: (
    name: string,
    options: Readonly<Record<string, string>>,
    focused: string,
  ) => Promise<Choice[]>;
  readonly menuCommand: (message: APIMessage, name: string) => void;
  readonly press: (message: APIMessage, customId: string) => Promise<void>;
  readonly choose: (message: APIMessage, customId: string, values: readonly string[]) => void;
  readonly submit: (values: Readonly<Record<string, string | readonly string[]>>) => Promise<boolean>;
  readonly dismiss: (message: APIMessage) => void;
  readonly openMenu: (menu: OpenMenu | null) => void;
  readonly explain: (messageId: string) => void;
  readonly loadGallery: () => Promise<void>;
}

export function createActions({ get, change }: Store, ask: Ask): Actions {
  /** Does it; a fault becomes a notice. */
  const attempt = async (name: string, body: unknown): Promise<{ done: boolean; result: unknown }> => {
    try {
      const result = await ask(name, body);
      change({ notice: null });
      return { done: true, result };
    } catch (error) {
      change({ notice: (error as Error).message });
      return { done: false, result: null };
    }
  };
  const begin = async (name: string, body: unknown): Promise<boolean> => {
    const { done, result } = await attempt(name, body);
    if (done) change({ form: (result as Begun).form });
    return done;
  };
  const refuse = (sentence: 'editTooLong' | 'tooBig' | 'tooManyFiles'): false => {
    change({ notice: texts[languageOf(get())][sentence] });
    return false;
  };
  const post = async (text: string, files: readonly File[]): Promise<boolean> => {
    const parcel = parcelOf(text, files);
    const excess = excessOf(parcel);
    if (excess !== null) return refuse(excess);
    // Where it goes is settled before the files are read.
    const place = { channel: channelId(), reply: get().replyTo?.id ?? null };
    const wired = await Promise.all(parcel.files.map(wireFile));
    return (await attempt('say', { ...place, content: parcel.content, files: wired })).done;
  };
  const edit = async ({ id }: APIMessage, content: string): Promise<boolean> => {
    if (content.length > longest) return refuse('editTooLong');
    return (await attempt('edit', { message: id, content })).done;
  };
  const channelId = (): string => currentChannel(get())?.id ?? '';
  const open = (id: string): void => {
    const { seen, places, unread } = get();
    if (seen === null) return;
    change({
      places: { ...places, [seen.viewer]: id },
      unread: without(unread, id),
      drawer: null,
      replyTo: null,
      editing: null,
      notice: null,
    });
  };

  return {
    ask,
    change,
    become: async (person) => {
      await attempt('become', { person });
      change({ drawer: null });
    },
    comeBack: async (person) => {
      try {
        await ask('become', { person });
      } catch {
        await attempt('become', { person: null });
      }
    },
    open,
    jump: (id, messageId) => {
      const { channels = [], messages = {} } = get().seen ?? {};
      if (!channels.some((one) => one.id === id)) return;
      open(id);
      // What is deleted, or too old to be here, leads to where it was.
      if (messages[id]?.some((one) => one.id === messageId) === true) change({ marked: messageId });
    },
    say: async (content, files) => {
      const { editing, seen } = get();
      const text = seen === null ? content : withMentions(content, seen.people);
      const done = await (editing === null ? post(text, files) : edit(editing, text));
      if (done) change({ editing: null, replyTo: null });
      return done;
    },
    remove: ({ id }) => void attempt('remove', { message: id }),
    slash: (name, options) => begin('slash', { channel: channelId(), name, options }),
    suggest: async (name, options, focused) => {
      try {
        return (await ask('suggest', { channel: channelId(), name, options, focused })) as Choice[];
      } catch {
        // Nobody is told that a suggestion did not come.
        return [];
      }
    },
    menuCommand: ({ id }, name) => void begin('menu', { message: id, name }),
    press: async ({ id, channel_id: place }, customId) => {
      const done = await begin('press', { message: id, customId });
      const { hint, seen } = get();
      const atDesk = seen?.channels.find((one) => one.id === place)?.name === 'support-desk';
      const isClaim = decodeCustomId(customId)?.action === 'claim';
      if (done && isClaim && atDesk && viewerOf(get())?.part === 'staff')
        change({ hint: { ...hint, claimed: true } });
    },
    choose: ({ id }, customId, values) => void begin('choose', { message: id, customId, values }),
    submit: (values) => begin('submit', { interaction: get().form?.interaction ?? '', values }),
    dismiss: ({ id }) => {
      change({ dismissed: new Set([...get().dismissed, id]) });
    },
    openMenu: (menu) => {
      change({ menu });
    },
    explain: (messageId) => {
      change({ panel: { tab: 'why', messageId }, drawer: 'panel' });
    },
    loadGallery: async () => {
      const { done, result } = await attempt('gallery', null);
      if (done) change({ gallery: result as GalleryEntry[] });
    },
  };
}
