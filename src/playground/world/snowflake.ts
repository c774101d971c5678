/** Ids as Discord makes them: time in the upper bits, so that sorting by id is sorting by age. */

const DISCORD_EPOCH = 1_420_070_400_000n;

export type NextSnowflake = () => string;

/** Ids never repeat and never go back, even when the clock of a test stands still or is set back. */
export function snowflakes(now: () => number): NextSnowflake {
  let last = 0n;
  return () => {
    const fresh = (BigInt(Math.floor(now())) - DISCORD_EPOCH) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return last.toString();
  };
}

export function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH);
}

export function isSnowflake(text: string): boolean {
  return /^[1-9]\d{0,19}$/.test(text);
}
