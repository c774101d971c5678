/** Work with the stores that an answer can do without while the database is out of reach. */
import type { Services } from '../services.ts';

/** Stands for what the database could not give: null means something of its own to most stores. */
export const outOfReach = Symbol('out of reach');

export type DespiteOutage = <Result>(work: () => Promise<Result>) => Promise<Result | typeof outOfReach>;

/**
 * For one interaction. The first outage is logged, once; after it nothing more is tried, since each attempt may take
 * seconds that somebody waits for. Every other error is thrown as ever.
 */
export function createDespiteOutage(
  interactionId: string,
  { outageOf, log }: Pick<Services, 'outageOf' | 'log'>,
): DespiteOutage {
  let isOut = false;
  return async (work) => {
    if (isOut) return outOfReach;
    try {
      return await work();
    } catch (error) {
      const reason = outageOf(error);
      if (reason === null) throw error;
      isOut = true;
      log.error({ interaction: interactionId, reason }, 'database out of reach');
      return outOfReach;
    }
  };
}
