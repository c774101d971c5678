/** What a message of ours consists of, as plain data; and the limits that hold by construction. */
import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIEmbedField,
} from 'discord.js';
import { clip } from './text.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Every part is always there, so that an edit also takes away what is no longer true. */
export interface View {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: Row[];
}

/**
 * Shares of the 6,000 characters that Discord allows an embed: title, description and the seven fields of an answer,
 * a name and a value each, add up to exactly that. A card has a far shorter description.
 */
export const share = {
  /** Of the 2,000 outside the embed. */
  known: 1000,
  title: 200,
  description: 2460,
  fieldName: 60,
  read: 850,
  alsoPossible: 800,
  alsoSeen: 220,
  links: 350,
  /** Of the description of an answer; a field of a card. */
  name: 400,
  now: 200,
  staff: 200,
  unread: 300,
  footer: 100,
} as const;

export const colours = {
  answer: 0x3b82f6,
  question: 0xa1a1aa,
  card: 0xdc2626,
  claimed: 0xf59e0b,
  done: 0x16a34a,
  quiet: 0x52525b,
} as const;

/** A field, or nothing when it has no text: Discord refuses empty ones. */
export function field(name: string, value: string, most: number, inline = false): APIEmbedField[] {
  return value === '' ? [] : [{ name: clip(name, share.fieldName), value: clip(value, most), inline }];
}

export function plainView(embed: APIEmbed, components: Row[] = [], content = ''): View {
  return { content, embeds: [embed], components };
}
