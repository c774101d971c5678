import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGate } from '../../src/intake/gate.ts';
import { createFileReader } from '../../src/intake/read-files.ts';

const limits = {
  bytesPerFile: 50_000,
  filesPerReport: 3,
  charactersPerReport: 1000,
  totalMs: 400,
  parallel: 2,
};

let server: Server;
let base: string;
let endlessClosed = false;
let openNow = 0;
let openMost = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    openMost = Math.max(openMost, ++openNow);
    response.on('close', () => openNow--);
    if (request.url === '/ok') return void setTimeout(() => response.end('HTTP 503 from the API'), 20);
    if (request.url === '/lies')
      return void response.setHeader('content-type', 'image/png').end('plain text');
    if (request.url === '/picture') {
      return void response
        .setHeader('content-type', 'text/plain')
        .end(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]));
    }
    if (request.url === '/away') return void response.writeHead(302, { location: '/ok' }).end();
    if (request.url === '/silent') return;
    if (request.url === '/endless') {
      response.on('close', () => (endlessClosed = true));
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(20_000), () => setImmediate(more));
      };
      more();
      return;
    }
    response.writeHead(404).end('gone');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const file = (path: string) => ({ name: `${path}.log`, url: `${base}/${path}` });

describe('reading files', () => {
  it('trusts the bytes, not the declared type', async () => {
    expect(await createFileReader(limits)([file('lies'), file('picture')])).toEqual([
      { kind: 'text', name: 'lies.log', text: 'plain text' },
      { kind: 'binary', name: 'picture.log' },
    ]);
  });

  it('says unreachable for an error page, a redirect and a closed port', async () => {
    const dead = { name: 'dead.log', url: 'http://127.0.0.1:9/x' };
    const outcomes = await createFileReader(limits)([file('nowhere'), file('away'), dead]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unreachable', 'unreachable', 'unreachable']);
  });

  it('ends a download that never ends, at the limit', async () => {
    expect(await createFileReader(limits)([file('endless')])).toEqual([
      { kind: 'tooLarge', name: 'endless.log' },
    ]);
    await expect.poll(() => endlessClosed).toBe(true);
  });

  it('gives up on a silent server inside the time for the whole report', async () => {
    const start = performance.now();
    const outcomes = await createFileReader(limits)([file('silent'), file('silent'), file('silent')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unreachable', 'unreachable', 'unreachable']);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('names the files beyond the limit as skipped', async () => {
    const outcomes = await createFileReader(limits)([file('ok'), file('ok'), file('ok'), file('ok')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['text', 'text', 'text', 'skipped']);
  });

  it('downloads no more than so many at once, over all reports', async () => {
    openMost = 0;
    const read = createFileReader(limits);
    await Promise.all([read([file('ok'), file('ok')]), read([file('ok'), file('ok')])]);
    expect(openMost).toBeLessThanOrEqual(2);
  });
});

describe('the gate', () => {
  it('gives a place on in order, also after a failure', async () => {
    const gate = createGate(1);
    const order: number[] = [];
    const enter = (n: number) =>
      gate(async () => {
        await Promise.resolve();
        order.push(n);
        if (n === 2) throw new Error('fails');
      });
    await Promise.allSettled([enter(1), enter(2), enter(3)]);
    expect(order).toEqual([1, 2, 3]);
  });
});
