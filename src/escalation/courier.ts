/** Carries the outbox to the desk: in order, one at a time, again and again until it has arrived. */
import type { Logger } from '../telemetry/logger.ts';
import type { CaseStore } from './case.ts';
import type { Desk, Posted, Updated } from './desk.ts';
import type { OutboxRow, OutboxStore } from './outbox.ts';

export interface CourierParts {
  readonly outbox: OutboxStore;
  readonly cases: CaseStore;
  readonly desk: Desk;
  readonly now: () => number;
  readonly log: Logger;
}

/** Delivers everything that is due. A call during a delivery is served by one more round after it. */
export type Deliver = () => Promise<void>;

const rowsPerRound = 50;
const longestPauseMs = 10 * 60_000;

/** 1 s, 2 s, 4 s … at most ten minutes: a missing permission may be mended by hand at any time. */
export function pauseAfter(attempts: number): number {
  return Math.min(1000 * 2 ** Math.min(attempts, 20), longestPauseMs);
}

export function createCourier(parts: CourierParts): Deliver {
  const state: { running: Promise<void> | null; wanted: boolean } = { running: null, wanted: false };

  const rounds = async (): Promise<void> => {
    try {
      while (state.wanted) {
        state.wanted = false;
        const rows = await parts.outbox.due(parts.now(), rowsPerRound);
        // Rows of one case all say the same, "show the present state": one visit serves them.
        for (const [caseId, same] of Map.groupBy(rows, (row) => row.caseId)) await carry(caseId, same, parts);
        if (rows.length === rowsPerRound) state.wanted = true;
      }
    } finally {
      // In the same breath as the last look at `wanted`, so that no call can fall in between.
      state.running = null;
    }
  };

  return () => {
    state.wanted = true;
    state.running ??= rounds();
    return state.running;
  };
}

async function carry(caseId: string, rows: readonly OutboxRow[], parts: CourierParts): Promise<void> {
  const result = await bringCard(caseId, parts);
  if (result.kind === 'later' || result.kind === 'never') {
    parts.log[result.kind === 'later' ? 'warn' : 'error']({ case: caseId, ...result }, 'card not delivered');
  } else {
    parts.log.info({ case: caseId, kind: result.kind }, 'card delivered');
  }
  for (const row of rows) await settle(row, result, parts);
}

async function bringCard(caseId: string, { cases, desk }: CourierParts): Promise<Posted | Updated> {
  const file = await cases.find(caseId);
  if (file === null) return { kind: 'never', reason: 'the case does not exist' };
  if (file.case.card !== null) return desk.update(file, file.case.card);
  // The nonce belongs to the case, so a crash between posting and writing it down does not make a second card.
  const posted = await desk.post(file, `case-${file.case.id}`);
  if (posted.kind === 'posted') await cases.cardPlaced(file.case.id, posted.card);
  return posted;
}

function settle(row: OutboxRow, result: Posted | Updated, { outbox, now }: CourierParts): Promise<void> {
  if (result.kind === 'later') return outbox.retry(row.id, now() + pauseAfter(row.attempts), result.reason);
  if (result.kind === 'never') return outbox.abandon(row.id, result.reason);
  return outbox.done(row.id);
}
