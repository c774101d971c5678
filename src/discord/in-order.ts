/** One thing at a time for one key, so that an edit cannot overtake the answer to the message it edits. */
export type InOrder = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** Keys are forgotten when their last work ends. What must survive a crash is in the database instead. */
export function createInOrder(): InOrder {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const end = mine
      .catch(() => undefined)
      .finally(() => {
        if (last.get(key) === end) last.delete(key);
      });
    last.set(key, end);
    return mine;
  };
}
