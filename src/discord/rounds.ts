/** Work that comes round again and again: cards that wait, reports left over, the sign of life. */
import { type Client, Status } from 'discord.js';
import { startHealthFile } from '../telemetry/health.ts';
import type { Background } from './background.ts';
import { recoverReports } from './reports/recover.ts';
import type { Services } from './services.ts';

export interface RoundTimes {
  /** How often the outbox is looked at for cards whose pause is over. */
  readonly deliveryMs: number;
  /** How often left-over reports are looked for, and how old a claim must be to count as one. */
  readonly recoveryMs: number;
}

/**
 * Begins at once: what the last process left is the first thing to do.
 * @returns ends the rounds; what runs at that moment is the background's
 */
export function startRounds(
  client: Client<true>,
  services: Services,
  background: Background,
  { deliveryMs, recoveryMs }: RoundTimes,
  healthFile: string | null,
): () => void {
  const recover = (claimedBefore: number): void => {
    background.run('recovery', () => recoverReports(client, services, claimedBefore));
  };
  recover(services.now());
  services.nudge();
  const timers = [
    setInterval(services.nudge, deliveryMs),
    setInterval(() => {
      recover(services.now() - recoveryMs);
    }, recoveryMs),
  ];
  const stopHealth = healthFile === null ? null : startHealthFile(healthFile, () => isConnected(client));
  return () => {
    for (const timer of timers) clearInterval(timer);
    stopHealth?.();
  };
}

/** client.isReady() stays true while a shard is cut off; the shards themselves know better. */
function isConnected(client: Client): boolean {
  return client.ws.shards.size > 0 && client.ws.shards.every((shard) => shard.status === Status.Ready);
}
