/** What Discord refuses is refused here with the same status, code and error tree: bodies. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  seedDemoGuild,
  startEmbeddedDiscord,
  type DemoGuild,
  type EmbeddedDiscord,
} from '../../src/playground/embedded-discord.ts';
import { caller, type Call } from './raw.ts';

let discord: EmbeddedDiscord;
let demo: DemoGuild;
let call: Call;
beforeAll(async () => {
  discord = await startEmbeddedDiscord();
  call = caller(discord);
});
afterAll(() => discord.close());
beforeEach(() => {
  demo = seedDemoGuild(discord);
});

const send = (body: unknown) => call('POST', `/channels/${demo.help.id}/messages`, body);
const row = (...components: object[]) => ({ type: 1, components });
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'ok', custom_id: 'v1:ok', ...more });
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'a', value: 'a' }],
  ...more,
});

describe('messages', () => {
  const MANY = Array.from({ length: 26 }, (_, index) => index);
  const cases: [name: string, body: object, path: string, code: string][] = [
    ['text over 2000 characters', { content: 'x'.repeat(2001) }, 'content', 'BASE_TYPE_MAX_LENGTH'],
    [
      'an embed title over 256',
      { embeds: [{ title: 'x'.repeat(257) }] },
      'embeds.0.title',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an embed description over 4096',
      { embeds: [{ description: 'x'.repeat(4097) }] },
      'embeds.0.description',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'more than 25 fields',
      { embeds: [{ fields: MANY.map(() => ({ name: 'n', value: 'v' })) }] },
      'embeds.0.fields',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a field value over 1024',
      { embeds: [{ fields: [{ name: 'n', value: 'x'.repeat(1025) }] }] },
      'embeds.0.fields.0.value',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a field without a name',
      { embeds: [{ fields: [{ name: ' ', value: 'v' }] }] },
      'embeds.0.fields.0.name',
      'BASE_TYPE_REQUIRED',
    ],
    ['an embed with nothing in it', { embeds: [{}] }, 'embeds.0.description', 'BASE_TYPE_REQUIRED'],
    [
      '6001 characters over all embeds',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      'embeds.1',
      'MAX_EMBED_SIZE_EXCEEDED',
    ],
    [
      'an embed link that is no link',
      { embeds: [{ title: 't', url: 'nowhere' }] },
      'embeds.0.url',
      'URL_TYPE_INVALID_URL',
    ],
    [
      'an embed link of another scheme',
      { embeds: [{ title: 't', url: 'ftp://example.com' }] },
      'embeds.0.url',
      'URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a colour out of range',
      { embeds: [{ title: 't', color: 0x1000000 }] },
      'embeds.0.color',
      'NUMBER_TYPE_MAX',
    ],
    [
      'eleven embeds',
      { embeds: MANY.slice(0, 11).map(() => ({ title: 't' })) },
      'embeds',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a custom id over 100',
      { components: [row(button({ custom_id: 'x'.repeat(101) }))] },
      'components.0.components.0.custom_id',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a label over 80',
      { components: [row(button({ label: 'x'.repeat(81) }))] },
      'components.0.components.0.label',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'six buttons in a row',
      { components: [row(...MANY.slice(0, 6).map((n) => button({ custom_id: `b${n}` })))] },
      'components.0.components',
      'BASE_TYPE_MAX_LENGTH',
    ],
    ['an empty row', { components: [row()] }, 'components.0.components', 'BASE_TYPE_BAD_LENGTH'],
    [
      'six rows',
      { components: MANY.slice(0, 6).map((n) => row(button({ custom_id: `b${n}` }))) },
      'components',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'the same custom id twice',
      { components: [row(button()), row(button())] },
      'components.1.components.0.custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a button without id',
      { components: [row({ type: 2, style: 1, label: 'x' })] },
      'components.0.components.0.custom_id',
      'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
    ],
    [
      'a link button without link',
      { components: [row({ type: 2, style: 5, label: 'x' })] },
      'components.0.components.0.url',
      'BUTTON_COMPONENT_URL_REQUIRED',
    ],
    [
      'a button with link and id',
      { components: [row(button({ url: 'https://example.com' }))] },
      'components.0.components.0.custom_id',
      'BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE',
    ],
    [
      'a button without label and emoji',
      { components: [row({ type: 2, style: 1, custom_id: 'x' })] },
      'components.0.components.0.label',
      'BASE_TYPE_REQUIRED',
    ],
    [
      'a button beside a select',
      { components: [row(select(), button())] },
      'components.0.components.1',
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'a select with 26 options',
      { components: [row(select({ options: MANY.map((n) => ({ label: 'l', value: `${n}` })) }))] },
      'components.0.components.0.options',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a select with equal values',
      {
        components: [
          row(
            select({
              options: [
                { label: 'a', value: 'a' },
                { label: 'b', value: 'a' },
              ],
            }),
          ),
        ],
      },
      'components.0.components.0.options.1.value',
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'a select asking for more than it has',
      { components: [row(select({ max_values: 2 }))] },
      'components.0.components.0.max_values',
      'SELECT_COMPONENT_MAX_GREATER_THAN_OPTIONS',
    ],
    ['a button outside a row', { components: [button()] }, 'components.0.type', 'UNION_TYPE_CHOICES'],
    [
      'a text display without its flag',
      { components: [{ type: 10, content: 'x' }] },
      'components.0.type',
      'UNION_TYPE_CHOICES',
    ],
    [
      'text beside components of version 2',
      { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'x' }] },
      'content',
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    ['a nonce over 25', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce', 'BASE_TYPE_MAX_LENGTH'],
    [
      'a reply to nothing',
      { content: 'x', message_reference: { message_id: '1234567890123456789' } },
      'message_reference',
      'REPLIES_UNKNOWN_MESSAGE',
    ],
    [
      'mentions both parsed and listed',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1234567890123456789'] } },
      'allowed_mentions',
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
  ];

  test.each(cases)('%s is refused', async (_name, body, path, code) => {
    const { status, body: answer } = await send(body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ code: 50035, message: 'Invalid Form Body' });
    expect(errorsAt(answer, path)).toContain(code);
  });

  test.each([
    ['nothing at all', {}],
    ['only blanks', { content: ' \n ' }],
    ['empty lists', { content: '', embeds: [], components: [] }],
  ])('%s is no message (50006)', async (_name, body) => {
    expect(await send(body)).toMatchObject({ status: 400, body: { code: 50006 } });
  });

  test.each([
    ['exactly 2000 characters', { content: 'x'.repeat(2000) }],
    [
      'exactly 6000 in embeds',
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1904) }] },
    ],
    [
      'exactly five full rows',
      {
        components: [0, 1, 2, 3, 4].map((r) =>
          row(...[0, 1, 2, 3, 4].map((b) => button({ custom_id: `${r}${b}` }))),
        ),
      },
    ],
    [
      'components of version 2',
      { flags: 1 << 15, components: [{ type: 17, components: [{ type: 10, content: 'x' }, row(button())] }] },
    ],
    [
      'a reply to nothing that may fail',
      { content: 'x', message_reference: { message_id: '1234567890123456789', fail_if_not_exists: false } },
    ],
    ['what discord.js adds', { content: 'x', tts: false, enforce_nonce: false }],
    ['unknown keys', { content: 'x', surprise: 1 }],
  ])('%s is taken', async (_name, body) => {
    expect(await send(body)).toMatchObject({ status: 200 });
  });

  test('a body that is no JSON is refused', async () => {
    expect(await call('POST', `/channels/${demo.help.id}/messages`, '{"content":')).toMatchObject({
      status: 400,
      body: { code: 50109 },
    });
  });

  test('an edit is held to the same rules', async () => {
    const { body: message } = await send({ content: 'x' });
    const edit = (body: object) => call('PATCH', `/channels/${demo.help.id}/messages/${message.id}`, body);
    expect(await edit({ content: 'x'.repeat(2001) })).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(await edit({ content: '' })).toMatchObject({ status: 400, body: { code: 50006 } });
    expect(await edit({ components: [row(button()), row(button())] })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
  });
});

describe('commands', () => {
  const command = (more: object = {}) => ({ name: 'error', description: 'd', ...more });
  const option = (more: object = {}) => ({ type: 3, name: 'code', description: 'd', ...more });
  const register = (...commands: object[]) =>
    call('PUT', `/applications/${discord.application.id}/commands`, commands);

  const cases: [name: string, commands: object[], path: string, code: string][] = [
    ['a name in capitals', [command({ name: 'Error' })], '0.name', 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name with a blank', [command({ name: 'my error' })], '0.name', 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name over 32', [command({ name: 'x'.repeat(33) })], '0.name', 'BASE_TYPE_MAX_LENGTH'],
    ['no description', [{ name: 'error' }], '0.description', 'BASE_TYPE_REQUIRED'],
    [
      'a description over 100',
      [command({ description: 'x'.repeat(101) })],
      '0.description',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a description of a context menu',
      [{ type: 3, name: 'Diagnose', description: 'd' }],
      '0.description',
      'APPLICATION_COMMANDS_CONTEXT_MENU_DESCRIPTION',
    ],
    ['two of one name', [command(), command()], '1', 'APPLICATION_COMMANDS_DUPLICATE_NAME'],
    [
      'a required option after an optional one',
      [command({ options: [option(), option({ name: 'b', required: true })] })],
      '0.options.1',
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'two options of one name',
      [command({ options: [option(), option()] })],
      '0.options.1.name',
      'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
    ],
    [
      'choices beside autocomplete',
      [command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
      '0.options.0.choices',
      'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
    ],
    [
      'more than 25 options',
      [command({ options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) })],
      '0.options',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an unknown locale',
      [command({ name_localizations: { 'zh-Hans': 'x' } })],
      '0.name_localizations.zh-Hans',
      'BASE_TYPE_CHOICES',
    ],
    [
      'over 8000 characters',
      [
        command({
          options: Array.from({ length: 25 }, (_, n) =>
            option({
              name: `o${n}`,
              choices: Array.from({ length: 4 }, (_x, m) => ({ name: `${m}`, value: 'x'.repeat(80) })),
            }),
          ),
        }),
      ],
      '0',
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
  ];
  test.each(cases)('%s is refused', async (_name, commands, path, code) => {
    const { status, body } = await register(...commands);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 50035 });
    expect(errorsAt(body, path)).toContain(code);
  });

  test('more than a hundred are refused (30032)', async () => {
    const many = Array.from({ length: 101 }, (_, n) => command({ name: `c${n}` }));
    expect(await register(...many)).toMatchObject({ status: 400, body: { code: 30032 } });
  });

  test('permissions come as a string, names in any script, and ids survive a new registration', async () => {
    const wanted = [
      command({ name: '错误', default_member_permissions: '32' }),
      { type: 3, name: 'Diagnose message' },
    ];
    const first = await register(...wanted);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject([
      { name: '错误', default_member_permissions: '32' },
      { name: 'Diagnose message' },
    ]);
    const again = await register(...wanted);
    const ids = (answer: typeof first) => (answer.body as unknown as { id: string }[]).map(({ id }) => id);
    expect(ids(again)).toEqual(ids(first));
  });

  test('one command can be created, changed, read and deleted; another is unknown (10063)', async () => {
    const base = `/applications/${discord.application.id}/guilds/${demo.guild.id}/commands`;
    const { status, body } = await call('POST', base, command());
    expect(status).toBe(201);
    expect((await call('POST', base, command({ description: 'new' }))).status).toBe(200);
    expect(await call('PATCH', `${base}/${body.id}`, { description: 'newer' })).toMatchObject({
      body: { description: 'newer' },
    });
    expect(await call('DELETE', `${base}/${body.id}`)).toMatchObject({ status: 204 });
    expect(await call('GET', `${base}/${body.id}`)).toMatchObject({ status: 404, body: { code: 10063 } });
  });
});

/** The error codes at a path of the tree. */
function errorsAt(body: unknown, path: string): string[] {
  const node = path
    .split('.')
    .reduce<unknown>(
      (at, step) => (at as Record<string, unknown> | undefined)?.[step],
      (body as { errors?: object }).errors,
    );
  return ((node as { _errors?: { code: string }[] } | undefined)?._errors ?? []).map(({ code }) => code);
}
