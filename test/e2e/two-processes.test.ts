import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT_PERMISSIONS } from '../../src/playground/demo-guild.ts';
import { databases, type Place } from '../storage/databases.ts';
import { embedOf, eventually, fieldOf, noChannel, noChannelFor, setStage, type Stage } from './stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let stage: Stage;
let children: ChildProcess[];
let database: Place;

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await stage.close();
  await database.remove();
});

/** A bot of its own process, on the database that all of them share. */
async function bot(shards: string) {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'start'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...stage.env, SHARDS: shards },
  });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  await eventually(() => `${said.out}${said.err}`).toContain('"ready"');
  return { child, said };
}

function shardOf({ id }: { id: string }): number {
  return Number((BigInt(id) >> 22n) % 2n);
}

/** Another server with a channel, on the shard that the first one is not on. */
function serverOfTheOtherShard() {
  const { discord, guild, alice, bo } = stage;
  let other = guild;
  while (shardOf(other) === shardOf(guild)) {
    if (other.id !== guild.id) discord.removeBot(other);
    other = discord.createGuild({ name: 'Other', owner: discord.createUser({ username: 'boss' }) });
  }
  const role = discord.createRole(other, { name: 'errdesk', permissions: BOT_PERMISSIONS });
  discord.setMemberRoles(other, discord.bot, [role]);
  for (const user of [alice, bo]) discord.addMember(other, user);
  return { other, channel: discord.createChannel({ guild: other, name: 'questions' }) };
}

function repliesTo(channel: { id: string }, message: { id: string }): APIMessage[] {
  return stage.discord
    .messagesIn(channel)
    .filter(({ message_reference: to }) => to?.message_id === message.id);
}

describe.each(databases)('on %s', (_name, create) => {
  beforeEach(async () => {
    database = await create();
    const url = database.place.startsWith('postgres');
    stage = await setStage({
      asleep: true,
      env: () => ({ [url ? 'DATABASE_URL' : 'DATABASE_PATH']: database.place }),
    });
    children = [];
  });

  describe('two processes, each with half of the shards', () => {
    it('answer each in their own servers, and put cards at one desk, each once', async () => {
      const { discord, alice, bo, mei, help, supportDesk } = stage;
      const { channel } = serverOfTheOtherShard();
      await Promise.all([bot('0/2'), bot('1/2')]);
      const here = discord.say({ user: alice, channel: help, content: noChannelFor('here') });
      const there = discord.say({ user: bo, channel, content: noChannelFor('there') });
      await Promise.all([discord.waitForReply(here), discord.waitForReply(there)]);
      const cards = await Promise.all([stage.cardOf(here), stage.cardOf(there)]);
      for (const card of cards) expect(card.channel_id).toBe(supportDesk.id);

      // The button is pressed in one server, its word goes out in the other.
      const [, card] = cards;
      await discord.click({ user: mei, message: card, customId: 'Claim' }).acknowledged();
      await discord.waitForUpdate(card, (now) => (fieldOf(now, 'State') ?? '').startsWith('Claimed'));
      await eventually(() => repliesTo(channel, there).length).toBe(2);
      expect(stage.cards()).toHaveLength(2);
      expect(repliesTo(help, here)).toHaveLength(1);
    });

    it('leave what the other has not answered yet to the other', async () => {
      const { discord, alice } = stage;
      const { other, channel } = serverOfTheOtherShard();
      const mine = await bot(`${shardOf(other)}/2`);
      discord.failNext({ method: 'POST', path: `/channels/${channel.id}/messages`, delayMs: 60_000 });
      const paste = discord.say({ user: alice, channel, content: noChannel });
      // The claim is written before the answer is begun, which hangs.
      await eventually(() =>
        discord.requests.some(({ method, path }) => method === 'POST' && path.includes(channel.id)),
      ).toBe(true);
      mine.child.kill('SIGKILL');
      discord.clearFaults();
      const stranger = await bot(`${1 - shardOf(other)}/2`);
      await eventually(() => stranger.said.out).toContain('commands published');
      expect(stranger.said.out).not.toContain('given up');
      expect(repliesTo(channel, paste)).toEqual([]);
      await bot(`${shardOf(other)}/2`);
      await discord.waitForReply(paste, 20_000);
      expect(repliesTo(channel, paste)).toHaveLength(1);
    });
  });

  describe('two processes that wrongly hold the same shard', () => {
    it('answer once, post one card, and tell people once', async () => {
      const { discord, guild, help, mei, staffRole } = stage;
      await Promise.all([bot('0/1'), bot('0/1')]);
      const users = Array.from({ length: 12 }, (_, index) => {
        const user = discord.createUser({ username: `user${index}` });
        discord.addMember(guild, user);
        return user;
      });
      const pastes = users.map((user) => discord.say({ user, channel: help, content: noChannel }));
      await Promise.all(pastes.map((paste) => discord.waitForReply(paste, 20_000)));
      const card = await stage.waitForCard();
      await discord.waitForUpdate(
        card,
        (now) => (fieldOf(now, 'Reporters') ?? '').includes('people: 12 · reports: 12'),
        20_000,
      );
      expect(embedOf(card).title).toBe('503 · Model unavailable');
      expect(discord.pings(card).roles).toEqual([staffRole.id]);

      const pressed = discord.click({ user: mei, message: card, customId: 'Claim' });
      await pressed.acknowledged();
      await discord.waitForUpdate(card, (now) => (fieldOf(now, 'State') ?? '').startsWith('Claimed'), 20_000);
      for (const paste of pastes) await eventually(() => repliesTo(help, paste).length).toBe(2);
      const slash = discord.slash({ user: mei, channel: help, name: 'error', options: { query: '404' } });
      expect(embedOf(await slash.message()).title).toMatch(/^404/);
      await discord.expectSilence(1000);
      for (const paste of pastes) expect(repliesTo(help, paste)).toHaveLength(2);
      expect(stage.cards()).toHaveLength(1);
      // Not only because Discord recognised the nonces: nothing was sent twice.
      const sent = discord.requests.filter(
        ({ method, path }) => method === 'POST' && path === `/channels/${help.id}/messages`,
      );
      expect(sent).toHaveLength(2 * pastes.length);
      expect(slash.followUps()).toEqual([]);
      expect(pressed.followUps()).toEqual([]);
    });
  });
});
