/** The rules of time and order around interactions, on a clock that the test moves. */
import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ClientRefusal,
  seedDemoGuild,
  startEmbeddedDiscord,
  type DemoGuild,
  type EmbeddedDiscord,
  type InteractionHandle,
} from '../../src/playground/embedded-discord.ts';
import { caller, type Call } from './raw.ts';

let time: number;
let discord: EmbeddedDiscord;
let demo: DemoGuild;
let call: Call;
beforeEach(async () => {
  time = Date.UTC(2026, 0, 1);
  discord = await startEmbeddedDiscord({ now: () => time });
  demo = seedDemoGuild(discord);
  call = caller(discord);
  await call('PUT', `/applications/${discord.application.id}/commands`, [
    {
      name: 'error',
      description: 'd',
      options: [
        { type: 3, name: 'code', description: 'd', required: true, autocomplete: true, max_length: 10 },
        { type: 11, name: 'log', description: 'd' },
        { type: 4, name: 'lines', description: 'd', min_value: 1, choices: [{ name: 'ten', value: 10 }] },
      ],
    },
    {
      name: 'desk',
      description: 'd',
      default_member_permissions: '8192',
      options: [{ type: 1, name: 'claim', description: 'd' }],
    },
    { type: 3, name: 'Diagnose' },
  ]);
});
afterEach(() => discord.close());

const slash = () =>
  discord.slash({ user: demo.alice, channel: demo.help, name: 'error', options: { code: '503' } });
const answer = (to: InteractionHandle, body: object, query = '') =>
  call('POST', `/interactions/${to.id}/${to.record.token}/callback${query}`, body, { authorization: '' });
const webhook = (of: InteractionHandle, method: string, path: string, body?: object) =>
  call(method, `/webhooks/${discord.application.id}/${of.record.token}${path}`, body, { authorization: '' });
const EPHEMERAL = 64;

describe('the first answer', () => {
  test('is taken within three seconds and refused after (10062)', async () => {
    const quick = slash();
    time += 3000;
    expect((await answer(quick, { type: 4, data: { content: 'x' } })).status).toBe(204);
    const slow = slash();
    time += 3001;
    expect(await answer(slow, { type: 4, data: { content: 'x' } })).toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
  });

  test('is taken once (40060)', async () => {
    const use = slash();
    await answer(use, { type: 5 });
    expect(await answer(use, { type: 4, data: { content: 'x' } })).toMatchObject({
      status: 400,
      body: { code: 40060 },
    });
  });

  test('needs the right token (10062)', async () => {
    const use = slash();
    const forged = await call('POST', `/interactions/${use.id}/wrong/callback`, { type: 5 });
    expect(forged).toMatchObject({ status: 404, body: { code: 10062 } });
  });

  test('must be of a type that fits, and a refused one does not count as an answer', async () => {
    const use = slash();
    expect(await answer(use, { type: 8, data: { choices: [] } })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect(await answer(use, { type: 7, data: { content: 'x' } })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect(await answer(use, { type: 4 })).toMatchObject({
      status: 400,
      body: { errors: { data: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] } } },
    });
    expect(await answer(use, { type: 4, data: {} })).toMatchObject({ status: 400, body: { code: 50006 } });
    const long = { embeds: [{ title: 'x'.repeat(257) }] };
    expect(await answer(use, { type: 4, data: long })).toMatchObject({
      body: { errors: { data: { embeds: { 0: { title: {} } } } } },
    });
    expect((await answer(use, { type: 4, data: { content: 'at last' } })).status).toBe(204);
  });

  test('comes back with the message when asked for', async () => {
    const use = slash();
    const { status, body } = await answer(
      use,
      { type: 4, data: { content: 'x', flags: EPHEMERAL } },
      '?with_response=true',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      interaction: { id: use.id, type: 2, response_message_ephemeral: true },
      resource: { type: 4, message: { content: 'x', flags: EPHEMERAL } },
    });
  });
});

describe('after the first answer', () => {
  test('there is no webhook before it (10015)', async () => {
    expect(await webhook(slash(), 'PATCH', '/messages/@original', { content: 'x' })).toMatchObject({
      status: 404,
      body: { code: 10015 },
    });
  });

  test('the token lives fifteen minutes (50027)', async () => {
    const use = slash();
    await answer(use, { type: 5 });
    time += 15 * 60_000;
    expect((await webhook(use, 'PATCH', '/messages/%40original', { content: 'x' })).status).toBe(200);
    time += 1;
    expect(await webhook(use, 'PATCH', '/messages/@original', { content: 'y' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
    expect(await webhook(use, 'POST', '', { content: 'y' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
  });

  test('a defer fixes whether the answer is ephemeral, and an edit fills it', async () => {
    const use = slash();
    await answer(use, { type: 5, data: { flags: EPHEMERAL } });
    expect(use.original()).toBeNull();
    const { body } = await webhook(use, 'PATCH', '/messages/@original', { content: 'x', flags: 0 });
    expect(body).toMatchObject({ content: 'x', flags: EPHEMERAL, edited_timestamp: null });
    expect(discord.visibleTo(body)).toBe(demo.alice.id);
  });

  test('the first follow-up after a defer fills the waiting message instead of adding one', async () => {
    const use = slash();
    await answer(use, { type: 5, data: { flags: EPHEMERAL } });
    const first = await webhook(use, 'POST', '', { content: 'first' });
    expect(first.body).toMatchObject({ id: use.record.originalId, flags: EPHEMERAL });
    const second = await webhook(use, 'POST', '', { content: 'second' });
    expect(second.body.id).not.toBe(use.record.originalId);
    expect(discord.visibleTo(second.body)).toBeNull();
  });

  test('follow-ups can be changed and deleted, messages of others cannot be reached (10008)', async () => {
    const use = slash();
    await answer(use, { type: 4, data: { content: 'x' } });
    const { body: more } = await webhook(use, 'POST', '', { content: 'more', flags: EPHEMERAL });
    expect(await webhook(use, 'PATCH', `/messages/${more.id}`, { content: 'less' })).toMatchObject({
      body: { content: 'less' },
    });
    expect((await webhook(use, 'DELETE', `/messages/${more.id}`)).status).toBe(204);
    expect(await webhook(use, 'GET', `/messages/${more.id}`)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
    const alien = discord.say({ user: demo.alice, channel: demo.help, content: 'hi' });
    expect(await webhook(use, 'GET', `/messages/${alien.id}`)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
    expect((await webhook(use, 'DELETE', '/messages/@original')).status).toBe(204);
    expect(await webhook(use, 'GET', '/messages/@original')).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
  });

  test('an ephemeral message does not exist for the channel (10008) nor for other people', async () => {
    const use = slash();
    const components = [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label: 'A' }] }];
    await answer(use, { type: 4, data: { content: 'x', flags: EPHEMERAL, components } });
    const message = await use.message();
    expect(await call('GET', `/channels/${demo.help.id}/messages/${message.id}`)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
    expect((await call('GET', `/channels/${demo.help.id}/messages`)).body).toEqual([]);
    expect(() => discord.click({ user: demo.bo, message, customId: 'a' })).toThrow(ClientRefusal);
    expect(discord.click({ user: demo.alice, message, customId: 'a' }).record.state).toBe('pending');
  });
});

describe('choices and modals', () => {
  const complete = () => {
    const choices = discord.autocomplete({
      user: demo.alice,
      channel: demo.help,
      name: 'error',
      options: { code: '5' },
      ms: 200,
    });
    choices.catch(() => undefined);
    const record = [...discord.world.interactions.values()].at(-1);
    return (list: unknown) =>
      call('POST', `/interactions/${record?.id ?? ''}/${record?.token ?? ''}/callback`, {
        type: 8,
        data: { choices: list },
      });
  };
  const choice = (name = 'n', value = 'v') => ({ name, value });

  test.each([
    ['26 choices', Array.from({ length: 26 }, () => choice())],
    ['a name over 100', [choice('x'.repeat(101))]],
    ['an empty name', [choice('')]],
    ['a value over 100', [choice('n', 'x'.repeat(101))]],
  ])('%s are refused', async (_name, list) => {
    expect(await complete()(list)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  test('25 choices are taken', async () => {
    expect((await complete()(Array.from({ length: 25 }, () => choice()))).status).toBe(204);
  });

  const input = (more: object = {}) => ({ type: 4, custom_id: 'model', style: 1, label: 'Model', ...more });
  const modal = (more: object = {}) => ({
    custom_id: 'm',
    title: 't',
    components: [{ type: 1, components: [input()] }],
    ...more,
  });

  test.each([
    ['a title over 45', modal({ title: 'x'.repeat(46) })],
    [
      'six rows',
      modal({
        components: Array.from({ length: 6 }, (_, n) => ({
          type: 1,
          components: [input({ custom_id: `${n}` })],
        })),
      }),
    ],
    ['no rows', modal({ components: [] })],
    [
      'a button',
      modal({ components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label: 'a' }] }] }),
    ],
    [
      'equal ids',
      modal({
        components: [
          { type: 1, components: [input()] },
          { type: 1, components: [input()] },
        ],
      }),
    ],
    ['a label over 45', modal({ components: [{ type: 1, components: [input({ label: 'x'.repeat(46) })] }] })],
  ])('a modal with %s is refused', async (_name, data) => {
    expect(await answer(slash(), { type: 9, data })).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  test('a submitted modal keeps to its rules, and cannot be answered with another modal', async () => {
    const use = slash();
    const bounded = modal({
      components: [{ type: 1, components: [input({ min_length: 3, max_length: 5 })] }],
    });
    expect((await answer(use, { type: 9, data: bounded })).status).toBe(204);
    expect(() => discord.submitModal({ interaction: use, values: { model: 'ab' } })).toThrow(ClientRefusal);
    expect(() => discord.submitModal({ interaction: use, values: {} })).toThrow(ClientRefusal);
    expect(() => discord.submitModal({ interaction: use, values: { other: 'abc' } })).toThrow(ClientRefusal);
    const submitted = discord.submitModal({ interaction: use, values: { model: 'abcd' } });
    expect(await answer(submitted, { type: 9, data: modal() })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect((await answer(submitted, { type: 4, data: { content: 'thanks' } })).status).toBe(204);
  });
});

describe('what a client does not let people do', () => {
  test.each([
    [
      'use a command that is not there',
      () => discord.slash({ user: demo.alice, channel: demo.help, name: 'nope' }),
    ],
    [
      'leave a required option out',
      () => discord.slash({ user: demo.alice, channel: demo.help, name: 'error' }),
    ],
    [
      'give an option that is not there',
      () =>
        discord.slash({
          user: demo.alice,
          channel: demo.help,
          name: 'error',
          options: { code: '1', x: '1' },
        }),
    ],
    [
      'give too long a text',
      () =>
        discord.slash({
          user: demo.alice,
          channel: demo.help,
          name: 'error',
          options: { code: 'x'.repeat(11) },
        }),
    ],
    [
      'give what is not offered',
      () =>
        discord.slash({
          user: demo.alice,
          channel: demo.help,
          name: 'error',
          options: { code: '1', lines: 11 },
        }),
    ],
    [
      'use a command of the staff',
      () => discord.slash({ user: demo.alice, channel: demo.help, name: 'desk claim' }),
    ],
    [
      'use a sub-command that is not there',
      () => discord.slash({ user: demo.mei, channel: demo.help, name: 'desk resolve' }),
    ],
    [
      'use commands where they see nothing',
      () =>
        discord.slash({ user: demo.alice, channel: demo.supportDesk, name: 'error', options: { code: '1' } }),
    ],
    [
      'write where they see nothing',
      () => discord.say({ user: demo.alice, channel: demo.supportDesk, content: 'x' }),
    ],
    ['send nothing', () => discord.say({ user: demo.alice, channel: demo.help, content: ' ' })],
  ])('they cannot %s', (_name, act) => {
    expect(act).toThrow(ClientRefusal);
  });

  test('they cannot press what is disabled, missing, or a link', async () => {
    const components = [
      {
        type: 1,
        components: [
          { type: 2, style: 1, custom_id: 'off', label: 'Off', disabled: true },
          { type: 2, style: 5, url: 'https://example.com', label: 'Link' },
        ],
      },
      { type: 1, components: [{ type: 3, custom_id: 'menu', options: [{ label: 'a', value: 'a' }] }] },
    ];
    const { body: message } = await call('POST', `/channels/${demo.help.id}/messages`, {
      content: 'x',
      components,
    });
    const click = (customId: string) => () => discord.click({ user: demo.alice, message, customId });
    const select =
      (...values: string[]) =>
      () =>
        discord.select({ user: demo.alice, message, customId: 'menu', values });
    for (const act of [click('off'), click('Link'), click('nope'), select('b'), select(), select('a', 'a')]) {
      expect(act).toThrow(ClientRefusal);
    }
    expect(select('a')().record.state).toBe('pending');
  });

  test('a file given to a command can be fetched until its link expires', async () => {
    discord.slash({
      user: demo.alice,
      channel: demo.help,
      name: 'error',
      options: { code: '1', log: { name: 'app.log', bytes: 'boom' } },
    });
    const [stored] = [...discord.world.attachments.values()];
    const url = stored?.attachment.url ?? '';
    expect(await (await fetch(url)).text()).toBe('boom');
    expect((await fetch(url.replace(/hm=./, 'hm=x'))).status).toBe(404);
    time += 25 * 60 * 60_000;
    expect((await fetch(url)).status).toBe(404);
  });

  test('a message that is read later has links that live', async () => {
    const attachments = [{ name: 'app.log', bytes: 'boom' }];
    const message = discord.say({ user: demo.alice, channel: demo.help, attachments });
    const forward = discord.say({ user: demo.bo, channel: demo.help, forwardOf: message });
    time += 25 * 60 * 60_000;
    expect((await fetch(message.attachments[0]?.url ?? '')).status).toBe(404);
    const read = async (id: string) =>
      (await call('GET', `/channels/${demo.help.id}/messages/${id}`)).body as unknown as APIMessage;
    const fresh = (await read(message.id)).attachments[0]?.url ?? '';
    const forwarded = (await read(forward.id)).message_snapshots?.[0]?.message.attachments[0]?.url ?? '';
    expect([(await fetch(fresh)).status, (await fetch(forwarded)).status]).toEqual([200, 200]);
  });
});
