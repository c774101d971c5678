/** How long to wait before the list is asked for again. Pure. */

const usualMs = 5 * 60_000;
const firstRetryMs = 30_000;
const longestRetryMs = 15 * 60_000;
/** A server that asks for more is asked again all the same. */
const longestWishMs = 60 * 60_000;

/**
 * Five minutes after a success; after failures 30 s, 1 min, 2 min … up to 15 min. A fifth more or less is left to chance,
 * so that many errdesks do not ask all at once.
 * @param failures in a row, 0 after a success
 * @param wishMs what the server asked for by Retry-After: never shortens the pause
 * @param chance from 0 to 1
 */
export function pauseAfter(failures: number, wishMs: number | null, chance: number): number {
  const planned =
    failures === 0 ? usualMs : Math.min(firstRetryMs * 2 ** Math.min(failures - 1, 20), longestRetryMs);
  const jittered = planned * (0.8 + 0.4 * chance);
  return Math.round(Math.max(jittered, Math.min(wishMs ?? 0, longestWishMs)));
}
