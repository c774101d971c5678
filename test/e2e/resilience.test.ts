import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { embedOf, eventually, fieldOf, noChannel, setStage, type Stage, type StageOptions } from './stage.ts';

let stage: Stage;

async function set(options: StageOptions = {}): Promise<Stage> {
  stage = await setStage(options);
  return stage;
}
afterEach(() => stage.close());

function repliesTo(message: { id: string }) {
  return stage.discord
    .messagesIn(stage.help)
    .filter(({ message_reference: reference }) => reference?.message_id === message.id);
}

function sentence(result: Awaited<ReturnType<Stage['tryToStart']>>): string {
  return result.kind === 'failed' ? result.fault.sentence : 'started';
}

describe('once and only once', () => {
  it('a message that Discord delivers twice, also across a lost cache', async () => {
    const { discord, alice, help } = await set();
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    discord.deliverTwice(paste);
    await discord.waitForReply(paste);
    await stage.waitForCard();
    await stage.stop();
    await stage.start();
    discord.deliverTwice(paste);
    const marker = discord.say({ user: alice, channel: help, mention: discord.bot, content: '413' });
    await discord.waitForReply(marker);
    await stage.stop();
    expect(repliesTo(paste)).toHaveLength(1);
    expect(stage.cards()).toHaveLength(1);
    // Not only because Discord recognised the nonce: the second delivery was never worked on.
    const sent = discord.requests.filter(
      ({ method, path }) => method === 'POST' && path === `/channels/${help.id}/messages`,
    );
    expect(sent).toHaveLength(2);
  });

  it('an answer that arrived although Discord said it failed', async () => {
    const { discord, alice, help } = await set({ times: { recoveryMs: 50 } });
    discord.failNext({
      method: 'POST',
      path: `/channels/${help.id}/messages`,
      status: 500,
      afterwards: true,
      times: 4,
    });
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    await eventually(() => stage.logged.some(({ msg }) => msg === 'report answered')).toBe(true);
    expect(repliesTo(paste)).toHaveLength(1);
    // One line tells the operator what was found, and as which case staff have it.
    expect(stage.logged.find(({ msg }) => msg === 'report answered')).toMatchObject({
      entry: 'model-unavailable',
      status: 503,
      case: expect.stringMatching(/^\w{10}$/) as string,
    });
  });
});

describe('a restart', () => {
  it('between delivery and answer loses nothing: the message is fetched and answered', async () => {
    const { discord, alice, help } = await set();
    discord.failNext({ method: 'POST', path: `/channels/${help.id}/messages`, status: 500, times: 4 });
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    await eventually(() => stage.logged.some(({ msg }) => msg === 'work failed')).toBe(true);
    await stage.stop();
    expect(repliesTo(paste)).toEqual([]);
    await stage.start();
    expect(embedOf(await discord.waitForReply(paste)).title).toBe('503 · Model unavailable');
    await stage.waitForCard();
    await stage.stop();
    expect(stage.cards()).toHaveLength(1);
  });

  it('gives up on a message that was deleted meanwhile', async () => {
    const { discord, alice, help } = await set();
    discord.failNext({ method: 'POST', path: `/channels/${help.id}/messages`, status: 500, times: 4 });
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    await eventually(() => stage.logged.some(({ msg }) => msg === 'work failed')).toBe(true);
    await stage.stop();
    discord.deleteMessage(paste);
    await stage.start();
    await eventually(() => stage.logged.some(({ msg }) => msg === 'left-over report given up')).toBe(true);
    expect(repliesTo(paste)).toEqual([]);
  });

  it('keeps buttons alive and follows edits and deletions of old messages', async () => {
    const { discord, alice, help } = await set();
    const say = () => discord.say({ user: alice, channel: help, content: noChannel });
    const [edited, deleted, pressed] = [say(), say(), say()];
    const [first, second, third] = await Promise.all(
      [edited, deleted, pressed].map((one) => discord.waitForReply(one)),
    );
    if (first === undefined || second === undefined || third === undefined) throw new Error('no answers');
    await stage.stop();
    await stage.start();
    discord.editMessage({ message: edited, content: noChannel.replaceAll('gpt-4o-mini', 'claude-x') });
    discord.deleteMessage(deleted);
    discord.click({ user: alice, message: third, customId: 'Solved' });
    await discord.waitForUpdate(first, (now) => (fieldOf(now, 'What was read') ?? '').includes('claude-x'));
    await discord.waitForDelete(second);
    await discord.waitForUpdate(third, (now) => now.content.includes('solved'));
  });

  it('does not publish the commands again', async () => {
    await set();
    await stage.stop();
    const before = stage.discord.requests.filter(({ method }) => method === 'PUT').length;
    await stage.start();
    await eventually(() =>
      stage.logged.filter(({ msg }) => msg === 'commands published').map(({ result }) => result),
    ).toEqual(['changed', 'unchanged']);
    expect(stage.discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(before);
  });
});

describe('the connection', () => {
  it('resumes after a cut, and what was missed is answered once', async () => {
    const { discord, alice, help } = await set();
    discord.dropConnections();
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    expect(embedOf(await discord.waitForReply(paste)).title).toBe('503 · Model unavailable');
    await stage.waitForCard();
    await stage.stop();
    expect(repliesTo(paste)).toHaveLength(1);
    expect(stage.cards()).toHaveLength(1);
  });

  it('ends the bot with a reason when Discord closes it for good', async () => {
    const { discord } = await set({ asleep: true });
    const bot = await stage.start();
    discord.dropConnections({ code: 4004 });
    expect((await bot.ended).sentence).toBe('Discord refused the token');
  });

  it('ends the bot when the token is refused while it runs, since discord.js would go on as if nothing was', async () => {
    const { discord, alice, help } = await set({ asleep: true });
    const bot = await stage.start();
    discord.failNext({ method: 'POST', path: `/channels/${help.id}/messages`, status: 401, times: 9 });
    discord.say({ user: alice, channel: help, content: noChannel });
    expect((await bot.ended).sentence).toBe('Discord refused the token');
  });

  it('touches the health file only while it holds', async () => {
    const { env } = await set({ env: () => ({ HEALTH_FILE: `${tmpdir()}/errdesk-health-${process.pid}` }) });
    expect(existsSync(String(env.HEALTH_FILE))).toBe(true);
    await stage.stop();
    expect(existsSync(String(env.HEALTH_FILE))).toBe(false);
  });

  it('is given up when a login never settles', async () => {
    const { discord } = await set({ asleep: true, times: { loginMs: 700 } });
    discord.refuseConnections(4002);
    expect(sentence(await stage.tryToStart())).toMatch(/cannot be reached: no login after/);
  });
});

describe('without the message content intent', () => {
  it('the bot starts in reduced mode, says so once, and answers what is addressed to it', async () => {
    const { discord, alice, bo, help } = await set({ discord: { messageContent: false } });
    expect(stage.logged.filter(({ msg }) => String(msg).startsWith('reduced mode'))).toHaveLength(1);
    expect(stage.logged).toContainEqual(expect.objectContaining({ msg: 'ready', mode: 'reduced' }));

    const unseen = discord.say({ user: alice, channel: help, content: noChannel });
    const asked = discord.say({ user: alice, channel: help, mention: discord.bot, content: noChannel });
    expect(embedOf(await discord.waitForReply(asked)).title).toBe('503 · Model unavailable');
    const direct = discord.say({ user: bo, content: '504' });
    expect(embedOf(await discord.waitForReply(direct)).title).toMatch(/^504/);
    const slash = discord.slash({ user: alice, channel: help, name: 'error', options: { query: '404' } });
    expect(embedOf(await slash.message()).title).toMatch(/^404/);
    const menu = discord.contextMenu({ user: bo, message: unseen, name: 'Diagnose error' });
    expect(embedOf(await menu.message()).title).toBe('503 · Model unavailable');
    expect(repliesTo(unseen)).toEqual([]);
  });
});

describe('a failure', () => {
  it('in the middle of a command ends in a private apology with a number that stands in the log', async () => {
    const { discord, alice, help } = await set();
    discord.failNext({ method: 'PATCH', path: '/webhooks/', status: 500, times: 4 });
    const used = discord.slash({ user: alice, channel: help, name: 'error', options: { query: '404' } });
    const apology = await used.followUp();
    expect(discord.visibleTo(apology)).toBe(alice.id);
    expect(apology.content).toContain(used.id);
    expect(stage.logged).toContainEqual(
      expect.objectContaining({ msg: 'interaction failed', interaction: used.id }),
    );
  });

  it('to answer in time is nobody\u2019s disaster', async () => {
    const { discord, alice, help } = await set();
    discord.failNext({
      method: 'POST',
      path: '/callback',
      status: 404,
      code: 10062,
      message: 'Unknown interaction',
    });
    discord.slash({ user: alice, channel: help, name: 'error', options: { query: '404' } });
    await eventually(() => stage.logged.some(({ msg }) => msg === 'too late to answer')).toBe(true);
    const again = discord.slash({ user: alice, channel: help, name: 'error', options: { query: '404' } });
    expect(embedOf(await again.message()).title).toMatch(/^404/);
  });
});

describe('a message that is deleted while its file is read', () => {
  it('gets no answer that hangs in the air', async () => {
    const { discord, alice, help } = await set();
    discord.failNext({ path: '/attachments/', delayMs: 200 });
    const paste = discord.say({
      user: alice,
      channel: help,
      content: `${'INFO all is well\n'.repeat(200)}${noChannel}`,
    });
    await eventually(() => stage.claims(paste.id)).toBe(1);
    discord.deleteMessage(paste);
    await eventually(() => stage.logged.some(({ msg }) => msg === 'cannot answer here')).toBe(true);
    await stage.stop();
    expect(repliesTo(paste)).toEqual([]);
    expect(stage.logged.filter(({ msg }) => msg === 'work failed')).toEqual([]);
  });
});

describe('the language of the server', () => {
  it('is taken when nobody has written a word', async () => {
    const { discord, alice, help } = await set({ locale: 'zh-CN' });
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    expect(embedOf(await discord.waitForReply(paste)).title).toBe('503 · 模型不可用');
    const english = discord.say({
      user: alice,
      channel: help,
      content: `why do I get this, please?\n${noChannel}`,
    });
    expect(embedOf(await discord.waitForReply(english)).title).toBe('503 · Model unavailable');
  });
});

describe('a start that cannot work', () => {
  it('names a refused token', async () => {
    const wrong = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.wrong.token';
    await set({ asleep: true, env: () => ({ DISCORD_TOKEN: wrong }) });
    const result = await stage.tryToStart();
    expect(sentence(result)).toBe('Discord refused the token');
    expect(JSON.stringify([result, stage.logged])).not.toContain(wrong);
  });

  it('names a support channel that is not there', async () => {
    await set({ asleep: true, env: () => ({ SUPPORT_CHANNEL_ID: '111111111111111111' }) });
    expect(sentence(await stage.tryToStart())).toMatch(
      /^channel 111111111111111111 \(SUPPORT_CHANNEL_ID\) does not exist/,
    );
  });

  it('names the channel and the permissions that are missing in it', async () => {
    const { discord, supportDesk } = await set({ asleep: true });
    discord.takeFromBot(supportDesk, PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks);
    const said = sentence(await stage.tryToStart());
    expect(said).toBe(
      `in channel #support-desk ${supportDesk.id} (SUPPORT_CHANNEL_ID) the bot lacks Send Messages, Embed Links`,
    );
  });

  it('names a watched channel that is not there', async () => {
    await set({ asleep: true, env: () => ({ WATCH_CHANNEL_IDS: '111111111111111112' }) });
    expect(sentence(await stage.tryToStart())).toContain('(WATCH_CHANNEL_IDS)');
  });

  it('names a staff role that is not there', async () => {
    await set({ asleep: true, env: () => ({ SUPPORT_ROLE_ID: '111111111111111113' }) });
    expect(sentence(await stage.tryToStart())).toMatch(
      /^role 111111111111111113 \(SUPPORT_ROLE_ID\) does not exist/,
    );
  });

  it('says that Discord cannot be reached', async () => {
    await set({ asleep: true, env: () => ({ DISCORD_API_URL: 'http://127.0.0.1:9/api' }) });
    expect(sentence(await stage.tryToStart())).toBe('Discord cannot be reached: ECONNREFUSED');
  });

  it('says that the database cannot be opened', async () => {
    await set({ asleep: true, env: () => ({ DATABASE_PATH: '/dev/null/errdesk.sqlite' }) });
    expect(sentence(await stage.tryToStart())).toMatch(
      /^the database \/dev\/null\/errdesk.sqlite cannot be opened/,
    );
  });
});

describe('watched channels', () => {
  it('are the only ones answered without being asked; their threads count too', async () => {
    let watched: { id: string } = { id: '' };
    const { discord, alice, help } = await set({
      env: (place) => {
        watched = place.discord.createChannel({ guild: place.guild, name: 'api-errors' });
        return { WATCH_CHANNEL_IDS: watched.id };
      },
    });
    const elsewhere = discord.say({ user: alice, channel: help, content: noChannel });
    const inside = discord.say({ user: alice, channel: watched, content: noChannel });
    const thread = discord.startThread({ user: alice, channel: watched, name: 'my error' });
    const below = discord.say({ user: alice, channel: thread, content: noChannel });
    await discord.waitForReply(inside);
    await discord.waitForReply(below);
    await stage.stop();
    expect(repliesTo(elsewhere)).toEqual([]);
  });
});

describe('what is kept', () => {
  it('never holds the text of a report or a key', async () => {
    const { discord, alice, help } = await set();
    const key = `sk-${'aB3dE6gH9jK2mN5pQ8'.repeat(3)}`;
    const content = `my boss is called Erika Mustermann\n${noChannel}\nAuthorization: Bearer ${key}`;
    await discord.waitForReply(discord.say({ user: alice, channel: help, content }));
    await stage.stop();
    const database = new DatabaseSync(stage.env.DATABASE_PATH);
    const rows = JSON.stringify(
      ['reports', 'cases', 'outbox'].map((table) => database.prepare(`select * from ${table}`).all()),
    );
    database.close();
    expect(rows).toContain('gpt-4o-mini');
    for (const secret of [key, 'Erika']) {
      expect(rows).not.toContain(secret);
      expect(JSON.stringify(stage.logged)).not.toContain(secret);
    }
  });
});
