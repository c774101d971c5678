import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlsOf, embedOf, fieldOf, noChannel, setStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Says something sure to be answered and waits for that: whatever was said before has been looked at by then. */
async function nothingSaidSince(before: number, where = stage.help): Promise<void> {
  const { discord, alice, help } = stage;
  await discord.waitForReply(discord.say({ user: alice, channel: help, content: noChannel }));
  const mine = discord
    .messagesIn(where)
    .slice(before)
    .filter(({ author }) => author.id === discord.bot.id);
  expect(mine).toHaveLength(where.id === help.id ? 1 : 0);
}

describe('a paste in a channel', () => {
  it('is answered with cause, steps and what was read, without pinging anybody', async () => {
    const { discord, alice, help } = stage;
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    const reply = await discord.waitForReply(paste);
    expect(embedOf(reply).title).toBe('503 · Model unavailable');
    expect(embedOf(reply).description).toMatch(/\n1\. .+\n2\. /);
    expect(fieldOf(reply, 'What was read')).toMatch(
      /Status: 503[^]*`gpt-4o-mini`[^]*<t:\d+:f>[^]*No available channel/,
    );
    expect(fieldOf(reply, 'Read more')).toContain('](https://');
    expect(controlsOf(reply)).toEqual(['Solved', 'Not this']);
    expect(discord.pings(reply)).toEqual({ users: [], roles: [], everyone: false });
  });

  it('is answered in Chinese when the person writes Chinese', async () => {
    const { discord, alice, help } = stage;
    const paste = discord.say({
      user: alice,
      channel: help,
      content: `我这边一直报错，怎么解决？\n${noChannel}`,
    });
    expect(embedOf(await discord.waitForReply(paste)).title).toBe('503 · 模型不可用');
  });

  it('may be so long that Discord makes a file of it', async () => {
    const { discord, alice, help } = stage;
    const long = `${'INFO starting worker, all is well\n'.repeat(300)}${noChannel}\n`;
    const paste = discord.say({ user: alice, channel: help, content: long });
    expect(paste.attachments[0]?.filename).toBe('message.txt');
    expect(embedOf(await discord.waitForReply(paste)).title).toBe('503 · Model unavailable');
  });

  it('may come as a UTF-16 file with a misleading name', async () => {
    const { discord, alice, help } = stage;
    const bytes = Buffer.from(`\ufeff${noChannel}\r\n`, 'utf16le');
    const paste = discord.say({ user: alice, channel: help, attachments: [{ name: 'log.png', bytes }] });
    expect(fieldOf(await discord.waitForReply(paste), 'What was read')).toContain('gpt-4o-mini');
  });

  it('may be forwarded', async () => {
    const { discord, alice, bo, help } = stage;
    const first = discord.say({ user: bo, channel: help, content: 'not an error at all' });
    const original = discord.say({ user: bo, content: noChannel });
    await discord.waitForReply(original);
    const forwarded = discord.say({ user: alice, channel: help, forwardOf: original });
    expect(forwarded.content).toBe('');
    expect(embedOf(await discord.waitForReply(forwarded)).title).toBe('503 · Model unavailable');
    expect(first.id < forwarded.id).toBe(true);
  });

  it('shows hostile text as text', async () => {
    const { discord, alice, help } = stage;
    const hostile = noChannel.replace('gpt-4o-mini', '``` @everyone <@1> [x](https://evil.example) ```');
    const reply = await discord.waitForReply(discord.say({ user: alice, channel: help, content: hostile }));
    const read = fieldOf(reply, 'What was read') ?? '';
    const [, block = ''] = /```\n([^]*)\n```$/.exec(read) ?? [];
    expect(block).not.toContain('```');
    expect(discord.pings(reply)).toEqual({ users: [], roles: [], everyone: false });
  });
});

describe('silence', () => {
  it.each([
    'good morning everyone',
    'is 500 tokens a lot?',
    'I solved my 503 yesterday, thanks to all',
    'bus 503 leaves at 4:29',
  ])('meets chatter: %s', async (content) => {
    const before = stage.discord.messagesIn(stage.help).length;
    stage.discord.say({ user: stage.bo, channel: stage.help, content });
    await nothingSaidSince(before);
  });

  it('meets other bots and webhooks, which repeat errors all day', async () => {
    const { discord, help, guild } = stage;
    const before = discord.messagesIn(help).length;
    const robot = discord.createUser({ username: 'relay', bot: true });
    discord.addMember(guild, robot);
    discord.say({ user: robot, channel: help, content: noChannel });
    discord.sayAsWebhook({ channel: help, username: 'status', content: noChannel });
    await nothingSaidSince(before);
  });

  it('meets staff at the desk, who discuss errors all day', async () => {
    const { discord, mei, supportDesk } = stage;
    discord.say({ user: mei, channel: supportDesk, content: `I looked at this one:\n${noChannel}` });
    await discord.waitForReply(discord.say({ user: mei, channel: stage.help, content: noChannel }));
    const replies = discord.messagesIn(supportDesk).filter((message) => message.message_reference);
    expect(replies).toEqual([]);
  });

  it('meets a picture that nobody asked about', async () => {
    const { discord, bo, help } = stage;
    const before = discord.messagesIn(help).length;
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]);
    discord.say({ user: bo, channel: help, attachments: [{ name: '503-error.log', bytes }] });
    await nothingSaidSince(before);
  });

  it('meets a channel where the bot may not write', async () => {
    const { discord, bo, guild } = stage;
    const closed = discord.createChannel({ guild, name: 'announcements' });
    const { PermissionFlagsBits } = await import('discord.js');
    discord.takeFromBot(closed, PermissionFlagsBits.SendMessages);
    discord.say({ user: bo, channel: closed, content: noChannel });
    await nothingSaidSince(0, closed);
  });
});

describe('somebody who asks', () => {
  it('gets an answer to a mention, even for a bare code', async () => {
    const { discord, alice, help } = stage;
    const asked = discord.say({ user: alice, channel: help, mention: discord.bot, content: '429' });
    expect(embedOf(await discord.waitForReply(asked)).title).toMatch(/^429 · /);
  });

  it('gets the message that they reply to looked at', async () => {
    const { discord, alice, bo, help } = stage;
    const error = discord.say({ user: bo, channel: help, content: 'it says: token quota is not enough' });
    const asked = discord.say({ user: alice, channel: help, mention: discord.bot, reply: error });
    expect(embedOf(await discord.waitForReply(asked)).title).toContain('Token quota used up');
  });

  it('is told what to paste when there is nothing to go on', async () => {
    const { discord, alice, help } = stage;
    const asked = discord.say({ user: alice, channel: help, mention: discord.bot, content: 'xyzzy' });
    expect(embedOf(await discord.waitForReply(asked)).description).toContain('Paste the whole error');
  });

  it('is told what was wrong with their file', async () => {
    const { discord, alice, help } = stage;
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]);
    const asked = discord.say({
      user: alice,
      channel: help,
      mention: discord.bot,
      attachments: [{ name: 'shot.txt', bytes }],
    });
    expect(embedOf(await discord.waitForReply(asked)).description).toContain('`shot.txt` is not text');
  });

  it('gets an answer in a direct message', async () => {
    const { discord, bo } = stage;
    const asked = discord.say({ user: bo, content: '504' });
    expect(embedOf(await discord.waitForReply(asked)).title).toMatch(/^504 · /);
  });
});

describe('an edit', () => {
  it('of the report changes the answer', async () => {
    const { discord, alice, help } = stage;
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    const reply = await discord.waitForReply(paste);
    discord.editMessage({ message: paste, content: noChannel.replaceAll('gpt-4o-mini', 'claude-sonnet-4') });
    await discord.waitForUpdate(reply, (now) =>
      (fieldOf(now, 'What was read') ?? '').includes('claude-sonnet-4'),
    );
  });

  it('that takes the error away takes the answer away', async () => {
    const { discord, alice, help } = stage;
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    const reply = await discord.waitForReply(paste);
    discord.editMessage({ message: paste, content: 'never mind' });
    await discord.waitForDelete(reply);
  });

  it('that adds the forgotten error is answered', async () => {
    const { discord, alice, help } = stage;
    const hello = discord.say({ user: alice, channel: help, content: 'it does not work' });
    discord.editMessage({ message: hello, content: `it does not work: ${noChannel}` });
    expect(embedOf(await discord.waitForReply(hello)).title).toBe('503 · Model unavailable');
  });
});

describe('a deletion', () => {
  it('of the report takes the answer away', async () => {
    const { discord, alice, help } = stage;
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    const reply = await discord.waitForReply(paste);
    discord.deleteMessage(paste);
    await discord.waitForDelete(reply);
  });
});

describe('a purge by a moderator', () => {
  it('takes the answers away with the reports', async () => {
    const { discord, alice, help } = stage;
    const pastes = [1, 2].map(() => discord.say({ user: alice, channel: help, content: noChannel }));
    const replies = await Promise.all(pastes.map((paste) => discord.waitForReply(paste)));
    discord.purge(help, pastes);
    await Promise.all(replies.map((reply) => discord.waitForDelete(reply)));
  });
});

describe('a posted key', () => {
  const key = `sk-${'aB3dE6gH9jK2mN5pQ8'.repeat(3)}`;
  const paste = `openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Invalid token: ${key}', 'type': 'new_api_error'}}`;
  const warning = /shows an API key/;

  it('is never repeated, and its owner is warned privately', async () => {
    const { discord, alice, help } = stage;
    const said = discord.say({ user: alice, channel: help, content: paste });
    const reply = await discord.waitForReply(said);
    expect(JSON.stringify([reply.content, reply.embeds])).not.toContain(key);
    const dm = await discord.waitForMessage(({ content }) => content.includes('shows an API key'));
    expect(dm.channel_id).toBe(discord.directMessages(alice).id);
    expect(dm.content).not.toContain(key);
    expect(reply.content).toBe('');
    expect(JSON.stringify(stage.logged)).not.toContain(key);
  });

  it('is mentioned in the answer when direct messages are closed', async () => {
    const { discord, bo, help } = stage;
    discord.setPerson(bo, { dmsClosed: true });
    const reply = await discord.waitForReply(discord.say({ user: bo, channel: help, content: paste }));
    expect(reply.content).toContain('an API key was posted here');
    discord.setPerson(bo, { dmsClosed: false });
  });

  it('is pointed out privately after a command', async () => {
    const { discord, alice, help } = stage;
    const used = discord.slash({ user: alice, channel: help, name: 'error', options: { query: paste } });
    const warned = await used.followUp();
    expect(warned.content).toMatch(warning);
    expect(discord.visibleTo(warned)).toBe(alice.id);
    expect(JSON.stringify(await used.message())).not.toContain(key);
  });
});
