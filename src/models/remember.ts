/** What is costly to make of something that seldom changes. */

/** Makes a new result only when the argument is another one than the last. */
export function rememberLast<Argument, Result>(
  make: (argument: Argument) => Result,
): (argument: Argument) => Result {
  let last: { readonly argument: Argument; readonly result: Result } | undefined;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, result: make(argument) };
    return last.result;
  };
}

/** Keeps the results of the latest arguments; `most` bounds what is kept. */
export function rememberSome<Result>(
  make: (argument: string) => Result,
  most: number,
): (argument: string) => Result {
  const kept = new Map<string, Result>();
  return (argument) => {
    const known = kept.get(argument);
    if (known !== undefined) return known;
    const result = make(argument);
    if (kept.size >= most) kept.delete(kept.keys().next().value ?? '');
    kept.set(argument, result);
    return result;
  };
}
