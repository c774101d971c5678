/** Chance that can be had again: the same seed gives the same numbers in the same order. */
export interface Chance {
  /** From 0 up to 1. */
  readonly next: () => number;
  readonly between: (least: number, most: number) => number;
  readonly any: <One>(list: readonly One[]) => One;
}

/** Mulberry32: small, quick, and even enough for tests. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    any: <One>(list: readonly One[]) => list[Math.floor(next() * list.length)] as One,
  };
}
