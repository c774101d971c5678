/** What the page and the server of the playground say to each other over one WebSocket. */
import type { APIMessage } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Choice, Command, Modal } from '../world/types.ts';

/** Bounds of one message from the page: a composer full of files, and nothing beyond. */
export const bounds = {
  /** Ten files of 10 MiB would be 140 MB as base64; a demo needs one. */
  socketBytes: 16 * 1024 * 1024,
  /** Of an option or a field. A long message comes as a file, which only the bound of the socket holds. */
  content: 500_000,
  edited: 2_000,
  files: 10,
  name: 260,
  id: 32,
  customId: 100,
  values: 25,
} as const;

export const requestSchema = z.strictObject({
  type: z.literal('request'),
  id: z.int().nonnegative(),
  name: z.string().min(1).max(60),
  body: z.unknown(),
});

export type Request = z.infer<typeof requestSchema>;

/** A person that can be played, or the bot. */
export interface WirePerson {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly part: 'user' | 'staff' | 'owner' | 'bot';
}

export interface WireChannel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly kind: 'text' | 'thread' | 'direct';
  readonly parentId: string | null;
  readonly mayWrite: boolean;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everything one person sees. Sent whenever the page says whom it plays, which it does first of all. */
export interface Snapshot {
  readonly type: 'snapshot';
  readonly viewer: string;
  readonly guild: Named;
  readonly botId: string;
  readonly people: readonly WirePerson[];
  readonly roles: readonly Named[];
  readonly channels: readonly WireChannel[];
  /** Commands and message menus offered to this person. */
  readonly commands: readonly Command[];
  /** By channel, oldest first. */
  readonly messages: Readonly<Record<string, readonly APIMessage[]>>;
}

export type ServerMessage =
  | Snapshot
  /** New or changed. */
  | { readonly type: 'message'; readonly message: APIMessage }
  | { readonly type: 'gone'; readonly channelId: string; readonly id: string }
  | { readonly type: 'channels'; readonly channels: readonly WireChannel[] }
  /** Something was written that these others see and this person does not. */
  | { readonly type: 'elsewhere'; readonly people: readonly string[] }
  | { readonly type: 'response'; readonly id: number; readonly body: unknown }
  | { readonly type: 'response'; readonly id: number; readonly fault: string };

/** What comes of an interaction at once; messages arrive by themselves. */
export interface Begun {
  readonly form: { readonly interaction: string; readonly modal: Modal } | null;
}

export type { APIMessage, Choice, Command, Modal };

/** One cause of the gallery. */
export interface GalleryEntry {
  readonly id: string;
  readonly status: readonly number[];
  readonly title: { readonly en: string; readonly zh: string };
  readonly examples: readonly string[];
}

/** Answers requests by their name; what it throws is said to the person. */
export type Handler = (body: unknown) => unknown;
export type Handlers = Readonly<Record<string, Handler>>;
