/** Work that nobody waits for: its failure is logged and ends nothing, and a shutdown can wait for it. */
import type { Logger } from '../telemetry/logger.ts';
import { faultFields } from './api-errors.ts';

export interface Background {
  run(name: string, work: () => Promise<void>): void;
  /** Waits until everything that runs has ended, but not longer than that. */
  drain(milliseconds: number): Promise<void>;
}

export function createBackground(log: Logger): Background {
  const running = new Set<Promise<void>>();
  return {
    run: (name, work) => {
      const task = Promise.resolve()
        .then(work)
        .catch((error: unknown) => {
          log.error({ work: name, ...faultFields(error) }, 'work failed');
        })
        .finally(() => running.delete(task));
      running.add(task);
    },
    drain: async (milliseconds) => {
      let timer: NodeJS.Timeout | undefined;
      const time = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
      await Promise.race([Promise.all(running), time]);
      clearTimeout(timer);
    },
  };
}
