/** Only a page of ours, in a browser on this machine, may speak to the playground. */
import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ServerMessage, Snapshot } from '../../../src/playground/web/protocol.ts';
import { PortTaken, servePlayground } from '../../../src/playground/web/serve.ts';
import { setStage, type Stage } from '../../e2e/stage.ts';

let stage: Stage;
let server: Awaited<ReturnType<typeof servePlayground>>;
let host: string;

const page = {
  '/': { contentType: 'text/html', plain: new Uint8Array([1]), gzipped: new Uint8Array([2, 2]), etag: '"x"' },
};

beforeAll(async () => {
  stage = await setStage();
  server = await servePlayground({
    discord: stage.discord,
    guild: stage,
    page,
    port: 0,
    handlers: {
      double: (body) => Number(body) * 2,
      fail: () => {
        throw new Error('that did not work');
      },
    },
  });
  host = new URL(server.url).host;
});
afterAll(async () => {
  await server.close();
  await stage.close();
});

async function get(headers: Record<string, string>): Promise<IncomingMessage> {
  const asked = request(server.url, { headers });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer;
}

describe('HTTP', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1.evil.example', '0.0.0.0'])(
    'the name %s is refused',
    async (name) => {
      expect((await get({ host: name })).statusCode).toBe(403);
    },
  );

  test('our own names are answered, with a strict content policy', async () => {
    const port = new URL(server.url).port;
    for (const name of [host, `localhost:${port}`, `[::1]:${port}`]) {
      const answer = await get({ host: name });
      expect(answer.statusCode).toBe(200);
      const policy = answer.headers['content-security-policy'];
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe-eval');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
    }
  });

  test('a refusal carries the same headers', async () => {
    const answer = await get({ host: 'evil.example' });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('the page is compressed for who can read it, and not sent twice', async () => {
    expect((await get({ 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    expect((await get({ 'accept-encoding': 'identity' })).headers['content-encoding']).toBeUndefined();
    expect((await get({ 'if-none-match': '"x"' })).statusCode).toBe(304);
  });

  test('what is not there is not found', async () => {
    expect((await fetch(`${server.url}/nothing`)).status).toBe(404);
    expect((await fetch(`${server.url}/files/nothing`)).status).toBe(404);
    expect((await fetch(`${server.url}/files/..%2f..%2fpackage.json`)).status).toBe(404);
  });
});

describe('the WebSocket', () => {
  function refused(path: string, headers: Record<string, string>): Promise<number | undefined> {
    const socket = new WebSocket(`ws://${host}${path}`, { headers });
    return new Promise((resolve) => {
      socket.on('unexpected-response', (_, { statusCode }) => {
        resolve(statusCode);
      });
      socket.on('open', () => {
        resolve(101);
      });
      socket.on('error', () => undefined);
    });
  }

  test.each([
    ['another origin', '/socket', { origin: 'http://evil.example' }],
    ['our name on another port', '/socket', { origin: 'http://127.0.0.1:1' }],
    ['no origin', '/socket', {}],
    ['an opaque origin', '/socket', { origin: 'null' }],
    ['another path', '/gateway', {}],
  ])('%s is refused', async (_, path, headers) => {
    expect(await refused(path, headers)).toBe(403);
  });

  test('another host name is refused, whatever the origin says', async () => {
    expect(await refused('/socket', { host: 'evil.example', origin: server.url })).toBe(403);
  });

  test('our own page is heard: it sees what its person sees, and is answered', async () => {
    const { say, next, close } = await visitor();
    say('say', { channel: stage.help.id, content: 'too soon', files: [], reply: null });
    expect(await next()).toMatchObject({ fault: expect.stringContaining('there is no user') as string });
    say('become', { person: null });
    const seen = (await next()) as Snapshot;
    expect(await next()).toMatchObject({ type: 'response' });
    expect(seen.channels.map(({ name }) => name)).toEqual(['help', 'general', 'errdesk']);
    say('double', 21);
    expect(await next()).toMatchObject({ body: 42 });
    say('fail', null);
    expect(await next()).toMatchObject({ fault: 'that did not work' });
    say('constructor', null);
    expect(await next()).toMatchObject({ fault: 'there is no request constructor' });
    close();
  });

  test('nobody acts for others or on what they do not see', async () => {
    const { say, next, close } = await visitor();
    say('become', { person: null });
    await next();
    await next();
    const { discord, bo, mei, supportDesk } = stage;
    const secret = discord.say({ user: mei, channel: supportDesk, content: 'for staff' });
    expect(await next()).toMatchObject({ type: 'elsewhere' });
    say('edit', { message: secret.id, content: 'changed' });
    expect(await next()).toMatchObject({ fault: 'that message is gone' });
    say('say', { channel: supportDesk.id, content: 'hello', files: [], reply: null });
    expect(await next()).toMatchObject({ fault: 'this user does not see #support-desk' });
    say('become', { person: discord.bot.id });
    expect(await next()).toMatchObject({ fault: 'there is no such person to play' });
    const public_ = discord.say({ user: bo, channel: stage.help, content: 'mine' });
    await next();
    say('remove', { message: public_.id });
    expect(await next()).toMatchObject({ fault: 'only your own messages can be changed' });
    close();
  });

  test('what is no request is dropped, what does not fit is refused with the reason', async () => {
    const { say, socket, next, close } = await visitor();
    socket.send('no JSON');
    socket.send('{"type":"request"}');
    say('say', {
      channel: stage.help.id,
      content: 'x',
      files: Array(11).fill({ name: 'a', data: '' }),
      reply: null,
    });
    expect(await next()).toMatchObject({ fault: 'that cannot be sent: it is too much' });
    close();
  });

  test('a message beyond the bound ends the connection, not the server', async () => {
    const { socket } = await visitor();
    socket.send('x'.repeat(17 * 1024 * 1024));
    await once(socket, 'close');
    const again = await visitor();
    again.say('become', { person: null });
    expect(await again.next()).toMatchObject({ type: 'snapshot' });
    again.close();
  });

  async function visitor() {
    const socket = new WebSocket(`ws://${host}/socket`, { origin: server.url });
    const heard: ServerMessage[] = [];
    socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as ServerMessage));
    socket.on('error', () => undefined);
    await once(socket, 'open');
    let id = 0;
    const say = (name: string, body: unknown) => {
      id += 1;
      socket.send(JSON.stringify({ type: 'request', id, name, body }));
    };
    return {
      socket,
      say,
      next: async (): Promise<ServerMessage> => {
        for (;;) {
          const message = heard.shift();
          if (message !== undefined) return message;
          await once(socket, 'message');
        }
      },
      close: () => {
        socket.close();
      },
    };
  }
});

test('a port that is taken is named', async () => {
  const port = Number(new URL(server.url).port);
  const again = servePlayground({ discord: stage.discord, guild: stage, page, port, handlers: {} });
  await expect(again).rejects.toThrow(PortTaken);
  await expect(again).rejects.toThrow(`port ${port} is taken by another program`);
});
