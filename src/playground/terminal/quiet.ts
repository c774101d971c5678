/** When has the bot said all it has to say? When it has asked nothing of Discord for a while. */
import { setTimeout as wait } from 'node:timers/promises';
import type { RequestRecord } from '../rest/request-log.ts';

/** The bot runs in this very process and answers within some milliseconds; it cannot fall behind the clock here. */
const stillMs = 250;
const longestMs = 15_000;

/** Resolves once no request has been running for a quarter of a second, after 15 s in any case. */
export async function untilQuiet(requests: readonly RequestRecord[]): Promise<void> {
  const end = performance.now() + longestMs;
  let seen = -1;
  let since = performance.now();
  while (performance.now() < end) {
    // Requests are logged in order, so only the last few can still be running.
    const running = requests.slice(-50).some(({ status }) => status === 0);
    if (running || requests.length !== seen) {
      seen = requests.length;
      since = performance.now();
    } else if (performance.now() - since >= stillMs) return;
    await wait(25);
  }
}
