/** How many answers one person and one channel get in a while. Cases are recorded and grouped whatever this says. */

/** At most `most` within any stretch of `windowMs`. */
export interface Window {
  readonly most: number;
  readonly windowMs: number;
}

export interface AnswerLimits {
  readonly user: Window;
  readonly channel: Window;
}

/** Unasked answers in channels. A flood of one outage still gets an answer each: 500 within a minute. */
export const usualLimits: AnswerLimits = {
  user: { most: 5, windowMs: 60_000 },
  channel: { most: 600, windowMs: 60_000 },
};

/** limited: no answer. `first` is true once per window, for one word about it instead of an answer. */
export type Allowance =
  | { readonly kind: 'allowed' }
  | {
      readonly kind: 'limited';
      readonly by: 'user' | 'channel';
      readonly first: boolean;
      readonly until: number;
    };

export interface LimitStore {
  /** Counts one answer when it is allowed, for all processes together. */
  allow(place: { userId: string; channelId: string }, limits: AnswerLimits): Promise<Allowance>;
}
