import type { APIUser } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { usualLimits } from '../../src/escalation/limits.ts';
import type { EmbeddedDiscordOptions } from '../../src/playground/embedded-discord.ts';
import { embedOf, eventually, fieldOf, noChannel, noChannelFor, setStage, type Stage } from './stage.ts';

let stage: Stage;
afterEach(() => stage.close());

/** How many people report the same error at once. Set FLOOD=500 for the whole of it. */
const people = Number(process.env.FLOOD ?? 60);
/** Discord's own limits in shape, in a fifth of its time: what is waited for is the same, only sooner. */
const limits: EmbeddedDiscordOptions['rateLimits'] = {
  global: { requests: 50, perMs: 1000 },
  route: { requests: 30, perMs: 1000 },
  messages: { requests: 25, perMs: 1000 },
};

function crowd(size: number): APIUser[] {
  const { discord, guild } = stage;
  return Array.from({ length: size }, (_, index) => {
    const user = discord.createUser({ username: `user${index}` });
    discord.addMember(guild, user);
    return user;
  });
}

function answersIn(channel: { id: string }) {
  return stage.discord.messagesIn(channel).filter(({ author }) => author.id === stage.discord.bot.id);
}

describe('the same 503 from many people within a moment', () => {
  it(
    'makes one card with one ping and a live count, and each gets an answer',
    { timeout: 180_000 },
    async () => {
      stage = await setStage({ discord: { rateLimits: limits }, limits: usualLimits });
      const { discord, help, supportDesk, staffRole } = stage;
      const users = crowd(people);
      for (const [index, user] of users.entries()) {
        discord.say({ user, channel: help, content: noChannel });
        // In waves, so that there is a card to be edited while more come in.
        if (index % Math.ceil(people / 5) === 0) await new Promise((resolve) => setTimeout(resolve, 200));
      }
      await expect.poll(() => answersIn(help).length, { timeout: 150_000, interval: 200 }).toBe(people);
      const replied = new Set(answersIn(help).map(({ message_reference: to }) => to?.message_id));
      expect(replied.size).toBe(people);

      const card = await stage.waitForCard();
      const all = `people: ${people} · reports: ${people}`;
      await discord.waitForUpdate(card, (now) => (fieldOf(now, 'Reporters') ?? '').includes(all), 30_000);
      expect(stage.cards()).toHaveLength(1);
      expect(discord.pings(card).roles).toEqual([staffRole.id]);
      const edits = discord.requests.filter(
        ({ method, path }) => method === 'PATCH' && path.startsWith(`/channels/${supportDesk.id}/`),
      );
      expect(edits.length).toBeGreaterThan(0);
      expect(edits.length).toBeLessThan(people / 2);
      // Discord shuts out an address that runs into its limits again and again: 10,000 in ten minutes.
      const refused = discord.requests.filter(({ status }) => status === 429);
      expect(refused.length).toBeLessThan(people / 2);
      expect(stage.faults()).toEqual([]);
    },
  );

  it('reaches everybody when it is resolved, once, whatever the limits', { timeout: 180_000 }, async () => {
    stage = await setStage({ discord: { rateLimits: limits }, times: { deliveryMs: 100 } });
    const { discord, help, mei } = stage;
    const users = crowd(Math.min(people, 30));
    const pastes = users.map((user) => discord.say({ user, channel: help, content: noChannel }));
    await expect.poll(() => answersIn(help).length, { timeout: 60_000 }).toBe(users.length);
    const card = await stage.waitForCard();
    const pressed = discord.click({ user: mei, message: card, customId: 'Resolve' });
    await pressed.modal();
    discord.submitModal({ interaction: pressed, values: { note: 'It is back.' } });
    await expect.poll(() => answersIn(help).length, { timeout: 120_000 }).toBe(2 * users.length);
    for (const [index, paste] of pastes.entries()) {
      const words = answersIn(help).filter(({ message_reference: to }) => to?.message_id === paste.id);
      expect(words).toHaveLength(2);
      const told = words.filter((word) => discord.pings(word).users.length > 0);
      expect(told.map((word) => discord.pings(word).users)).toEqual([[users[index]?.id]]);
    }
  });
});

describe('one person who pastes many things', () => {
  it('is answered within limits, told once, and everything is recorded and grouped', async () => {
    stage = await setStage({ limits: usualLimits, times: { deliveryMs: 50 } });
    const { discord, alice, bo, help } = stage;
    const most = usualLimits.user.most;
    const pastes = Array.from({ length: 50 }, () =>
      discord.say({ user: alice, channel: help, content: noChannel }),
    );
    const card = await stage.waitForCard();
    await discord.waitForUpdate(card, (now) =>
      (fieldOf(now, 'Reporters') ?? '').includes('people: 1 · reports: 50'),
    );
    await eventually(() => stage.logged.filter(({ msg }) => msg === 'answer held back').length).toBe(
      50 - most,
    );
    await eventually(() => answersIn(help).length).toBe(most + 1);
    const said = answersIn(help);
    const told = said
      .map((message) => embedOf(message).description ?? '')
      .filter((text) => text.includes('a lot at once'));
    expect(told).toEqual([expect.stringContaining('The support team gets them, too')]);
    expect(stage.cards()).toHaveLength(1);
    for (const { id } of pastes) expect(stage.claims(id)).toBe(1);

    // Others are not held back, and a command is always answered.
    await discord.waitForReply(discord.say({ user: bo, channel: help, content: noChannelFor('another') }));
    const slash = discord.slash({ user: alice, channel: help, name: 'error', options: { query: '404' } });
    expect(embedOf(await slash.message()).title).toMatch(/^404/);
    expect(stage.faults()).toEqual([]);
  });
});
