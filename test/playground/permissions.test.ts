/** What the bot may reach and do, and the code that refuses the rest. */
import { PermissionFlagsBits as P } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  seedDemoGuild,
  startEmbeddedDiscord,
  type DemoGuild,
  type EmbeddedDiscord,
} from '../../src/playground/embedded-discord.ts';
import { caller, type Answer, type Call } from './raw.ts';

let discord: EmbeddedDiscord;
let demo: DemoGuild;
let call: Call;
beforeEach(async () => {
  discord = await startEmbeddedDiscord();
  demo = seedDemoGuild(discord);
  call = caller(discord);
});
afterEach(() => discord.close());

const NOWHERE = '1234567890123456789';
const messages = () => `/channels/${demo.help.id}/messages`;
const send = (body: object = { content: 'x' }) => call('POST', messages(), body);
const refused = (answer: Answer) => [answer.status, answer.body.code];

describe('unknown things', () => {
  test.each([
    ['channel', () => call('GET', `/channels/${NOWHERE}`), [404, 10003]],
    ['guild', () => call('GET', `/guilds/${NOWHERE}`), [404, 10004]],
    ['message', () => call('GET', `${messages()}/${NOWHERE}`), [404, 10008]],
    ['message to edit', () => call('PATCH', `${messages()}/${NOWHERE}`, { content: 'x' }), [404, 10008]],
    ['message to delete', () => call('DELETE', `${messages()}/${NOWHERE}`), [404, 10008]],
    ['member', () => call('GET', `/guilds/${demo.guild.id}/members/${NOWHERE}`), [404, 10007]],
    ['user', () => call('GET', `/users/${NOWHERE}`), [404, 10013]],
    ['application', () => call('GET', `/applications/${NOWHERE}/commands`), [404, 10002]],
    ['route', () => call('GET', '/nothing/here'), [404, 0]],
    ['id that is no snowflake', () => call('GET', '/channels/help'), [400, 50035]],
  ])('a %s', async (_name, ask, expected) => {
    expect(refused(await ask())).toEqual(expected);
  });

  test('a wrong token is refused everywhere (401)', async () => {
    expect(refused(await call('GET', '/users/@me', undefined, { authorization: 'Bot wrong' }))).toEqual([
      401, 0,
    ]);
  });

  test('a guild the bot has left is out of reach (50001)', async () => {
    discord.removeBot(demo.guild);
    expect(refused(await call('GET', `/guilds/${demo.guild.id}`))).toEqual([403, 50001]);
    expect(refused(await send())).toEqual([403, 50001]);
  });
});

describe('permissions taken away', () => {
  test('without VIEW_CHANNEL there is no access (50001)', async () => {
    discord.takeFromBot(demo.help, P.ViewChannel);
    expect(refused(await send())).toEqual([403, 50001]);
    expect(refused(await call('GET', `/channels/${demo.help.id}`))).toEqual([403, 50001]);
    discord.giveBackToBot(demo.help);
    expect((await send()).status).toBe(200);
  });

  test('without SEND_MESSAGES there is no message and no typing (50013)', async () => {
    discord.takeFromBot(demo.help, P.SendMessages);
    expect(refused(await send())).toEqual([403, 50013]);
    expect(refused(await call('POST', `/channels/${demo.help.id}/typing`))).toEqual([403, 50013]);
  });

  test('without EMBED_LINKS text goes through stripped, and embeds alone are refused (50013)', async () => {
    discord.takeFromBot(demo.help, P.EmbedLinks);
    expect((await send({ content: 'x', embeds: [{ title: 't' }] })).body).toMatchObject({
      content: 'x',
      embeds: [],
    });
    expect(refused(await send({ embeds: [{ title: 't' }] }))).toEqual([403, 50013]);
  });

  test('without ATTACH_FILES there are no files (50013)', async () => {
    discord.takeFromBot(demo.help, P.AttachFiles);
    const form = new FormData();
    form.set('payload_json', '{"content":"x"}');
    form.set('files[0]', new Blob(['x']), 'x.txt');
    const headers = { authorization: `Bot ${discord.token}` };
    const answer = await fetch(`${discord.apiUrl}/v10${messages()}`, { method: 'POST', headers, body: form });
    expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([403, 50013]);
  });

  test('without READ_MESSAGE_HISTORY there is no reply (160002), no reading, and an empty list', async () => {
    const message = discord.say({ user: demo.alice, channel: demo.help, content: 'hi' });
    discord.takeFromBot(demo.help, P.ReadMessageHistory);
    expect(refused(await send({ content: 'x', message_reference: { message_id: message.id } }))).toEqual([
      403, 160002,
    ]);
    expect(refused(await call('GET', `${messages()}/${message.id}`))).toEqual([403, 50001]);
    expect((await call('GET', messages())).body).toEqual([]);
  });

  test('without CREATE_PUBLIC_THREADS there is no thread, and without MANAGE_MESSAGES no deleting for others (50013)', async () => {
    const message = discord.say({ user: demo.alice, channel: demo.help, content: 'hi' });
    discord.takeFromBot(demo.help, P.CreatePublicThreads);
    expect(refused(await call('POST', `${messages()}/${message.id}/threads`, { name: 'x' }))).toEqual([
      403, 50013,
    ]);
    expect(refused(await call('DELETE', `${messages()}/${message.id}`))).toEqual([403, 50013]);
    discord.setRolePermissions(demo.guild, demo.botRole, P.Administrator);
    expect((await call('DELETE', `${messages()}/${message.id}`)).status).toBe(204);
  });

  test('without ADD_REACTIONS there is no first reaction (50013)', async () => {
    const { body: message } = await send();
    const path = `${messages()}/${message.id}/reactions/${encodeURIComponent('✅')}/@me`;
    expect((await call('PUT', path)).status).toBe(204);
    expect(discord.message(message)?.reactions).toMatchObject([
      { emoji: { name: '✅' }, count: 1, me: true },
    ]);
    expect((await call('DELETE', path)).status).toBe(204);
    discord.takeFromBot(demo.help, P.AddReactions);
    expect(refused(await call('PUT', path))).toEqual([403, 50013]);
  });

  test('channel names are for MANAGE_CHANNELS (50013)', async () => {
    expect(refused(await call('PATCH', `/channels/${demo.help.id}`, { name: 'new' }))).toEqual([403, 50013]);
  });

  test('the desk is hidden from users and open for staff and bot', async () => {
    expect(
      (await call('POST', `/channels/${demo.supportDesk.id}/messages`, { content: 'card' })).status,
    ).toBe(200);
    expect(() => discord.say({ user: demo.bo, channel: demo.supportDesk, content: 'x' })).toThrow();
    expect(discord.say({ user: demo.mei, channel: demo.supportDesk, content: 'x' }).content).toBe('x');
  });
});

describe('other refusals', () => {
  test("another's message cannot be edited (50005)", async () => {
    const message = discord.say({ user: demo.alice, channel: demo.help, content: 'hi' });
    expect(refused(await call('PATCH', `${messages()}/${message.id}`, { content: 'x' }))).toEqual([
      403, 50005,
    ]);
  });

  test('closed DMs, strangers and other bots take no DM (50007)', async () => {
    const stranger = discord.createUser({ username: 'stranger' });
    const bot = discord.createUser({ username: 'bot', bot: true });
    discord.addMember(demo.guild, bot);
    discord.setPerson(demo.alice, { dmsClosed: true });
    for (const user of [demo.alice, stranger, bot]) {
      const { body: dm } = await call('POST', '/users/@me/channels', { recipient_id: user.id });
      expect(refused(await call('POST', `/channels/${dm.id}/messages`, { content: 'x' }))).toEqual([
        403, 50007,
      ]);
    }
    const { body: dm } = await call('POST', '/users/@me/channels', { recipient_id: demo.bo.id });
    expect((await call('POST', `/channels/${dm.id}/messages`, { content: 'x' })).status).toBe(200);
    expect((await call('POST', '/users/@me/channels', { recipient_id: demo.bo.id })).body.id).toBe(dm.id);
  });

  test('a message has one thread (160004), and threads do not nest (50024)', async () => {
    const message = discord.say({ user: demo.alice, channel: demo.help, content: 'hi' });
    const start = () =>
      call('POST', `${messages()}/${message.id}/threads`, { name: 'x', type: 11, auto_archive_duration: 60 });
    expect(await start()).toMatchObject({
      status: 201,
      body: { id: message.id, type: 11, thread_metadata: { archived: false } },
    });
    expect(refused(await start())).toEqual([400, 160004]);
    expect(refused(await call('POST', `/channels/${message.id}/threads`, { name: 'x' }))).toEqual([
      400, 50024,
    ]);
    expect(discord.message(message)?.thread).toMatchObject({ id: message.id });
  });

  test.each([
    ['a name over 100', { name: 'x'.repeat(101) }],
    ['no name', {}],
    ['a name of blanks', { name: '  ' }],
    ['an odd archive time', { name: 'x', auto_archive_duration: 61 }],
  ])('a thread with %s is refused (50035)', async (_name, body) => {
    const message = discord.say({ user: demo.alice, channel: demo.help, content: 'hi' });
    expect(refused(await call('POST', `${messages()}/${message.id}/threads`, body))).toEqual([400, 50035]);
  });

  test('writing wakes an archived thread, a locked one stays shut (50083)', async () => {
    const thread = discord.startThread({ user: demo.alice, channel: demo.help, name: 'x' });
    const write = () => call('POST', `/channels/${thread.id}/messages`, { content: 'x' });
    const { body: first } = await write();
    discord.archiveThread(thread);
    expect(
      refused(await call('PATCH', `/channels/${thread.id}/messages/${first.id}`, { content: 'y' })),
    ).toEqual([400, 50083]);
    expect((await write()).status).toBe(200);
    expect(thread.thread?.metadata.archived).toBe(false);
    discord.archiveThread(thread, { locked: true });
    expect(refused(await write())).toEqual([400, 50083]);
  });

  test('a file over 10 MiB is too large (40005)', async () => {
    const form = new FormData();
    form.set('payload_json', '{"content":"x"}');
    form.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'x.bin');
    const headers = { authorization: `Bot ${discord.token}` };
    const answer = await fetch(`${discord.apiUrl}/v10${messages()}`, { method: 'POST', headers, body: form });
    expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([413, 40005]);
  });
});

describe('mentions', () => {
  const pings = async (body: object) => discord.pings((await send(body)).body);
  const NOBODY = { users: [], roles: [], everyone: false };

  test('by default everything in the text pings that may be pinged', async () => {
    const content = `<@${demo.alice.id}> <@&${demo.staffRole.id}> <@&${demo.botRole.id}> @everyone`;
    expect(await pings({ content })).toEqual({
      users: [demo.alice.id],
      roles: [demo.staffRole.id],
      everyone: false,
    });
    discord.setRolePermissions(demo.guild, demo.botRole, P.Administrator);
    expect(await pings({ content })).toMatchObject({
      roles: [demo.staffRole.id, demo.botRole.id],
      everyone: true,
    });
  });

  test('allowed_mentions closes and opens', async () => {
    const content = `<@${demo.alice.id}> <@${demo.bo.id}> <@&${demo.staffRole.id}>`;
    expect(await pings({ content, allowed_mentions: { parse: [] } })).toEqual(NOBODY);
    expect(await pings({ content, allowed_mentions: { parse: [], users: [demo.bo.id] } })).toEqual({
      ...NOBODY,
      users: [demo.bo.id],
    });
    expect(await pings({ content, allowed_mentions: { parse: ['roles'] } })).toEqual({
      ...NOBODY,
      roles: [demo.staffRole.id],
    });
  });

  test('a reply pings its author unless told not to, and text in embeds never does', async () => {
    const { id } = discord.say({ user: demo.alice, channel: demo.help, content: 'hi' });
    const reply = { content: 'x', message_reference: { message_id: id } };
    expect(await pings(reply)).toEqual({ ...NOBODY, users: [demo.alice.id] });
    expect(await pings({ ...reply, allowed_mentions: { parse: [], replied_user: false } })).toEqual(NOBODY);
    expect(await pings({ ...reply, allowed_mentions: { parse: [] } })).toEqual(NOBODY);
    expect(await pings({ embeds: [{ description: `<@${demo.alice.id}>` }] })).toEqual(NOBODY);
  });
});

describe('nonces', () => {
  test('an enforced nonce finds the earlier message instead of sending again', async () => {
    const body = { content: 'x', nonce: 'case-1', enforce_nonce: true };
    const first = await send(body);
    const again = await send({ ...body, content: 'other' });
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, content: 'x', nonce: 'case-1' } });
    expect((await send({ ...body, enforce_nonce: false })).body.id).not.toBe(first.body.id);
    expect(discord.messagesIn(demo.help)).toHaveLength(2);
  });
});
