import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import {
  controlsOf,
  eventually,
  fieldOf,
  noChannelFor,
  setStage,
  type Stage,
  type StageOptions,
} from './stage.ts';

let stage: Stage;

async function set(options: StageOptions = {}): Promise<Stage> {
  stage = await setStage({ times: { deliveryMs: 50 }, ...options });
  return stage;
}
afterEach(async () => {
  const faults = stage.faults();
  await stage.close();
  expect(faults).toEqual([]);
});

function paste(model: string) {
  return stage.discord.say({ user: stage.alice, channel: stage.help, content: noChannelFor(model) });
}

/** The reasons of what was given up. */
function givenUp(): string[] {
  return stage.logged.filter(({ msg }) => msg === 'cannot be delivered').map(({ reason }) => String(reason));
}

describe('a rate limit', () => {
  it('is waited for by the card alone, exactly as long as Discord says', async () => {
    const { discord, supportDesk } = await set();
    discord.failNext({
      method: 'POST',
      path: `/channels/${supportDesk.id}/messages`,
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 2, global: false },
      headers: { 'retry-after': '2', 'x-ratelimit-scope': 'user' },
    });
    const before = Date.now();
    const said = paste('limited');
    await discord.waitForReply(said);
    expect(Date.now() - before).toBeLessThan(1500);
    await stage.cardOf(said);
    expect(Date.now() - before).toBeGreaterThan(1900);
    const posts = discord.requests.filter(
      ({ method, path }) => method === 'POST' && path === `/channels/${supportDesk.id}/messages`,
    );
    expect(posts).toHaveLength(2);
  });
});

describe('what arrived although nobody heard of it', () => {
  it('is found again when Discord has forgotten the nonce: no card and no word comes twice', async () => {
    let ahead = 0;
    const { discord, help, mei, supportDesk } = await set({ discord: { now: () => Date.now() + ahead } });
    discord.failNext({
      method: 'POST',
      path: `/channels/${supportDesk.id}/messages`,
      status: 500,
      afterwards: true,
    });
    const said = paste('forgotten-nonce');
    await discord.waitForReply(said);
    await eventually(() => stage.cards().length).toBe(1);
    ahead = 10 * 60_000;
    await eventually(() => stage.logged.some(({ msg }) => msg === 'delivered')).toBe(true);

    const [card] = stage.cards();
    if (card === undefined) throw new Error('no card');
    discord.failNext({
      method: 'POST',
      path: `/channels/${help.id}/messages`,
      status: 502,
      afterwards: true,
    });
    await discord.click({ user: mei, message: card, customId: 'Claim' }).acknowledged();
    await eventually(() =>
      stage.logged.some(({ msg, kind }) => msg === 'not delivered yet' && kind === 'notice'),
    ).toBe(true);
    ahead = 20 * 60_000;
    await eventually(() =>
      stage.logged.some(({ msg, kind }) => msg === 'delivered' && kind === 'notice'),
    ).toBe(true);
    expect(stage.cards()).toHaveLength(1);
    const words = discord.messagesIn(help).filter(({ message_reference: to }) => to?.message_id === said.id);
    expect(words).toHaveLength(2);
  });
});

describe('a refusal for good', () => {
  it('settles the row: a support channel that is gone (10003), and the next one gets the card', async () => {
    const { discord, guild, supportDesk, help } = await set();
    discord.deleteChannel(supportDesk);
    await discord.waitForReply(paste('no-desk'));
    await eventually(givenUp).toEqual(['Discord 404, code 10003: Unknown Channel']);
    const desk = discord.createChannel({ guild, name: 'desk-2' });
    const options = { 'support-channel': desk };
    await discord.slash({ user: guild.ownerId, channel: help, name: 'setup', options }).message();
    const card = await discord.waitForMessage(({ channel_id: id }) => id === desk.id);
    expect(controlsOf(card)).toContain('Claim');
  });

  it('settles the row: a channel that the bot no longer sees (50001), until it does', async () => {
    const { discord, supportDesk } = await set();
    discord.takeFromBot(supportDesk, PermissionFlagsBits.ViewChannel);
    const said = paste('hidden-desk');
    await discord.waitForReply(said);
    await eventually(givenUp).toEqual(['Discord 403, code 50001: Missing Access']);
    discord.giveBackToBot(supportDesk);
    await stage.cardOf(said);
  });

  it('settles the row: closed direct messages (50007)', async () => {
    const { discord, alice, mei } = await set();
    const said = discord.say({ user: alice, content: noChannelFor('direct') });
    await discord.waitForReply(said);
    const card = await stage.waitForCard();
    expect(fieldOf(card, 'First message')).toBe('Direct message');
    discord.setPerson(alice, { dmsClosed: true });
    await discord.click({ user: mei, message: card, customId: 'Claim' }).acknowledged();
    await eventually(givenUp).toEqual(['Discord 403, code 50007: Cannot send messages to this user']);
    await discord.waitForUpdate(card, (now) => (fieldOf(now, 'State') ?? '').startsWith('Claimed'));
  });
});

describe('an outage of Discord', () => {
  it('of the desk leaves the users their answers, and staff their card afterwards', async () => {
    const { discord, supportDesk } = await set();
    const desk = `/channels/${supportDesk.id}/messages`;
    discord.failNext({ method: 'POST', path: desk, cut: true });
    discord.failNext({ method: 'POST', path: desk, status: 502 });
    const said = paste('outage');
    await discord.waitForReply(said);
    await stage.stop();
    await stage.start();
    await eventually(() => stage.cards().length).toBe(1);
  });
});
