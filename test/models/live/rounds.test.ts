import { describe, expect, it } from 'vitest';
import { createRounds } from '../../../src/models/live/rounds.ts';

describe('rounds in the background', () => {
  it('go on after the pause that each asks for, until they are stopped', async () => {
    let rounds = 0;
    const { start } = createRounds(() => Promise.resolve(++rounds < 3 ? 1 : 600_000));
    const stop = start();
    await expect.poll(() => rounds).toBe(3);
    stop();
    expect(rounds).toBe(3);
  });

  it('are never two at a time', async () => {
    let under = 0;
    let most = 0;
    const { start, once } = createRounds(async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setImmediate(resolve));
      under -= 1;
      return 1;
    });
    const stop = start();
    for (let turn = 0; turn < 20; turn++) await Promise.all([once(), once()]);
    stop();
    expect(most).toBe(1);
  });
});
