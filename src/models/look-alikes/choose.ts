/** One name out of those that may be meant, if they are all one model. Pure. */
import type { Listed } from './name-index.ts';
import type { Parts } from './parts.ts';
import { chooseAmong, type Claim } from './same-core.ts';
import type { Slip } from './slip.ts';

export interface Reading {
  /** The name as written, cleaned. */
  readonly text: string;
  readonly parts: Parts;
}

/** slips: what brought us to these candidates. Null when they are different models, or none. */
export function choose(
  { text, parts }: Reading,
  candidates: readonly Listed[] | undefined,
  slips: readonly Slip[],
): Claim | null {
  if (candidates === undefined || !areOneModel(candidates)) return null;
  const claim = chooseAmong(text, parts, candidates, false);
  return claim && { ...claim, slips: [...slips, ...claim.slips] };
}

/** Spellings of one model, not different ones. */
function areOneModel(candidates: readonly Listed[]): boolean {
  return new Set(candidates.map(({ joined }) => joined)).size === 1;
}
