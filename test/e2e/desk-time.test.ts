import { afterEach, describe, expect, it } from 'vitest';
import { embedOf, eventually, fieldOf, noChannelFor, setStage, type Stage } from './stage.ts';

const minute = 60_000;
let stage: Stage;
let ahead = 0;

async function set(): Promise<Stage> {
  ahead = 0;
  stage = await setStage({ times: { deliveryMs: 50, agendaMs: 50 }, now: () => Date.now() + ahead });
  return stage;
}
afterEach(async () => {
  const faults = stage.faults();
  await stage.close();
  expect(faults).toEqual([]);
});

async function openCase(model: string) {
  const paste = stage.discord.say({ user: stage.alice, channel: stage.help, content: noChannelFor(model) });
  await stage.discord.waitForReply(paste);
  return stage.cardOf(paste);
}

/** Further messages at the desk besides the cards. */
function words() {
  return stage.cards().filter(({ components }) => (components ?? []).length === 0);
}

describe('an incident that nobody claims', () => {
  it('is pinged once more, next to its card, also when the bot was off at that time', async () => {
    const { discord, staffRole } = await set();
    const card = await openCase('unclaimed');
    await stage.stop();
    ahead = 16 * minute;
    await stage.start();
    await eventually(() => words().length).toBe(1);
    const [again] = words();
    if (again === undefined) throw new Error('no ping');
    expect(again.content).toBe(`<@&${staffRole.id}> nobody has claimed this yet.`);
    expect(again.message_reference?.message_id).toBe(card.id);
    expect(discord.pings(again)).toEqual({ users: [], roles: [staffRole.id], everyone: false });
    ahead = 60 * minute;
    await discord.expectSilence(500);
    expect(words()).toHaveLength(1);
  });

  it('is not pinged when somebody has it in hand', async () => {
    const { discord, mei } = await set();
    const card = await openCase('claimed');
    await discord.click({ user: mei, message: card, customId: 'Claim' }).acknowledged();
    await discord.waitForUpdate(card, (now) => (fieldOf(now, 'State') ?? '').startsWith('Claimed'));
    ahead = 16 * minute;
    await discord.expectSilence(500, ({ channel_id: id }) => id === stage.supportDesk.id);
  });
});

describe('what has been open for more than a day', () => {
  it('stands in one list at the desk, without a ping', async () => {
    const { discord, mei } = await set();
    const card = await openCase('long-open');
    await discord.click({ user: mei, message: card, customId: 'Claim' }).acknowledged();
    await discord.waitForUpdate(card, (now) => (fieldOf(now, 'State') ?? '').startsWith('Claimed'));
    // The list of a day that the bot slept through is still worth having for a while; so is the next one.
    for (let hours = 1; hours <= 49 && words().length === 0; hours += 1) {
      ahead = hours * 60 * minute;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await eventually(() => words().length).toBe(1);
    const [list] = words();
    if (list === undefined) throw new Error('no list');
    expect(embedOf(list).title).toBe('Open for more than a day: 1');
    expect(embedOf(list).description).toContain('`long-open`');
    expect(embedOf(list).description).toContain(`/${card.id})`);
    expect(discord.pings(list)).toEqual({ users: [], roles: [], everyone: false });
  });
});
