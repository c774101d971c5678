/** The numbers that decide, in one place, each with its reason. All are confidences, 0 to 1. */

/**
 * Below this nobody is answered who did not ask. A needless reply is hated more than a missing one, so a
 * status with nothing but prose around it stays below.
 */
export const channelThreshold = 0.7;

/** Somebody who asked hears the nearest entry from here on; below, only the choice of the three nearest. */
export const askedThreshold = 0.3;

/** Where there are only words to look up, they count this much more, and have to reach as much more. */
export const lookUpFactor = 2;
export const lookUpThreshold = askedThreshold * lookUpFactor;

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
export const frameBonus = { 3: 0.3, 2: 0.2, 1: 0.05, 0: 0 } as const;

/** What else speaks for a failure of the person writing. */
export const bonus = {
  /** Each further kind of signal for the same entry. */
  agreement: 0.06,
  /** The model is known: the person calls an API. */
  model: 0.12,
  /** The report tells of LLM clients, gateways or addresses. */
  ours: 0.06,
  plea: 0.1,
  /** "It says:" and the like before the text. */
  leadIn: { word: 0.16, sign: 0.08, none: 0 },
} as const;

/** Text without any mark of a program around it may be quoted, explained or joked with; short text easily is. */
export const unproven = { short: 0.32, long: 0.15 } as const;
/** Characters of literal text, blanks not counted; Chinese says much in few. */
export const shortText = 14;

/** What speaks against it. */
export const penalty = {
  over: 0.5,
  subject: 0.4,
  advice: 0.35,
  quotedReply: 0.35,
  releaseNotes: 0.5,
  testRun: 0.5,
  past: 0.25,
  list: 0.4,
  overcome: 0.6,
  /** Another program fails here. */
  foreign: 0.6,
  foreignNear: 0.2,
  /** Nothing tells of a language model. */
  notOurs: 0.15,
  /** … and the address is none of an API. */
  otherAddress: 0.3,
  /** Marks of a real failing call weaken what talk around it says, by this factor. */
  withProof: 0.4,
} as const;

/** Nothing is certain. */
export const most = 0.99;
