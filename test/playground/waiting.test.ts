/** Waiting for the bot, and for its silence. */
import { Events } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leave, scene, type Scene } from './bot.ts';

let s: Scene;
beforeEach(async () => {
  s = await scene();
});
afterEach(() => leave(s));

const say = (content: string) => s.discord.say({ user: s.alice, channel: s.help, content });

test('a deadline that passes says what was waited for, and what was last written', async () => {
  say('hello?');
  await expect(s.discord.waitForMessage(({ author }) => author.bot === true, 30)).rejects.toThrow(
    /waited 30 ms for a message; the last one was by alice: hello\?/,
  );
});

test('silence is kept or broken', async () => {
  s.client.on(Events.MessageCreate, (message) => {
    if (message.content === 'speak') void message.reply('ok');
  });
  say('quiet');
  await s.discord.expectSilence(50);
  const broken = expect(s.discord.expectSilence(5000)).rejects.toThrow(
    'the bot was to be silent and wrote: ok',
  );
  say('speak');
  await broken;
});

test('a message that is there already counts', async () => {
  const message = say('early');
  expect((await s.discord.waitForMessage(({ content }) => content === 'early')).id).toBe(message.id);
});

test('a predicate that fails fails the wait, not the server', async () => {
  const wait = s.discord.waitForMessage(({ content }) => {
    if (content === 'boom') throw new Error('bad predicate');
    return false;
  });
  say('boom');
  await expect(wait).rejects.toThrow('bad predicate');
});

test('listeners hear what happens, until they stop', async () => {
  const heard: string[] = [];
  const stop = s.discord.on('message', ({ content }) => heard.push(content));
  const message = say('one');
  const gone = s.discord.waitForDelete(message);
  s.discord.deleteMessage(message);
  await gone;
  stop();
  say('two');
  expect(heard).toEqual(['one']);
});

test('a thread of the bot can be waited for', async () => {
  s.client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot && !message.system) void message.startThread({ name: 'case' });
  });
  const message = say('help');
  const thread = await s.discord.waitForThread(({ parentId }) => parentId === s.help.id);
  expect(thread.id).toBe(message.id);
  expect(s.discord.threadsIn(s.help)).toHaveLength(1);
});
