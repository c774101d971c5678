/** The playground of a test file. Apart from browser.ts, which also runs without the test runner, for the pictures. */
import { afterAll, beforeAll } from 'vitest';
import { type Playground, startPlayground } from './browser.ts';

/** There from before the first test of the file until after its last. */
export function usePlayground(...options: Parameters<typeof startPlayground>): Playground {
  const playground = {} as Playground;
  beforeAll(async () => {
    const started = await startPlayground(...options);
    // As they are: some of it is read anew each time.
    Object.defineProperties(playground, Object.getOwnPropertyDescriptors(started));
  });
  afterAll(() => playground.close());
  return playground;
}
