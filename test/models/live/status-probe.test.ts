import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStatusProbe } from '../../../src/models/live/status-probe.ts';
import { createTestLog } from './log.ts';
import { html, json, silence, startServer, status, type TestServer } from './server.ts';

const up = json({ success: true, message: '', data: { version: 'v0.9.16', start_time: 1_770_000_000 } });

let server: TestServer;
let log: ReturnType<typeof createTestLog>;
let time: number;

beforeEach(async () => {
  server = await startServer();
  log = createTestLog();
  time = 0;
});
afterEach(() => server.close());

function probe(timeoutMs = 10_000) {
  return createStatusProbe({
    url: `${server.origin}/api/status`,
    now: () => time,
    log,
    limits: { timeoutMs, mostBytes: 10_000 },
  });
}

describe('the status of the platform', () => {
  it('is up as soon as it says so, and the log says so once', async () => {
    server.answer(up);
    const { current, check } = probe();
    expect(current()).toEqual({ kind: 'unknown' });
    for (time of [1000, 2000]) await check();
    expect(current()).toEqual({ kind: 'up', since: null, checkedAt: 2000 });
    expect(log.messages()).toEqual(['the platform is up']);
  });

  it.each([
    ['500', status(500), 'it answered 500'],
    ['a web page', html(), 'it answered with a web page (HTML) where JSON was expected'],
    [
      'a failure in so many words',
      json({ success: false, message: 'x' }),
      'its answer is not that of /api/status',
    ],
    ['another answer', json({ status: 'ok' }), 'its answer is not that of /api/status'],
    ['silence', silence, 'no whole answer within 0.1 s'],
  ])(
    'is down after the third time of %s, and up after the second good answer',
    async (_, listener, reason) => {
      const { current, check } = probe(100);
      server.answer(up);
      await check();
      server.answer(listener);
      for (time of [1, 2, 3, 4]) await check();
      expect(current()).toEqual({ kind: 'down', since: 1, checkedAt: 4 });
      server.answer(up);
      for (time of [5, 6, 7]) await check();
      expect(current()).toEqual({ kind: 'up', since: 5, checkedAt: 7 });
      expect(log.messages()).toEqual(['the platform is up', 'the platform is down', 'the platform is up']);
      expect(log.lines[1]).toMatchObject({ level: 'warn', fields: { reason, since: 1 } });
    },
  );

  it('is not told by a refusal to be asked so often', async () => {
    const { current, check } = probe();
    server.answer(up);
    await check();
    server.answer(status(429));
    for (time of [1, 2, 3, 4]) await check();
    expect(current()).toEqual({ kind: 'up', since: null, checkedAt: 0 });
  });

  it.each([
    ['refused as at a wrong address', status(404)],
    ['refused by a firewall', status(403)],
    ['answered in another way', json({ status: 'ok' })],
  ])('is not told by being %s from the beginning', async (_, listener) => {
    const { current, check } = probe();
    server.answer(listener);
    for (time of [1, 2, 3, 4]) await check();
    expect(current()).toEqual({ kind: 'unknown' });
  });

  it('is asked for at once, then not again within a minute; a stop ends the request under way', async () => {
    server.answer(silence);
    const { start, current, check } = probe();
    const closed = new Promise<void>((resolve) => {
      server.answer((_, response) => response.on('close', resolve));
    });
    const stop = start();
    await expect.poll(() => server.requests.length).toBe(1);
    const joined = check();
    stop();
    await Promise.all([closed, joined]);
    expect(server.requests).toHaveLength(1);
    expect(current()).toEqual({ kind: 'unknown' });
    expect(log.lines).toEqual([]);
  });
});
