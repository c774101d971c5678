/** A Discord message → text and files, wherever in the message they stand. */
import { type Attachment, type Message, MessageReferenceType } from 'discord.js';
import type { FileSource } from '../../intake/file.ts';

export interface Collected {
  /** What was typed or forwarded, without the mention of us. */
  readonly text: string;
  /** What the author typed: this tells the language. */
  readonly typed: string;
  readonly files: readonly FileSource[];
}

/** discord.js leaves these out of parts that Discord sent incomplete, whatever its types say. */
interface Part {
  readonly content: string | null;
  readonly attachments: ReadonlyMap<string, Attachment> | null;
}

/** Reads a message and what it forwards. Discord turns a paste of more than 2,000 characters into a file. */
export function collect(message: Message, myId: string): Collected {
  const forwarded: Part[] = [...message.messageSnapshots.values()];
  const typed = withoutMention(textOf(message), myId);
  return {
    typed,
    text: [typed, ...forwarded.map(textOf)].filter((text) => text.trim() !== '').join('\n'),
    files: [message, ...forwarded].flatMap(filesOf),
  };
}

export function mentions(message: Message, myId: string): boolean {
  return mentionOf(myId).test(textOf(message));
}

/** Somebody who only mentions us in a reply asks about the message replied to. */
export async function collectAsked(message: Message, myId: string): Promise<Collected> {
  const own = collect(message, myId);
  if (own.text !== '' || own.files.length > 0) return own;
  const { reference } = message;
  if (reference?.messageId === undefined || reference.type !== MessageReferenceType.Default) return own;
  const target = await message.channel.messages.fetch(reference.messageId).catch(() => null);
  return target === null || target.author.id === myId ? own : collect(target, myId);
}

function textOf({ content }: Part): string {
  return content ?? '';
}

function filesOf({ attachments }: Part): FileSource[] {
  return [...(attachments?.values() ?? [])].map(({ name, url }) => ({ name, url }));
}

function mentionOf(id: string): RegExp {
  return new RegExp(`<@!?${id}>`, 'g');
}

function withoutMention(text: string, id: string): string {
  return text.replace(mentionOf(id), ' ').trim();
}
