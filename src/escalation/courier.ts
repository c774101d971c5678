/** Carries the outbox to Discord, again and again until it has arrived. Several processes may do so at once. */
import type { Logger } from '../telemetry/logger.ts';
import { isAncient, pauseAfter } from './backoff.ts';
import type { Delivered, Deliverer, Sending } from './deliverer.ts';
import type { OutboxContent, OutboxRow, OutboxStore } from './outbox.ts';

export interface CourierParts {
  readonly outbox: OutboxStore;
  readonly deliverer: Deliverer;
  readonly now: () => number;
  readonly log: Logger;
  /** Called when a row has to wait: whoever owns the clock calls `deliver` after so many milliseconds. */
  readonly wake: (afterMs: number) => void;
}

export interface Courier {
  /** Delivers everything that is due. A call during a delivery is served by one more round after it. */
  readonly deliver: () => Promise<void>;
  /** Begins nothing new: what is on its way is finished, the rest stays owed. */
  readonly stop: () => void;
}

/** Rows of one round go out side by side: they belong to different lanes. */
const rowsPerRound = 8;

export function createCourier(parts: CourierParts): Courier {
  const state: { running: Promise<void> | null; wanted: boolean; stopped: boolean } = {
    running: null,
    wanted: false,
    stopped: false,
  };

  const rounds = async (): Promise<void> => {
    try {
      while (state.wanted && !state.stopped) {
        state.wanted = false;
        const rows = await parts.outbox.take(rowsPerRound);
        await Promise.all(rows.map((row) => carry(row, parts)));
        // Settling a row may have freed the next one of its lane.
        if (rows.length > 0) state.wanted = true;
      }
    } finally {
      // In the same breath as the last look at `wanted`, so that no call can fall in between.
      state.running = null;
    }
  };

  return {
    deliver: () => {
      state.wanted = true;
      state.running ??= rounds();
      return state.running;
    },
    stop: () => {
      state.stopped = true;
    },
  };
}

async function carry(row: OutboxRow, parts: CourierParts): Promise<void> {
  const content = await parts.outbox.read(row);
  if (content === null) return parts.outbox.done(row, null);
  if (isAncient(row.kind, row.createdAt, parts.now())) return settle(row, tooLate, parts);
  return settle(row, await send(row, content, parts.deliverer), parts);
}

const tooLate: Delivered = { kind: 'never', reason: 'it could not be delivered for a day' };

function send(row: OutboxRow, content: OutboxContent, deliverer: Deliverer): Promise<Delivered> {
  const mayHaveArrived = row.attempts > 0;
  const sending: Sending = { nonce: `desk-${row.id}`, mayHaveArrived };
  if (content.kind === 'digest') return deliverer.digest(content.digest, sending);
  if (content.kind === 'notice') return deliverer.notify(content.notice, sending);
  const { file, ping } = content;
  if (content.kind === 'reminder') return deliverer.remind(file, sending);
  if (file.incident.card !== null) return deliverer.editCard(file, file.incident.card);
  // This nonce belongs to the incident, so that a crash between posting and writing it down makes no second card.
  return deliverer.postCard(file, ping, { nonce: `card-${file.incident.id}`, mayHaveArrived });
}

async function settle(
  row: OutboxRow,
  result: Delivered,
  { outbox, now, log, wake }: CourierParts,
): Promise<void> {
  const about = { row: row.id, kind: row.kind, incident: row.incidentId };
  if (result.kind === 'sent' || result.kind === 'gone') {
    log.info({ ...about, result: result.kind }, 'delivered');
    return outbox.done(row, result.kind === 'sent' ? result.message : null);
  }
  const { reason } = result;
  if (result.kind === 'never') {
    log.error({ ...about, reason }, 'cannot be delivered');
    return outbox.abandon(row, reason);
  }
  const pause = pauseAfter(row.attempts, Math.random(), result.retryAfterMs);
  log.warn({ ...about, reason, pause }, 'not delivered yet');
  await outbox.retry(row, now() + pause, reason);
  wake(pause);
}
