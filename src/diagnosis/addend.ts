/** The reasons that a confidence is the sum of. */
import type { Tier } from './signal.ts';
import type { bonus, penalty } from './thresholds.ts';

/** One reason for a confidence, and what it is worth; negative where it speaks against. */
export interface Addend {
  readonly name: AddendName;
  readonly worth: number;
}

export type AddendName =
  | Tier
  | 'alias'
  | 'bareStatus'
  | 'unproven'
  | 'frame'
  | keyof typeof bonus
  | Exclude<keyof typeof penalty, 'withProof'>
  /** Nothing is certain, and nothing is less than impossible: what lies beyond is cut off. */
  | 'limit'
  /** Talk about errors does not push below what is enough for somebody who asks. */
  | 'talkLimit';
