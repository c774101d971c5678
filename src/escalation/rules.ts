/** The numbers of the desk that a test or an operator may want to change. */

export interface DeskRules {
  /** An incident that nobody has claimed after this long is pinged once more. */
  readonly remindAfterMs: number;
  /** A row of the outbox that was taken and not settled belongs to nobody after this long: its process died. */
  readonly leaseMs: number;
}

export const usualRules: DeskRules = { remindAfterMs: 15 * 60_000, leaseMs: 30_000 };
