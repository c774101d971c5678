/** The header Retry-After: seconds, or the date until which to wait. Pure. */

/** @returns milliseconds from `now`, 0 for a date that has passed; null when there is nothing to read */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - now);
}
