/** The gateway as discord.js lives with it: refused logins, lost lines, missed events, hidden content. */
import { once } from 'node:events';
import {
  type Client,
  Events,
  GatewayIntentBits,
  Partials,
  type ClientOptions,
  type Message,
} from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  seedDemoGuild,
  startEmbeddedDiscord,
  type EmbeddedDiscord,
  type EmbeddedDiscordOptions,
} from '../../src/playground/embedded-discord.ts';
import { ALL, clientFor, connect, leave, scene, type Scene } from './bot.ts';

/** Tests that run side by side clean up through their own context. */
type Finished = (clean: () => Promise<void>) => void;

async function start(
  options: EmbeddedDiscordOptions = {},
  clientOptions: Partial<ClientOptions> = {},
  finished: Finished = onTestFinished,
): Promise<Scene> {
  const s = await scene(options, clientOptions);
  finished(() => leave(s));
  return s;
}

async function startServer(options: EmbeddedDiscordOptions = {}): Promise<EmbeddedDiscord> {
  const discord = await startEmbeddedDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

/** What the client hears, in order. */
function hear(client: Client): string[] {
  const heard: string[] = [];
  client.on(Events.MessageCreate, (message) => heard.push(message.content));
  return heard;
}

describe('login', () => {
  test('a wrong token is refused', async () => {
    const discord = await startServer();
    const client = clientFor(discord);
    onTestFinished(() => client.destroy());
    await expect(client.login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
  });

  test('an intent that the application does not have is refused', async () => {
    const discord = await startServer({ messageContent: false });
    const client = clientFor(discord);
    onTestFinished(() => client.destroy());
    await expect(client.login(discord.token)).rejects.toThrow('disallowed intents');
  });

  test.each([
    ['a wrong token', { token: 'wrong', intents: 1 }, 4004],
    ['intents that do not exist', { token: 'embedded-discord-token', intents: 2 ** 30 }, 4013],
    ['GUILD_MEMBERS without the grant', { token: 'embedded-discord-token', intents: 2 }, 4014],
    ['a shard that does not exist', { token: 'embedded-discord-token', intents: 1, shard: [1, 1] }, 4010],
  ])('%s closes the line', async (_name, identity, code) => {
    expect(
      await closeCode((socket) => {
        socket.send(JSON.stringify({ op: 2, d: identity }));
      }),
    ).toBe(code);
  });

  test.each([
    ['text that is no JSON', 'hello', 4002],
    ['an unknown opcode', '{"op":99}', 4001],
    ['anything before identify', '{"op":8,"d":{}}', 4003],
  ])('%s closes the line', async (_name, frame, code) => {
    expect(
      await closeCode((socket) => {
        socket.send(frame);
      }),
    ).toBe(code);
  });

  async function closeCode(act: (socket: WebSocket) => void): Promise<number> {
    const discord = await startServer();
    const socket = new WebSocket(discord.gatewayUrl);
    socket.once('message', () => {
      act(socket);
    });
    const [code] = (await once(socket, 'close')) as [number];
    return code;
  }

  test('a guild goes to its own shard only', async () => {
    const discord = await startServer({ shards: 2 });
    const first = seedDemoGuild(discord, { name: 'first' });
    const client = await connect(discord, { shards: 'auto' });
    onTestFinished(() => client.destroy());
    expect(client.ws.shards.size).toBe(2);
    expect(client.guilds.cache.size).toBe(1);
    const reply = once(client, Events.MessageCreate);
    discord.say({ user: first.alice, channel: first.help, content: 'hi' });
    const [message] = (await reply) as [Message];
    expect(message.guild?.shardId).toBe(Number((BigInt(first.guild.id) >> 22n) % 2n));
  });
});

describe('a lost line', () => {
  const ways: [name: string, lose: (discord: EmbeddedDiscord) => void][] = [
    ['cut', (discord) => void discord.dropConnections()],
    ['closed with 4000', (discord) => void discord.dropConnections({ code: 4000 })],
    [
      'given up on request (op 7)',
      (discord) => {
        discord.askToReconnect();
      },
    ],
  ];
  test.concurrent.for(ways)(
    '%s: the session is resumed and what was missed comes after',
    async ([, lose], { onTestFinished: finished }) => {
      const s = await start({}, {}, finished);
      const heard = hear(s.client);
      const resumed = once(s.client, Events.ShardResume);
      s.discord.say({ user: s.alice, channel: s.help, content: 'before' });
      lose(s.discord);
      s.discord.say({ user: s.alice, channel: s.help, content: 'missed 1' });
      s.discord.say({ user: s.alice, channel: s.help, content: 'missed 2' });
      await resumed;
      const last = once(s.client, Events.MessageCreate);
      s.discord.say({ user: s.alice, channel: s.help, content: 'after' });
      await last;
      expect(heard).toEqual(['before', 'missed 1', 'missed 2', 'after']);
    },
  );

  test.concurrent(
    'an invalid session that may be resumed is resumed',
    async ({ onTestFinished: finished }) => {
      const s = await start({}, {}, finished);
      const resumed = once(s.client, Events.ShardResume);
      s.discord.invalidateSessions({ resumable: true });
      await resumed;
      expect(s.discord.connections()).toBe(1);
    },
  );

  test.concurrent(
    'a session that ended for good starts anew, without what was missed',
    async ({ onTestFinished: finished }) => {
      const s = await start({}, {}, finished);
      const heard = hear(s.client);
      const ready = once(s.client, Events.ShardReady);
      s.discord.dropConnections({ code: 1000 });
      s.discord.say({ user: s.alice, channel: s.help, content: 'missed' });
      await ready;
      const last = once(s.client, Events.MessageCreate);
      s.discord.say({ user: s.alice, channel: s.help, content: 'after' });
      await last;
      expect(heard).toEqual(['after']);
    },
  );

  test.concurrent(
    'silence to heartbeats makes the client reconnect',
    async ({ onTestFinished: finished }) => {
      const s = await start({ heartbeatInterval: 60 }, {}, finished);
      const resumed = once(s.client, Events.ShardResume);
      s.discord.answerHeartbeats(false);
      setTimeout(() => {
        s.discord.answerHeartbeats(true);
      }, 200);
      await resumed;
    },
  );
});

describe('events', () => {
  test('the same message can be delivered twice; the raw event shows it', async () => {
    const s = await start();
    const raw: string[] = [];
    s.client.on(Events.Raw, ({ t, d }: { t: string; d: { id: string } }) => {
      if (t === 'MESSAGE_CREATE') raw.push(d.id);
    });
    const message = s.discord.say({ user: s.alice, channel: s.help, content: 'hi' });
    s.discord.deliverTwice(message);
    const last = once(s.client, Events.MessageCreate, { signal: AbortSignal.timeout(5000) });
    await last;
    s.discord.say({ user: s.alice, channel: s.help, content: 'end' });
    await once(s.client, Events.MessageCreate);
    expect(raw.filter((id) => id === message.id)).toHaveLength(2);
  });

  test('held events come when released', async () => {
    const s = await start();
    const heard = hear(s.client);
    s.discord.holdEvents();
    s.discord.say({ user: s.alice, channel: s.help, content: 'held' });
    await s.client.users.fetch(s.alice.id, { force: true });
    expect(heard).toEqual([]);
    const arrived = once(s.client, Events.MessageCreate);
    s.discord.releaseEvents();
    await arrived;
    expect(heard).toEqual(['held']);
  });

  test('edits and deletions are told', async () => {
    const s = await start();
    const created = once(s.client, Events.MessageCreate);
    const message = s.discord.say({ user: s.alice, channel: s.help, content: 'one' });
    await created;
    const updated = once(s.client, Events.MessageUpdate);
    s.discord.editMessage({ message, content: 'two' });
    expect((await updated).map((version: Message) => version.content)).toEqual(['one', 'two']);
    const deleted = once(s.client, Events.MessageDelete);
    s.discord.deleteMessage(message);
    expect((await deleted) as Message[]).toMatchObject([{ id: message.id }]);
  });

  test('a purge is told in one event, a preview of a link comes as an update that is no edit', async () => {
    const s = await start();
    const say = () => s.discord.say({ user: s.alice, channel: s.help, content: 'https://example.com' });
    const messages = [say(), say()];
    await expect
      .poll(() => s.client.channels.cache.get(s.help.id))
      .toHaveProperty('lastMessageId', messages[1]?.id);
    const updated = once(s.client, Events.MessageUpdate);
    s.discord.unfurl(messages[0] ?? '', [{ title: 'Example' }]);
    const [, after] = (await updated) as [Message, Message];
    expect([after.embeds.length, after.editedTimestamp]).toEqual([1, null]);
    const purged = once(s.client, Events.MessageBulkDelete);
    s.discord.purge(s.help, messages);
    expect(((await purged) as [Map<string, Message>])[0].size).toBe(2);
  });

  test('channels that the bot does not see are silent', async () => {
    const s = await start();
    const heard = hear(s.client);
    s.discord.takeFromBot(s.help, 1024n);
    s.discord.say({ user: s.alice, channel: s.help, content: 'hidden' });
    s.discord.giveBackToBot(s.help);
    const seen = once(s.client, Events.MessageCreate);
    s.discord.say({ user: s.alice, channel: s.help, content: 'seen' });
    await seen;
    expect(heard).toEqual(['seen']);
  });

  test('without the intent for DMs none arrive', async () => {
    const s = await start({}, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
    const heard = hear(s.client);
    const seen = once(s.client, Events.MessageCreate);
    s.discord.say({ user: s.alice, content: 'private' });
    s.discord.say({ user: s.alice, channel: s.help, content: 'public', mention: s.discord.bot });
    await seen;
    expect(heard).toEqual([`<@${s.discord.bot.id}> public`]);
  });
});

describe('without MESSAGE_CONTENT', () => {
  const intents = ALL.filter((intent) => intent !== GatewayIntentBits.MessageContent);

  test('messages are blank, except mentions of the bot, replies to it, DMs and its own', async () => {
    const s = await start({ messageContent: false }, { intents, partials: [Partials.Channel] });
    const heard: [content: string, files: number][] = [];
    s.client.on(Events.MessageCreate, ({ content, attachments }) => heard.push([content, attachments.size]));
    const say = (saying: object) => s.discord.say({ user: s.alice, channel: s.help, ...saying });
    const plain = say({ content: 'secret', attachments: [{ name: 'a.txt', bytes: 'a' }] });
    say({ content: 'help', mention: s.discord.bot });
    s.discord.say({ user: s.alice, content: 'private' });
    const help = await s.client.channels.fetch(s.help.id);
    if (!help?.isSendable()) throw new Error('not a text channel');
    const own = await help.send('own');
    say({ content: 'to you', reply: own.id });
    const last = await s.discord.waitForMessage(({ content }) => content === 'to you');
    await expect.poll(() => heard.length).toBe(5);
    expect(heard).toEqual([
      ['', 0],
      [`<@${s.discord.bot.id}> help`, 0],
      ['private', 0],
      ['own', 0],
      ['to you', 0],
    ]);
    expect((await help.messages.fetch({ message: plain.id, force: true })).content).toBe('');
    expect((await help.messages.fetch({ message: last.id, force: true })).content).toBe('to you');
  });

  test('taking the grant away closes the session with 4014', async () => {
    const s = await start();
    const closed = once(s.client, Events.ShardDisconnect);
    s.client.on(Events.Error, () => undefined);
    s.discord.revokeMessageContent();
    expect(((await closed) as [{ code: number }])[0].code).toBe(4014);
  });
});
