/** How much of a report is read. Every number of this floor, in one place; enforced while reading. */
export interface IntakeLimits {
  /** Bytes of one attachment. Discord's own ceiling for members without a subscription is 10 MiB. */
  readonly bytesPerFile: number;
  /** Attachments of one report that are looked at; the others are named as not read. */
  readonly filesPerReport: number;
  /** Characters of all texts of one report together: reading them takes about a second for each 4 million. */
  readonly charactersPerReport: number;
  /** Time for all attachments of one report together. */
  readonly totalMs: number;
  /** Downloads at once over all reports; more wait their turn, inside their own time. */
  readonly parallel: number;
}

export const intakeLimits: IntakeLimits = {
  bytesPerFile: 8 * 1024 * 1024,
  filesPerReport: 4,
  charactersPerReport: 8 * 1024 * 1024,
  totalMs: 15_000,
  parallel: 4,
};
