/** Does what has fallen due, one item after the other, until nothing is left. */
import type { Logger } from '../telemetry/logger.ts';
import type { AgendaStore } from './agenda.ts';

export interface DueWorkParts {
  readonly agenda: AgendaStore;
  /** Tells the courier that there may be something to carry. */
  readonly nudge: () => void;
  readonly now: () => number;
  readonly log: Logger;
}

export async function doDueWork({ agenda, nudge, now, log }: DueWorkParts): Promise<void> {
  for (;;) {
    const done = await agenda.doNext(now());
    if (done === null) return;
    const { item, skipped } = done;
    log.info({ ...item, skipped }, skipped ? 'due work is too old: skipped' : 'due work done');
    nudge();
  }
}
