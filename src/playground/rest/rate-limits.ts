/**
 * Rate limits per route and for the whole bot. They run on the real clock, not on the one tests move:
 * discord.js waits in real time.
 */

export interface Limit {
  requests: number;
  perMs: number;
}

export interface RateLimits {
  /** Over all routes with a bot token. */
  global: Limit;
  /** Per route and its major id, where nothing below says otherwise. */
  route: Limit;
  /** POST of messages, per channel. */
  messages: Limit;
  /** A new name or topic, per channel: Discord's well-known trap. */
  rename: Limit;
}

export const DISCORD_LIMITS: RateLimits = {
  global: { requests: 50, perMs: 1000 },
  route: { requests: 30, perMs: 5000 },
  messages: { requests: 5, perMs: 5000 },
  rename: { requests: 2, perMs: 600_000 },
};

interface Window {
  used: number;
  endsAt: number;
}

export interface Verdict {
  limit: number;
  remaining: number;
  /** Seconds. */
  resetAfter: number;
  exceeded: boolean;
}

export class RateLimiter {
  readonly #windows = new Map<string, Window>();
  readonly #clock: () => number;

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  use(key: string, { requests, perMs }: Limit): Verdict {
    const now = this.#clock();
    const known = this.#windows.get(key);
    const window = known && known.endsAt > now ? known : { used: 0, endsAt: now + perMs };
    this.#windows.set(key, window);
    const exceeded = window.used >= requests;
    if (!exceeded) window.used += 1;
    return {
      limit: requests,
      remaining: requests - window.used,
      resetAfter: Math.max(0.001, (window.endsAt - now) / 1000),
      exceeded,
    };
  }
}
