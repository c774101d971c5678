/** Work in the background that comes round again and again, one round at a time. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Rounds {
  /** One round now, or the one that is under way. */
  readonly once: () => Promise<void>;
  /** Begins at once; does not keep the process alive. @returns ends the rounds, and the one that is under way */
  readonly start: () => () => void;
}

/** @param work one round, which its signal ends; must not fail; says how many milliseconds to wait before the next */
export function createRounds(work: (signal: AbortSignal) => Promise<number>): Rounds {
  let underWay: { readonly done: Promise<number>; readonly stop: AbortController } | null = null;
  const round = (): Promise<number> => {
    if (underWay === null) {
      const stop = new AbortController();
      const done = work(stop.signal).finally(() => {
        underWay = null;
      });
      underWay = { done, stop };
    }
    return underWay.done;
  };
  return {
    once: async () => {
      await round();
    },
    start: () => {
      const stopping = new AbortController();
      void again(round, stopping.signal);
      return () => {
        stopping.abort();
        underWay?.stop.abort();
      };
    },
  };
}

async function again(round: () => Promise<number>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const pauseMs = await round();
    await pause(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
