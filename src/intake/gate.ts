/** At most so many at once; the others wait in the order they came. */
export type Gate = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createGate(places: number): Gate {
  let free = places;
  const waiting: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (free > 0) free--;
    else await new Promise<void>((admit) => waiting.push(admit));
  };
  // A place that is handed on never becomes free in between, so nobody can overtake.
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  };

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
