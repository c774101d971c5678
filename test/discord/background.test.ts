import { describe, expect, it } from 'vitest';
import { createBackground } from '../../src/discord/background.ts';
import { createLogger } from '../../src/telemetry/logger.ts';

describe('background work', () => {
  it('that fails is logged without the text of the error, which may quote a report', async () => {
    const lines: string[] = [];
    const background = createBackground(
      createLogger('info', { write: (line: string) => void lines.push(line) }),
    );
    background.run('message', () => Promise.reject(new TypeError('cannot read "my private text"')));
    await background.drain(1000);
    expect(lines.join()).toContain('TypeError');
    expect(lines.join()).not.toContain('private');
  });

  it('is waited for, but not for ever', async () => {
    const background = createBackground(createLogger('silent'));
    let done = false;
    background.run('short', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done = true;
    });
    await background.drain(5000);
    expect(done).toBe(true);
    background.run('endless', () => new Promise(() => undefined));
    await background.drain(10);
  });
});
