/** The answers of the embedded server, held against the published schemas of Discord's own answers. */
import * as spec from 'discord-api-spec/zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ZodMiniType } from 'zod/mini';
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
  demo = seedDemoGuild(discord);
  call = caller(discord);
});
afterAll(() => discord.close());

function fit(schema: ZodMiniType, value: unknown): void {
  const result = schema.safeParse(value);
  expect(
    result.success ? [] : result.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`),
  ).toEqual([]);
}

const RICH = {
  embeds: [
    { title: 't', fields: [{ name: 'a', value: 'b' }], footer: { text: 'f' }, author: { name: 'me' } },
  ],
  components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label: 'b' }] }],
};

test('messages of people and of the bot, replies, forwards', async () => {
  const base = `/channels/${demo.help.id}/messages`;
  const question = discord.say({
    user: demo.alice,
    channel: demo.help,
    content: 'hi',
    attachments: [{ name: 'a.txt', bytes: 'x' }],
  });
  const about = { message_id: question.id };
  fit(spec.MessageResponseSchema, (await call('GET', `${base}/${question.id}`)).body);
  fit(
    spec.MessageResponseSchema,
    (await call('POST', base, { content: 'x', message_reference: about, ...RICH })).body,
  );
  const forward = { message_reference: { ...about, type: 1, channel_id: demo.help.id } };
  const { body: forwarded } = await call('POST', base, forward);
  expect(forwarded.message_reference).toMatchObject({ type: 1 });
  // The schema does not know the type of forwards yet.
  fit(spec.MessageResponseSchema, { ...forwarded, message_reference: { channel_id: demo.help.id, type: 0 } });
  fit(spec.ThreadResponseSchema, (await call('POST', `${base}/${question.id}/threads`, { name: 'x' })).body);
});

test('answers to interactions', async () => {
  await call('PUT', `/applications/${discord.application.id}/commands`, [
    { name: 'about', description: 'd' },
  ]);
  const { record } = discord.slash({ user: demo.alice, channel: demo.help, name: 'about' });
  const path = `/interactions/${record.id}/${record.token}/callback?with_response=true`;
  const { body } = await call('POST', path, { type: 4, data: { content: 'x', ...RICH } });
  fit(spec.InteractionCallbackResponseSchema, body);
  fit(
    spec.MessageResponseSchema,
    (await call('POST', `/webhooks/${discord.application.id}/${record.token}`, { content: 'y' })).body,
  );
});

test.each<[name: string, schema: ZodMiniType, path: () => string]>([
  ['channel', spec.GuildChannelResponseSchema, () => `/channels/${demo.help.id}`],
  ['guild', spec.GuildWithCountsResponseSchema, () => `/guilds/${demo.guild.id}`],
  ['role', spec.GuildRoleResponseSchema, () => `/guilds/${demo.guild.id}/roles/${demo.staffRole.id}`],
  ['member', spec.GuildMemberResponseSchema, () => `/guilds/${demo.guild.id}/members/${demo.mei.id}`],
  ['the bot itself', spec.UserPIIResponseSchema, () => '/users/@me'],
  ['user', spec.UserResponseSchema, () => `/users/${demo.mei.id}`],
  ['application', spec.PrivateApplicationResponseSchema, () => '/applications/@me'],
])('%s', async (_name, schema, path) => {
  fit(schema, (await call('GET', path())).body);
});

test('DM and command', async () => {
  fit(
    spec.PrivateChannelResponseSchema,
    (await call('POST', '/users/@me/channels', { recipient_id: demo.bo.id })).body,
  );
  const options = [{ type: 3, name: 'a', description: 'b' }];
  const command = { name: 'a', description: 'b', options };
  fit(
    spec.ApplicationCommandResponseSchema,
    (await call('POST', `/applications/${discord.application.id}/commands`, command)).body,
  );
});
