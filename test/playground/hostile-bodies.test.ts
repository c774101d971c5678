/** Whatever a body holds, the answer is one of Discord's: taken or refused, never a crash. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

/** Nearly right bodies: real keys, with anything in them. */
const anything = fc.jsonValue({ maxDepth: 2 });
const odd = (...keys: string[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, anything])), { requiredKeys: [] });
const oneOf = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ arbitrary: right, weight: 4 }, { arbitrary: anything, weight: 1 });

const embed = oneOf(
  fc.record(
    {
      title: oneOf(fc.string()),
      fields: oneOf(fc.array(oneOf(odd('name', 'value', 'inline')), { maxLength: 3 })),
      footer: oneOf(odd('text', 'icon_url')),
      author: oneOf(odd('name', 'url')),
      image: oneOf(odd('url')),
    },
    { requiredKeys: [] },
  ),
);
const component = oneOf(
  fc.record(
    {
      type: fc.constantFrom(2, 3, 4, 5, 8, 10),
      style: fc.constantFrom(1, 5, 9),
      custom_id: oneOf(fc.string()),
      label: oneOf(fc.string()),
      options: oneOf(fc.array(oneOf(odd('label', 'value')), { maxLength: 3 })),
      min_values: oneOf(fc.integer()),
    },
    { requiredKeys: ['type'] },
  ),
);
const row = oneOf(
  fc.record(
    { type: fc.constantFrom(1, 9, 17, 18), components: fc.array(component, { maxLength: 6 }), component },
    { requiredKeys: ['type'] },
  ),
);
const message = oneOf(
  fc.record(
    {
      content: oneOf(fc.string()),
      embeds: oneOf(fc.array(embed, { maxLength: 3 })),
      components: oneOf(fc.array(row, { maxLength: 3 })),
      flags: oneOf(fc.constantFrom(0, 64, 1 << 15)),
      allowed_mentions: oneOf(odd('parse', 'users', 'replied_user')),
      message_reference: oneOf(odd('message_id', 'type', 'channel_id')),
      attachments: oneOf(fc.array(odd('id', 'filename'))),
      nonce: anything,
      enforce_nonce: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
);
const option = oneOf(odd('type', 'name', 'description', 'required', 'choices', 'options', 'autocomplete'));
const command = oneOf(
  fc.record(
    {
      name: oneOf(fc.string()),
      description: oneOf(fc.string()),
      type: oneOf(fc.constantFrom(1, 2, 3)),
      options: oneOf(fc.array(option, { maxLength: 3 })),
      name_localizations: oneOf(odd('de', 'xx')),
      default_member_permissions: anything,
    },
    { requiredKeys: [] },
  ),
);

async function isAnswered(method: string, path: string, bodies: fc.Arbitrary<unknown>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const { status } = await call(method, path, JSON.stringify(body));
      expect(
        status === 200 || status === 201 || status === 204 || (status >= 400 && status < 500),
        `${status}`,
      ).toBe(true);
    }),
    { numRuns: 150 },
  );
}

test('messages', () => isAnswered('POST', `/channels/${demo.help.id}/messages`, message));

test('edits', async () => {
  const { body } = await call('POST', `/channels/${demo.help.id}/messages`, { content: 'x' });
  await isAnswered('PATCH', `/channels/${demo.help.id}/messages/${body.id}`, message);
});

test('commands', async () => {
  await isAnswered(
    'PUT',
    `/applications/${discord.application.id}/commands`,
    oneOf(fc.array(command, { maxLength: 3 })),
  );
  await isAnswered(
    'POST',
    `/applications/${discord.application.id}/guilds/${demo.guild.id}/commands`,
    command,
  );
});

test('threads, channels and DMs', async () => {
  const body = oneOf(odd('name', 'type', 'auto_archive_duration', 'archived', 'topic', 'recipient_id'));
  await isAnswered('POST', `/channels/${demo.help.id}/threads`, body);
  await isAnswered('PATCH', `/channels/${demo.help.id}`, body);
  await isAnswered('POST', '/users/@me/channels', body);
});

test('answers to interactions', async () => {
  await call('PUT', `/applications/${discord.application.id}/guilds/${demo.guild.id}/commands`, [
    { name: 'about', description: 'd' },
  ]);
  const data = fc.oneof(
    message,
    oneOf(fc.record({ custom_id: fc.string(), title: fc.string(), components: fc.array(row) })),
  );
  const answers = oneOf(
    fc.record({ type: fc.integer({ min: 0, max: 12 }), data }, { requiredKeys: ['type'] }),
  );
  await fc.assert(
    fc.asyncProperty(answers, async (body) => {
      const { record } = discord.slash({ user: demo.alice, channel: demo.help, name: 'about' });
      const { status } = await call(
        'POST',
        `/interactions/${record.id}/${record.token}/callback`,
        JSON.stringify(body),
      );
      expect(status === 204 || (status >= 400 && status < 500), `${status}`).toBe(true);
    }),
    { numRuns: 150 },
  );
});
