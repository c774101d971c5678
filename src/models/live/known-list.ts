/** The list that is known and the answer that it was read from: how a new answer changes it, how it outlives a restart. */
import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '../model.ts';
import { ListFault, readModelList } from '../shapes/read-model-list.ts';
import type { Answer } from './fetch-json.ts';
import { KeptFault, type Kept, readKept, writeKept } from './kept-file.ts';
import type { Log } from './log.ts';

export interface Known {
  readonly catalogue: Catalogue;
  /** null for as long as the platform has not said anything. */
  readonly kept: Kept | null;
}

export interface Keeping {
  readonly url: string;
  readonly keptAt: string;
  readonly now: () => number;
  readonly log: Log;
}

/** What the last process knew; the shipped list when it knew nothing that can be used. */
export function recall({ url, keptAt, now, log, shipped }: Keeping & { readonly shipped: Catalogue }): Known {
  try {
    const kept = readKept(keptAt, url);
    // A clock that was set back must not make a list from the future.
    if (kept !== null) return knownOf({ ...kept, asOf: Math.min(kept.asOf, now()) });
  } catch (error) {
    log.warn({ file: keptAt, reason: reasonOf(error) }, 'the kept list of models is not used');
  }
  return { catalogue: shipped, kept: null };
}

/** @returns what is known after that answer, or why it changes nothing */
export function judge(
  answer: Exclude<Answer, { kind: 'stopped' }>,
  known: Known,
  now: number,
): Known | string {
  if (answer.kind === 'failed') return answer.reason;
  if (answer.kind === 'unchanged')
    return known.kept === null ? 'it answered 304' : heldStill(known, known.kept, now);
  try {
    const next = knownOf({ etag: answer.etag, asOf: now, answer: answer.json });
    return sameModels(next, known) ? { ...next, catalogue: { ...known.catalogue, asOf: now } } : next;
  } catch (error) {
    return reasonOf(error);
  }
}

/** A full disk costs the next process the list, this one nothing. */
export async function keep(kept: Kept | null, { url, keptAt, log }: Keeping): Promise<void> {
  if (kept === null) return;
  try {
    await writeKept(keptAt, url, kept);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    log.warn({ file: keptAt, reason }, 'the list of models cannot be kept');
  }
}

/** Whatever goes wrong with a list must not end the bot. */
function reasonOf(error: unknown): string {
  return error instanceof KeptFault || error instanceof ListFault ? error.message : 'it cannot be read';
}

function knownOf(kept: Kept): Known {
  return { kept, catalogue: { ...readModelList(kept.answer), source: 'live', asOf: kept.asOf } };
}

function heldStill({ catalogue }: Known, kept: Kept, now: number): Known {
  return { kept: { ...kept, asOf: now }, catalogue: { ...catalogue, asOf: now } };
}

/** What is built from a list is built anew when it is another array: the same models stay the same array. */
function sameModels({ catalogue: next }: Known, { catalogue: before }: Known): boolean {
  return (
    before.source === 'live' &&
    isDeepStrictEqual([next.models, next.autoGroups], [before.models, before.autoGroups])
  );
}
