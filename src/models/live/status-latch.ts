/** When one answer after the other makes the platform up or down: not at the first hiccup, not at the first good sign. Pure. */

export type PlatformStatus =
  /** Nobody asks, or there was no answer yet that tells. */
  | { readonly kind: 'unknown' }
  /** since: of the first good answer after it was down; null when it has been up for as long as anybody asked. */
  | { readonly kind: 'up'; readonly since: number | null; readonly checkedAt: number }
  /** since: of the first failure in the row. */
  | { readonly kind: 'down'; readonly since: number; readonly checkedAt: number };

const failuresUntilDown = 3;
const successesUntilUp = 2;

export interface Latch {
  readonly status: PlatformStatus;
  /** How often in a row the same was seen, and since when. */
  readonly row: { readonly good: boolean; readonly count: number; readonly since: number };
}

export const startingLatch: Latch = {
  status: { kind: 'unknown' },
  row: { good: true, count: 0, since: 0 },
};

/** @param good whether the answer of that moment was one of a platform that works */
export function nextLatch({ status, row: last }: Latch, good: boolean, now: number): Latch {
  const goesOn = last.good === good && last.count > 0;
  const row = goesOn ? { ...last, count: last.count + 1 } : { good, count: 1, since: now };
  return { row, status: good ? afterSuccess(status, row, now) : afterFailure(status, row, now) };
}

function afterSuccess(status: PlatformStatus, row: Latch['row'], checkedAt: number): PlatformStatus {
  if (status.kind === 'unknown') return { kind: 'up', since: null, checkedAt };
  if (status.kind === 'up' || row.count < successesUntilUp) return { ...status, checkedAt };
  return { kind: 'up', since: row.since, checkedAt };
}

function afterFailure(status: PlatformStatus, row: Latch['row'], checkedAt: number): PlatformStatus {
  if (status.kind === 'down') return { ...status, checkedAt };
  if (row.count >= failuresUntilDown) return { kind: 'down', since: row.since, checkedAt };
  return status.kind === 'unknown' ? status : { ...status, checkedAt };
}
