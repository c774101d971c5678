import { describe, expect, it } from 'vitest';
import { createInOrder } from '../../src/discord/in-order.ts';

describe('working in order', () => {
  it('does one thing at a time for one key, also after a failure', async () => {
    const inOrder = createInOrder();
    const seen: string[] = [];
    const work = (name: string, fails = false) =>
      inOrder('key', async () => {
        seen.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    const all = await Promise.allSettled([work('a'), work('b', true), work('c')]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('lets other keys go on', async () => {
    const inOrder = createInOrder();
    let release = (): void => undefined;
    const first = inOrder('a', () => new Promise<void>((resolve) => (release = resolve)));
    await inOrder('b', () => Promise.resolve());
    release();
    await first;
  });
});
