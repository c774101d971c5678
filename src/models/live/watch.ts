/** What is known of the platform, as the configuration asks for it: its models and whether it is up. */
import type { Catalogue } from '../model.ts';
import { createLiveCatalogue } from './live-catalogue.ts';
import type { Log } from './log.ts';
import type { PlatformStatus } from './status-latch.ts';
import { createStatusProbe } from './status-probe.ts';

export interface WatchSettings {
  /** null: only the shipped list is known. */
  readonly modelsUrl: string | null;
  readonly modelsApiKey: string | null;
  readonly modelsFile: string;
  /** null: nobody knows whether the platform is up. */
  readonly statusUrl: string | null;
}

export interface WatchParts {
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
}

/** Both are read from memory; only between `start` and the end that it returns does anything go over the network. */
export interface Watch {
  readonly catalogue: () => Catalogue;
  readonly platformStatus: () => PlatformStatus;
  readonly start: () => () => void;
}

export function createWatch(settings: WatchSettings, shipped: Catalogue, parts: WatchParts): Watch {
  const live = liveOf(settings, shipped, parts);
  const probe = settings.statusUrl === null ? null : createStatusProbe({ url: settings.statusUrl, ...parts });
  return {
    catalogue: live?.current ?? (() => shipped),
    platformStatus: probe?.current ?? (() => ({ kind: 'unknown' })),
    start: () => {
      const stops = [live?.start(), probe?.start()];
      return () => {
        for (const stop of stops) stop?.();
      };
    },
  };
}

function liveOf(settings: WatchSettings, shipped: Catalogue, parts: WatchParts) {
  const { modelsUrl: url, modelsApiKey: apiKey, modelsFile: keptAt } = settings;
  return url === null ? null : createLiveCatalogue({ url, apiKey, keptAt, shipped, ...parts });
}
