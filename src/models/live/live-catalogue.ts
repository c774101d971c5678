/** The list that the platform itself keeps: fetched in the background, answers read only what is known. */
import type { Catalogue } from '../model.ts';
import { fetchJson, type FetchLimits, usualLimits } from './fetch-json.ts';
import { judge, keep, recall } from './known-list.ts';
import type { Log } from './log.ts';
import { pauseAfter } from './pauses.ts';
import { createRounds } from './rounds.ts';

export interface LiveCatalogueOptions {
  readonly url: string;
  readonly apiKey: string | null;
  /** File for the last good answer. */
  readonly keptAt: string;
  /** What holds until the first answer. */
  readonly shipped: Catalogue;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: Log;
  readonly fetch?: typeof globalThis.fetch;
  readonly limits?: FetchLimits;
}

export interface LiveCatalogue {
  /** Never waits: what is known at this moment. */
  readonly current: () => Catalogue;
  /** Asks now; settles when that is done, well or not. While one is under way no second one begins. */
  readonly refresh: () => Promise<void>;
  /** Asks at once and from then on again and again. @returns ends it, and the request that is under way */
  readonly start: () => () => void;
  readonly state: () => LiveState;
}

export interface LiveState {
  /** Milliseconds since 1970 of the last answer that held. */
  readonly lastSuccess: number | null;
  readonly lastFailure: { readonly at: number; readonly reason: string } | null;
}

/** Begins with the list that was kept, if there is one. Failures stand in the log and leave the last good list. */
export function createLiveCatalogue(options: LiveCatalogueOptions): LiveCatalogue {
  const { url, apiKey, now, random, log } = options;
  const parts = { fetch: options.fetch ?? globalThis.fetch, now, limits: options.limits ?? usualLimits };
  let known = recall(options);
  let lastFailure: LiveState['lastFailure'] = null;
  let failures = 0;

  const rounds = createRounds(async (signal) => {
    const answer = await fetchJson({ url, apiKey, etag: known.kept?.etag ?? null }, parts, signal);
    if (answer.kind === 'stopped') return 0;
    const next = judge(answer, known, now());
    if (typeof next === 'string') {
      failures += 1;
      lastFailure = { at: now(), reason: next };
      log.warn({ reason: next, failures, ...ageOf(known.catalogue, now()) }, 'no new list of models');
    } else {
      if (failures > 0 || next.catalogue.models !== known.catalogue.models)
        log.info({ models: next.catalogue.models.length, failures }, 'the list of models is live');
      failures = 0;
      known = next;
      await keep(next.kept, options);
    }
    return pauseAfter(failures, answer.kind === 'failed' ? answer.retryAfterMs : null, random());
  });

  return {
    current: () => known.catalogue,
    refresh: rounds.once,
    start: rounds.start,
    state: () => ({ lastSuccess: known.kept?.asOf ?? null, lastFailure }),
  };
}

function ageOf({ asOf }: Catalogue, now: number): { ageMs?: number } {
  return asOf === null ? {} : { ageMs: now - asOf };
}
