import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  controlsOf,
  embedOf,
  eventually,
  fieldOf,
  noChannel,
  noChannelFor,
  selectOf,
  setStage,
  type Stage,
} from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ times: { deliveryMs: 50 } });
});
afterAll(() => stage.close());

/** A 503 that names no model. */
const nameless =
  "Error code: 503 - {'error': {'message': 'The service is temporarily overloaded', 'type': 'server_error'}}";

function error(options: Record<string, string>) {
  const { discord, alice, help } = stage;
  return discord.slash({ user: alice, channel: help, name: 'error', options });
}

const cardOf = (message: { id: string }) => stage.cardOf(message);

describe('a 503 in a channel', () => {
  it('goes to staff with model, status, request id, line, reporter and a link; one ping', async () => {
    const { discord, alice, help, staffRole } = stage;
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    const reply = await discord.waitForReply(paste);
    const card = await cardOf(paste);
    expect(embedOf(card).title).toBe('503 · Model unavailable');
    expect(fieldOf(card, 'Model')).toBe('`gpt-4o-mini`');
    expect(fieldOf(card, 'Status')).toBe('503');
    expect(fieldOf(card, 'Request id')).toMatch(/^`20260714093015123456789abcdefgh` <t:\d+:f>$/);
    expect(fieldOf(card, 'Reporters')).toContain(`<@${alice.id}>`);
    expect(embedOf(card).description).toContain('No available channel');
    expect(discord.pings(card)).toEqual({ users: [], roles: [staffRole.id], everyone: false });
    const [, caseId] = /`(\w{10})`/.exec(fieldOf(reply, 'Support') ?? '') ?? [];
    expect(fieldOf(card, 'Cases')).toBe(`\`${caseId ?? ''}\``);
    expect(controlsOf(card)).toEqual(['Claim', 'Resolve', 'Reply', 'Open thread', 'Dismiss']);
  });

  it('without a model name opens at once; the name is asked for and edits the card', async () => {
    const { discord, alice, help } = stage;
    const paste = discord.say({ user: alice, channel: help, content: nameless });
    const reply = await discord.waitForReply(paste);
    const card = await cardOf(paste);
    expect(fieldOf(card, 'Model')).toContain('Not named yet');
    expect(controlsOf(reply)).toContain('Add the model name');

    const pressed = discord.click({ user: alice, message: reply, customId: 'Add the model name' });
    const modal = await pressed.modal();
    expect(modal.title).toBe('Model name');
    discord.submitModal({ interaction: pressed, values: { model: ' gpt-5 `mini ' } });
    await discord.waitForUpdate(card, (now) => fieldOf(now, 'Model') === '`gpt-5 ˋmini`');
    const after = await discord.waitForUpdate(
      reply,
      (now) => !controlsOf(now).includes('Add the model name'),
    );
    expect(fieldOf(after, 'What was read')).toContain('gpt-5');
    expect(
      stage.cards().filter((one) => embedOf(one).footer?.text === embedOf(card).footer?.text),
    ).toHaveLength(1);
  });
});

describe('a 500', () => {
  it('goes to staff too', async () => {
    const { discord, bo, help } = stage;
    const content =
      "Error code: 500 - {'error': {'message': 'Internal server error', 'type': 'new_api_error'}} model=gpt-4o";
    const paste = discord.say({ user: bo, channel: help, content });
    expect(fieldOf(await cardOf(paste), 'Status')).toBe('500');
  });
});

describe('/error', () => {
  it('links the card to the answer', async () => {
    const answer = await error({ query: '503', model: 'gpt-4o' }).message();
    expect(fieldOf(await cardOf(answer), 'Model')).toBe('`gpt-4o`');
  });

  it('never lets a key through in the place of the model name', async () => {
    const key = `sk-${'aB3dE6gH9jK2mN5pQ8'.repeat(3)}`;
    const used = error({ query: '503', model: key });
    const answer = await used.message();
    await cardOf(answer);
    expect((await used.followUp()).content).toContain('shows an API key');
    expect(JSON.stringify([answer, stage.cards(), stage.logged])).not.toContain(key);
  });
});

describe('Still stuck', () => {
  it('opens a case for any cause, and asks for the model without waiting for it', async () => {
    const { discord, alice } = stage;
    const answer = await error({ query: '429' }).message();
    const pressed = discord.click({ user: alice, message: answer, customId: 'Still stuck' });
    expect((await pressed.modal()).title).toBe('Model name');
    // They close the modal: staff have the case all the same, and the name can still be added.
    const card = await cardOf(answer);
    expect(embedOf(card).title).toMatch(/^429 · /);
    const after = await discord.waitForUpdate(answer, (now) => !controlsOf(now).includes('Still stuck'));
    expect(controlsOf(after)).toEqual(['Solved', 'Add the model name', 'Not this']);
    discord.submitModal({ interaction: pressed, values: { model: 'gpt-4o' } });
    await discord.waitForUpdate(card, (now) => fieldOf(now, 'Model') === '`gpt-4o`');
  });

  it('opens one case however often it is pressed', async () => {
    const { discord, alice } = stage;
    const answer = await error({ query: '429', model: 'gpt-4o-once' }).message();
    const press = () =>
      discord.click({ user: alice, message: answer, customId: 'Still stuck' }).acknowledged();
    await Promise.all([press(), press(), press()]);
    await cardOf(answer);
    expect(stage.cards().filter((card) => JSON.stringify(card).includes(answer.id))).toHaveLength(1);
  });
});

describe('Solved', () => {
  it('takes the buttons away and tells staff', async () => {
    const { discord, alice, help } = stage;
    const paste = discord.say({ user: alice, channel: help, content: noChannelFor('solved-1') });
    const reply = await discord.waitForReply(paste);
    const card = await cardOf(paste);
    discord.click({ user: alice, message: reply, customId: 'Solved' });
    const after = await discord.waitForUpdate(reply, (now) => controlsOf(now).length === 0);
    expect(after.content).toBe('Marked as solved.');
    await discord.waitForUpdate(card, (now) => (fieldOf(now, 'State') ?? '').includes('Resolved'));
  });
});

describe('Not this', () => {
  it('offers the runner-ups, and answers with the chosen one', async () => {
    const { discord, alice } = stage;
    const answer = await error({ query: '403' }).message();
    discord.click({ user: alice, message: answer, customId: 'Not this' });
    const asking = await discord.waitForUpdate(answer, (now) => controlsOf(now)[0] === 'Which one fits?');
    discord.select({
      user: alice,
      message: asking,
      customId: selectOf(asking),
      values: ['token-group-disabled'],
    });
    const after = await discord.waitForUpdate(
      answer,
      (now) => embedOf(now).title === '403 · Token group disabled',
    );
    expect(controlsOf(after)).toEqual(['Solved', 'Still stuck', 'Not this']);
  });

  it('sets the answer aside when none of them fits', async () => {
    const { discord, alice } = stage;
    const answer = await error({ query: '403' }).message();
    discord.click({ user: alice, message: answer, customId: 'Not this' });
    const asking = await discord.waitForUpdate(answer, (now) => controlsOf(now)[0] === 'Which one fits?');
    discord.select({ user: alice, message: asking, customId: selectOf(asking), values: ['-'] });
    const after = await discord.waitForUpdate(answer, (now) => controlsOf(now).length === 0);
    expect(embedOf(after)).toMatchObject({
      description: expect.stringContaining('was not the cause') as string,
    });
    expect(embedOf(after).title).toBeUndefined();
  });

  it('sets the answer aside at once when there are no runner-ups', async () => {
    const { discord, alice } = stage;
    const answer = await error({ query: 'entry:tls-certificate' }).message();
    discord.click({ user: alice, message: answer, customId: 'Not this' });
    const after = await discord.waitForUpdate(answer, (now) => controlsOf(now).length === 0);
    expect(embedOf(after).description).toContain('was not the cause');
  });
});

describe('the buttons', () => {
  it('are for the asker and staff; others are told so privately', async () => {
    const { discord, alice, bo, mei, help } = stage;
    const reply = await discord.waitForReply(discord.say({ user: alice, channel: help, content: noChannel }));
    const refusal = await discord.click({ user: bo, message: reply, customId: 'Solved' }).message();
    expect(discord.visibleTo(refusal)).toBe(bo.id);
    expect(refusal.content).toContain('Only the person who asked');
    discord.click({ user: mei, message: reply, customId: 'Solved' });
    await discord.waitForUpdate(reply, (now) => controlsOf(now).length === 0);
  });

  it('of another time are answered politely', async () => {
    const { discord, alice, help } = stage;
    const robot = discord.bot;
    const reply = await discord.waitForReply(discord.say({ user: alice, channel: help, content: noChannel }));
    // The message of a lost database: an id that this one has never given out.
    const row = reply.components?.[0];
    if (row === undefined || !('components' in row)) throw new Error('no buttons');
    Object.assign(row.components[0] ?? {}, { custom_id: 'v1:solved:ZZZZZZZZZZ' });
    Object.assign(row.components[1] ?? {}, { custom_id: 'v0:something-else' });
    const live = discord.message(reply);
    expect(live?.author.id).toBe(robot.id);
    for (const customId of ['v1:solved:ZZZZZZZZZZ', 'v0:something-else']) {
      const refusal = await discord.click({ user: alice, message: reply, customId }).message();
      expect(refusal.content).toContain('from an earlier time');
      expect(discord.visibleTo(refusal)).toBe(alice.id);
    }
  });
});

describe('the desk', () => {
  it('gets the card later when Discord fails, once', async () => {
    const { discord, alice, help, supportDesk } = stage;
    discord.failNext({ method: 'POST', path: `/channels/${supportDesk.id}/messages`, status: 500, times: 2 });
    const paste = discord.say({ user: alice, channel: help, content: noChannelFor('later-1') });
    await discord.waitForReply(paste);
    await cardOf(paste);
    expect(stage.cards().filter((card) => JSON.stringify(card).includes(paste.id))).toHaveLength(1);
  });

  it('gets one card when the first post arrived but its answer was lost', async () => {
    const { discord, alice, help, supportDesk } = stage;
    discord.failNext({
      method: 'POST',
      path: `/channels/${supportDesk.id}/messages`,
      status: 500,
      afterwards: true,
    });
    const paste = discord.say({ user: alice, channel: help, content: noChannelFor('twin-1') });
    const reply = await discord.waitForReply(paste);
    const card = await cardOf(paste);
    discord.click({ user: alice, message: reply, customId: 'Solved' });
    await discord.waitForUpdate(card, (now) => (fieldOf(now, 'State') ?? '').includes('Resolved'));
    expect(stage.cards().filter((one) => JSON.stringify(one).includes(paste.id))).toHaveLength(1);
  });

  it('gets the card when a lost permission comes back', async () => {
    const { discord, alice, help, supportDesk } = stage;
    discord.takeFromBot(supportDesk, PermissionFlagsBits.SendMessages);
    const paste = discord.say({ user: alice, channel: help, content: noChannelFor('lost-1') });
    const reply = await discord.waitForReply(paste);
    expect(fieldOf(reply, 'Support')).toContain('as case');
    await eventually(() =>
      stage.logged.some(
        ({ msg, reason }) => msg === 'cannot be delivered' && String(reason).includes('50013'),
      ),
    ).toBe(true);
    discord.giveBackToBot(supportDesk);
    await cardOf(paste);
  });
});
