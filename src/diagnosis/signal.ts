/** A signal: one place in a report that speaks for one entry. */
import type { Entry } from '../knowledge/entry.ts';
import type { StatusTrust } from './status.ts';

/** In the order of trust: text of a signature, error code or type, general text, HTTP status, name of an exception. */
export const tiers = ['signature', 'code', 'hint', 'status', 'exception'] as const;
export type Tier = (typeof tiers)[number];

export interface Signal {
  readonly entry: Entry;
  readonly tier: Tier;
  readonly start: number;
  readonly end: number;
  /** How much was matched, in characters; the more, the more special. */
  readonly length: number;
  /** Only a provider behind the gateway prints this. */
  readonly upstream?: true;
  /** A slot took up a name: the text is about a real request. */
  readonly captured?: boolean;
  /** Names that the text itself gives, such as the model in "no channel for model {model}". */
  readonly model?: string;
  /** The group of tokens that the gateway looked in. */
  readonly group?: string;
  readonly code?: string;
  readonly status?: number;
  /** How far a status is to be believed. */
  readonly trust?: StatusTrust;
}

/** 0 is the most trusted. */
export function rankOf(tier: Tier): number {
  return tiers.indexOf(tier);
}
