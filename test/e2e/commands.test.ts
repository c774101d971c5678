import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlsOf, embedOf, fieldOf, noChannel, selectOf, setStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

function error(
  options: Record<string, string | { name: string; bytes: string | Uint8Array }>,
  locale?: string,
) {
  const { discord, alice, help } = stage;
  return discord.slash({ user: alice, channel: help, name: 'error', options, ...(locale && { locale }) });
}

describe('/error', () => {
  it('answers in public, so that staff and others can read it', async () => {
    const answer = await error({ query: '404' }).message();
    expect(embedOf(answer).title).toMatch(/^404 · /);
    expect(stage.discord.visibleTo(answer)).toBeNull();
    expect(controlsOf(answer)).toEqual(['Solved', 'Still stuck', 'Not this']);
  });

  it('shows both meanings of a bare 403, the more frequent first', async () => {
    const answer = await error({ query: '403' }).message();
    expect(embedOf(answer).title).toBe('403 · Token quota used up');
    expect(fieldOf(answer, 'Also possible')).toContain('**403 · Token group disabled**: ');
  });

  it('speaks the language of the person', async () => {
    expect(embedOf(await error({ query: '503' }, 'zh-CN').message()).title).toBe('503 · 模型不可用');
    expect(embedOf(await error({ query: '503' }, 'zh-TW').message()).title).toBe('503 · 模型不可用');
    expect(embedOf(await error({ query: '503' }, 'de').message()).title).toBe('503 · Model unavailable');
  });

  it('takes the model as given, and the rest from the log', async () => {
    const log = { name: 'app.log', bytes: `starting\n${noChannel}\n` };
    const answer = await error({ query: 'it fails', model: 'my-own-model', log }).message();
    expect(embedOf(answer).title).toBe('503 · Model unavailable');
    expect(fieldOf(answer, 'What was read')).toMatch(/`my-own-model`[^]*`20260714093015/);
  });

  it('says what was wrong with the log, next to the answer', async () => {
    const log = { name: 'app.log', bytes: new Uint8Array([0x1f, 0x8b, 8, 0]) };
    const answer = await error({ query: '401', log }).message();
    expect(JSON.stringify(embedOf(answer).fields)).toContain('`app.log` is not text');
  });

  it('refuses privately when there was nothing else to go on', async () => {
    const used = error({
      query: 'see the file',
      log: { name: 'app.log', bytes: new Uint8Array([0x1f, 0x8b, 8, 0]) },
    });
    const refusal = await used.followUp();
    expect(refusal.content).toContain('`app.log` is not text');
    expect(stage.discord.visibleTo(refusal)).toBe(stage.alice.id);
    expect(used.original()).toBeNull();
  });

  it('works in a direct message', async () => {
    const { discord, bo } = stage;
    const answer = await discord.slash({ user: bo, name: 'error', options: { query: '413' } }).message();
    expect(embedOf(answer).title).toMatch(/^413 · /);
  });
});

describe('typing into /error', () => {
  const suggest = (query: string, locale?: string) => {
    const { discord, alice, help } = stage;
    return discord.autocomplete({
      user: alice,
      channel: help,
      name: 'error',
      options: { query },
      ...(locale && { locale }),
    });
  };

  it('suggests by code', async () => {
    expect((await suggest('503')).map(({ name }) => name)).toContain('503 · Model unavailable');
  });

  it('suggests despite a typing error, and in Chinese', async () => {
    expect((await suggest('modle unavailable'))[0]?.value).toBe('entry:model-unavailable');
    expect((await suggest('无可用渠道', 'zh-CN'))[0]).toEqual({
      name: '503 · 模型不可用',
      value: 'entry:model-unavailable',
    });
  });

  it('never sends more rows than Discord shows', async () => {
    const rows = await suggest('');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThanOrEqual(25);
  });

  it('leads to exactly the entry that was chosen', async () => {
    const [row] = await suggest('endpoint');
    const answer = await error({ query: String(row?.value) }).message();
    expect(embedOf(answer).title).toContain('Endpoint does not exist');
  });
});

describe('the message menu', () => {
  const menu = (message: { id: string }, user = stage.bo) =>
    stage.discord.contextMenu({ user, message, name: 'Diagnose error' });

  it('answers a message that the channel rule leaves alone', async () => {
    const { discord, alice, help } = stage;
    const vague = discord.say({ user: alice, channel: help, content: 'I get a 429, what is that' });
    expect(embedOf(await menu(vague).message()).title).toMatch(/^429 · /);
  });

  it('leads to the answer that is there already', async () => {
    const { discord, alice, help } = stage;
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    const reply = await discord.waitForReply(paste);
    const refusal = await menu(paste).followUp();
    expect(refusal.content).toContain(`/${help.id}/${reply.id}`);
    expect(discord.visibleTo(refusal)).toBe(stage.bo.id);
  });

  it('answers anew when that answer was taken away', async () => {
    const { discord, alice, help } = stage;
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    const reply = await discord.waitForReply(paste);
    discord.deleteMessage(reply);
    // The deletion travels to the bot before the menu does, on the same connection.
    expect(embedOf(await menu(paste).message()).title).toBe('503 · Model unavailable');
    expect(stage.cards().filter((card) => JSON.stringify(card).includes(paste.id))).toHaveLength(1);
  });

  it('refuses the messages of the bot itself, and messages without text', async () => {
    const { discord, alice, help } = stage;
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    const own = await menu(await discord.waitForReply(paste)).message();
    expect(own.content).toContain('my own messages');
    expect(discord.visibleTo(own)).toBe(stage.bo.id);
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]);
    const picture = discord.say({ user: alice, channel: help, attachments: [{ name: 'a.png', bytes }] });
    expect((await menu(picture).followUp()).content).toContain('`a.png` is not text');
  });

  it('lets the author use the buttons, not only the one who opened the menu', async () => {
    const { discord, alice, help } = stage;
    const vague = discord.say({ user: alice, channel: help, content: 'I get a 429, what is that' });
    const answer = await menu(vague).message();
    await discord.click({ user: alice, message: answer, customId: 'Solved' }).acknowledged();
    await discord.waitForUpdate(answer, (now) => controlsOf(now).length === 0);
  });
});

describe('when nothing fits', () => {
  it('the nearest causes are offered, and a choice is answered', async () => {
    const { discord, alice } = stage;
    const answer = await error({ query: 'no channl avalable' }).message();
    if (controlsOf(answer).includes('Which one fits?')) {
      discord.select({
        user: alice,
        message: answer,
        customId: selectOf(answer),
        values: ['model-unavailable'],
      });
      await discord.waitForUpdate(answer, (now) => now.embeds[0]?.title === '503 · Model unavailable');
    } else expect(embedOf(answer).title).toContain('Model unavailable');
  });
});
