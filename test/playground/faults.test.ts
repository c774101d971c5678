/** Trouble on order: refused requests, lost answers, slow answers, rate limits; and the record of requests. */
import { DiscordAPIError, type TextChannel } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import type { EmbeddedDiscordOptions } from '../../src/playground/embedded-discord.ts';
import { leave, scene, type Scene } from './bot.ts';
import { caller } from './raw.ts';

let s: Scene | null = null;
afterEach(async () => {
  if (s) await leave(s);
  s = null;
});

async function start(options: EmbeddedDiscordOptions = {}): Promise<Scene & { channel: TextChannel }> {
  s = await scene(options);
  return { ...s, channel: (await s.client.channels.fetch(s.help.id)) as TextChannel };
}

test('a request fails as ordered, and the next one does not', async () => {
  const { discord, channel } = await start();
  discord.failNext({
    method: 'POST',
    path: '/messages',
    status: 403,
    code: 50013,
    message: 'Missing Permissions',
  });
  await expect(channel.send('x')).rejects.toMatchObject({ status: 403, code: 50013 });
  await expect(channel.send('x')).resolves.toBeDefined();
  expect(
    discord.requests
      .filter(({ method }) => method === 'POST')
      .map(({ status, body }) => [status, (body as { content: string }).content]),
  ).toEqual([
    [403, 'x'],
    [200, 'x'],
  ]);
});

test('a server error is retried by discord.js and goes through', async () => {
  const { discord, channel } = await start();
  discord.failNext({ path: /\/messages$/, status: 502, body: 'bad gateway', times: 2 });
  await channel.send('x');
  expect(
    discord.requests.filter(({ path }) => path.endsWith('/messages')).map(({ status }) => status),
  ).toEqual([502, 502, 200]);
});

test('when the answer is lost, a nonce keeps the repetition from posting twice', async () => {
  const { discord, channel } = await start();
  discord.failNext({ path: '/messages', status: 500, afterwards: true });
  await channel.send({ content: 'once', nonce: 'n1', enforceNonce: true });
  expect(discord.messagesIn(channel.id).map(({ content }) => content)).toEqual(['once']);
  discord.failNext({ path: '/messages', status: 500, afterwards: true });
  await channel.send('twice');
  expect(discord.messagesIn(channel.id).map(({ content }) => content)).toEqual(['once', 'twice', 'twice']);
});

test('the line of a request can be cut', async () => {
  const { discord } = await start();
  discord.failNext({ path: '/users/@me', cut: true });
  await expect(caller(discord)('GET', '/users/@me')).rejects.toThrow();
  expect((await caller(discord)('GET', '/users/@me')).status).toBe(200);
});

test('an answer can be slow', async () => {
  const { discord, channel } = await start();
  discord.failNext({ path: '/typing', delayMs: 60 });
  const before = performance.now();
  await channel.sendTyping();
  expect(performance.now() - before).toBeGreaterThanOrEqual(55);
});

test('attachments can fail as well', async () => {
  const { discord, alice, help } = await start();
  const message = discord.say({ user: alice, channel: help, attachments: [{ name: 'a.log', bytes: 'x' }] });
  discord.failNext({ path: '/cdn/', status: 503, body: 'later' });
  const url = message.attachments[0]?.url ?? '';
  expect((await fetch(url)).status).toBe(503);
  expect((await fetch(url)).status).toBe(200);
});

test('limits are off by default, yet every answer has the headers', async () => {
  const { discord, channel } = await start();
  await Promise.all(Array.from({ length: 60 }, () => channel.send('x')));
  const { headers } = await caller(discord)('GET', `/channels/${channel.id}`);
  for (const name of ['limit', 'remaining', 'reset', 'reset-after', 'bucket'])
    expect(headers.get(`x-ratelimit-${name}`)).toBeTruthy();
});

test('discord.js comes through a limit', async () => {
  const { discord, channel } = await start({ rateLimits: { messages: { requests: 2, perMs: 100 } } });
  await Promise.all([1, 2, 3].map((n) => channel.send(String(n))));
  expect(discord.messagesIn(channel.id)).toHaveLength(3);
});

test('a limit that is exceeded answers 429 with Retry-After', async () => {
  const { discord, channel } = await start({ rateLimits: { messages: { requests: 2, perMs: 60_000 } } });
  const call = caller(discord);
  const send = () => call('POST', `/channels/${channel.id}/messages`, { content: 'x' });
  expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
  const { status, headers, body } = await send();
  expect(status).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(50);
  expect(body).toMatchObject({ message: 'You are being rate limited.', global: false });
});

test('names of channels may change twice in ten minutes, and the whole bot has a limit', async () => {
  const { discord, guild, botRole, help } = await start({
    rateLimits: { global: { requests: 4, perMs: 60_000 } },
  });
  discord.setRolePermissions(guild, botRole, 8n);
  const rename = () => caller(discord)('PATCH', `/channels/${help.id}`, { name: 'other' });
  // The client has fetched the channel already, so three are left of the four.
  expect([(await rename()).status, (await rename()).status]).toEqual([200, 200]);
  const third = await rename();
  expect([third.status, third.headers.get('x-ratelimit-global')]).toEqual([429, null]);
  const fourth = await rename();
  expect([fourth.status, fourth.headers.get('x-ratelimit-global')]).toEqual([429, 'true']);
});

test('an enforced nonce is forgotten after some minutes', async () => {
  let time = Date.UTC(2026, 0, 1);
  const { discord, channel } = await start({ now: () => time });
  const first = await channel.send({ content: 'a', nonce: 'n', enforceNonce: true });
  time += 4 * 60_000;
  expect((await channel.send({ content: 'b', nonce: 'n', enforceNonce: true })).id).toBe(first.id);
  time += 2 * 60_000;
  expect((await channel.send({ content: 'c', nonce: 'n', enforceNonce: true })).id).not.toBe(first.id);
  expect(discord.messagesIn(channel.id)).toHaveLength(2);
});

test('discord.js prints the error tree', async () => {
  const { channel } = await start();
  const error: unknown = await channel
    .send({ embeds: [{ title: 'x'.repeat(257) }] })
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DiscordAPIError);
  expect((error as DiscordAPIError).message).toContain('embeds[0].title[BASE_TYPE_MAX_LENGTH]');
});
