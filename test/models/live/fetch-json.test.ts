import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  fetchJson,
  type FetchLimits,
  type Question,
} from '../../../src/models/live/fetch-json.ts';
import { body, html, json, silence, slowDrip, startServer, status, type TestServer } from './server.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const limits: FetchLimits = { timeoutMs: 10_000, mostBytes: 10_000 };

let server: TestServer;
let other: TestServer;

beforeEach(async () => {
  server = await startServer();
  other = await startServer();
});
afterEach(async () => {
  await server.close();
  await other.close();
});

function ask(
  question: Partial<Question> = {},
  more: Partial<FetchLimits> = {},
  signal = new AbortController().signal,
): Promise<Answer> {
  const parts = { fetch, now: () => now, limits: { ...limits, ...more } };
  return fetchJson({ url: `${server.origin}/list?key=in-address`, ...question }, parts, signal);
}

function failure(reason: string, more: object = {}) {
  return { kind: 'failed', reason, status: null, retryAfterMs: null, ...more };
}

describe('asking for JSON', () => {
  it('gives the answer and its etag', async () => {
    server.answer(json(['a'], { etag: '"v1"' }));
    expect(await ask()).toEqual({ kind: 'answered', json: ['a'], etag: '"v1"' });
    expect(server.requests[0]).toMatchObject({ method: 'GET', url: '/list?key=in-address' });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('sends the key as a bearer token', async () => {
    await ask({ apiKey: 'sk-secret' });
    expect(server.requests[0]?.headers.authorization).toBe('Bearer sk-secret');
  });

  it('asks only for what has changed', async () => {
    server.answer(status(304));
    expect(await ask({ etag: '"v1"' })).toEqual({ kind: 'unchanged' });
    expect(server.requests[0]?.headers['if-none-match']).toBe('"v1"');
    expect(await ask()).toEqual(failure('it answered 304', { status: 304 }));
  });

  it('does not care how JSON is labelled, as long as not as a web page', async () => {
    server.answer(json(['a'], { 'content-type': 'text/plain' }));
    expect(await ask()).toMatchObject({ kind: 'answered', json: ['a'] });
  });
});

describe('what goes wrong is named', () => {
  const page = 'it answered with a web page (HTML) where JSON was expected';

  it.each([
    ['a web page', html(), page],
    ['a web page that says it is JSON', html(200, 'application/json'), page],
    ['a web page with an error', html(502), 'it answered 502'],
    ['no JSON', body('models: gpt-4o'), 'its answer is no JSON'],
    ['nothing at all', body(''), 'its answer is no JSON'],
    ['JSON that is cut off', body('["a", "b'), 'its answer is no JSON'],
    ['no UTF-8', body(Buffer.from([0x22, 0xff, 0xfe, 0x22])), 'its answer is no JSON'],
    ['an answer without content', status(204), 'it answered 204'],
  ])('%s', async (_, listener, reason) => {
    server.answer(listener);
    expect(await ask()).toMatchObject({ kind: 'failed', reason });
  });

  it.each([401, 403, 404, 429, 500, 503])('status %i', async (code) => {
    server.answer(status(code));
    expect(await ask()).toEqual(failure(`it answered ${code}`, { status: code }));
  });

  it('with the wish to be asked later, in seconds or as a date', async () => {
    server.answer(status(429, { 'retry-after': '90' }));
    expect(await ask()).toMatchObject({ retryAfterMs: 90_000 });
    server.answer(status(503, { 'retry-after': 'Sun, 22 Nov 2026 12:02:00 GMT' }));
    expect(await ask()).toMatchObject({ retryAfterMs: 120_000 });
    server.answer(status(503, { 'retry-after': 'Sun, 22 Nov 2020 12:02:00 GMT' }));
    expect(await ask()).toMatchObject({ retryAfterMs: 0 });
    server.answer(status(503, { 'retry-after': 'soon' }));
    expect(await ask()).toMatchObject({ retryAfterMs: null });
  });

  it('nobody there', async () => {
    await server.close();
    expect(await ask()).toEqual(failure('the connection was refused'));
    server = await startServer();
  });

  it('a connection that breaks in the middle of the answer', async () => {
    server.answer((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('["a",');
      setImmediate(() => response.destroy());
    });
    expect(await ask()).toEqual(failure('the connection broke'));
  });

  it('a server that takes the request and says nothing', async () => {
    server.answer(silence);
    expect(await ask({}, { timeoutMs: 50 })).toEqual(failure('no whole answer within 0.05 s'));
  });

  it('a slow drip: the time is for the whole body, not for the first byte', async () => {
    server.answer(slowDrip);
    expect(await ask({}, { timeoutMs: 200 })).toEqual(failure('no whole answer within 0.2 s'));
  });
});

describe('an answer that is too long', () => {
  it('is read up to the bound and not a byte over it', async () => {
    const list = ['x'.repeat(9_996)];
    server.answer(json(list));
    expect(await ask()).toMatchObject({ kind: 'answered' });
    server.answer(json([`${list[0] ?? ''}x`]));
    expect(await ask()).toEqual(failure('its answer is longer than 10000 bytes'));
  });

  it('is given up while it is still coming', async () => {
    let closed: () => void = () => undefined;
    const connectionClosed = new Promise<void>((resolve) => (closed = resolve));
    server.answer((_, response) => {
      response.on('close', closed);
      const more = (): void => {
        while (response.write(' '.repeat(1000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await ask()).toEqual(failure('its answer is longer than 10000 bytes'));
    await connectionClosed;
  });

  it('counts after unpacking', async () => {
    const bomb = gzipSync(JSON.stringify([' '.repeat(5_000_000)]));
    expect(bomb.byteLength).toBeLessThan(limits.mostBytes);
    server.answer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(await ask()).toEqual(failure('its answer is longer than 10000 bytes'));
  });
});

describe('redirects', () => {
  it('are followed, three at most', async () => {
    let hops = 3;
    server.answer((request, response) => {
      if (hops-- === 0) json(['a'])(request, response);
      else response.writeHead(302, { location: `/hop-${hops}` }).end();
    });
    expect(await ask()).toMatchObject({ kind: 'answered', json: ['a'] });
    hops = 4;
    expect(await ask()).toEqual(failure('it redirects more than 3 times'));
  });

  it('in a circle come to an end', async () => {
    server.answer((_, response) => response.writeHead(301, { location: '/list' }).end());
    expect(await ask()).toEqual(failure('it redirects more than 3 times'));
    expect(server.requests).toHaveLength(4);
  });

  it.each(['ftp://127.0.0.1/list', 'file:///etc/passwd', 'data:application/json,[]', 'http://[broken'])(
    'to %s are not followed',
    async (location) => {
      server.answer((_, response) => response.writeHead(302, { location }).end());
      expect(await ask()).toEqual(failure('it redirects to what is no http(s) address'));
    },
  );

  it('carry the key within the origin, and never to another one', async () => {
    server.answer((request, response) => {
      const location = request.url === '/here' ? `${other.origin}/there` : '/here';
      response.writeHead(307, { location }).end();
    });
    other.answer(json(['a']));
    expect(await ask({ apiKey: 'sk-secret' })).toMatchObject({ kind: 'answered' });
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer sk-secret',
      'Bearer sk-secret',
    ]);
    expect(JSON.stringify(other.requests[0]?.rawHeaders)).not.toContain('sk-secret');
  });

  it('that come back do not get the key again', async () => {
    server.answer((request, response) => {
      if (request.url === '/back') json(['a'])(request, response);
      else response.writeHead(302, { location: other.origin }).end();
    });
    other.answer((_, response) => response.writeHead(302, { location: `${server.origin}/back` }).end());
    expect(await ask({ apiKey: 'sk-secret' })).toMatchObject({ kind: 'answered' });
    expect(server.requests[1]?.headers.authorization).toBeUndefined();
  });
});

describe('stopping', () => {
  it.each([
    ['before there is an answer', silence],
    ['in the middle of one', slowDrip],
  ])('%s ends the request at once', async (_, listener) => {
    const stop = new AbortController();
    const closed = new Promise<void>((resolve) => {
      server.answer((request, response) => {
        response.on('close', resolve);
        listener(request, response);
        setImmediate(() => {
          stop.abort();
        });
      });
    });
    expect(await ask({}, {}, stop.signal)).toEqual({ kind: 'stopped' });
    await closed;
  });
});

it('no reason quotes the address, the key or the body', async () => {
  const asked = { apiKey: 'sk-secret' };
  const reasons: string[] = [];
  for (const listener of [html(), status(500), json('body-text'), silence]) {
    server.answer(listener);
    reasons.push(JSON.stringify(await ask(asked, { timeoutMs: 100, mostBytes: 5 })));
  }
  reasons.push(JSON.stringify(await ask({ ...asked, url: 'http://user:pass-word@127.0.0.1:1/?in-address' })));
  for (const text of ['sk-secret', 'in-address', 'pass-word', 'body-text', '127.0.0.1'])
    expect(reasons.join()).not.toContain(text);
});
