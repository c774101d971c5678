/** The numbers that decide, in one place, each with its reason. All are confidences, 0 to 1. */

/**
 * Below this nobody is answered who did not ask. A needless reply is hated more than a missing one, so a
 * status with nothing but prose around it stays below.
 */
export const channelThreshold = 0.7;

/** How much one signal is worth alone. A signature is text that only a failing gateway or client prints. */
export const worth = {
  signature: 0.9,
  code: 0.72,
  hint: 0.45,
  status: { 3: 0.6, 2: 0.5, 1: 0.35 },
  exception: 0.5,
  alias: 0.4,
} as const;

/** What the frame adds: an LLM client's own words, any program's, a person's who is stuck. */
export const frameBonus = { 3: 0.3, 2: 0.2, 1: 0.1, 0: 0 } as const;

/** Each further kind of signal that speaks for the same entry. */
export const agreementBonus = 0.06;

/** Nothing is certain. */
export const most = 0.99;

/** Somebody who asked hears the nearest entry from here on; below, only the choice of the three nearest. */
export const askedThreshold = 0.3;
