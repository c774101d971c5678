import type { APIMessage, APIUser } from 'discord.js';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlsOf, embedOf, eventually, fieldOf, noChannelFor, setStage, type Stage } from './stage.ts';

let stage: Stage;
let models = 0;

beforeAll(async () => {
  stage = await setStage({ times: { deliveryMs: 50 } });
});
afterAll(() => stage.close());

/** A new incident of its own: the paste, its answer and its card. */
async function incident(user: APIUser = stage.alice) {
  const { discord, help } = stage;
  const model = `card-model-${++models}`;
  const paste = discord.say({ user, channel: help, content: noChannelFor(model) });
  const answer = await discord.waitForReply(paste);
  return { model, paste, answer, card: await stage.cardOf(paste) };
}

function press(card: APIMessage, label: string, user: APIUser = stage.mei) {
  return stage.discord.click({ user, message: card, customId: label });
}

function stateOf(card: APIMessage): string {
  return fieldOf(card, 'State') ?? '';
}

function becomes(card: APIMessage, state: string) {
  return stage.discord.waitForUpdate(card, (now) => stateOf(now).startsWith(state));
}

/** What the bot has said under a message besides its answer, oldest first. */
function wordsUnder(paste: { id: string }, answer: { id: string }): APIMessage[] {
  return stage.discord
    .messagesIn(stage.help)
    .filter(({ id, message_reference: to }) => to?.message_id === paste.id && id !== answer.id);
}

/** The id of the incident, as it stands in the ids of the buttons. */
function idOf(card: APIMessage): string {
  const [, id] = /:([A-Z2-9]{10})"/.exec(JSON.stringify(card.components)) ?? [];
  return id ?? '';
}

/** Presses what the card no longer shows, as somebody does whose client still shows the past. */
function pressPast(card: APIMessage, action: string, user: APIUser = stage.mei) {
  const row = stage.discord.message(card)?.components?.[0];
  if (row === undefined || !('components' in row)) throw new Error('no buttons');
  const customId = `v1:${action}:${idOf(card)}`;
  Object.assign(row.components[0] ?? {}, { custom_id: customId });
  return stage.discord.click({ user, message: card, customId });
}

describe('Claim', () => {
  it('shows who is on it, tells the reporter once, and pings nobody else', async () => {
    const { discord, alice, mei } = stage;
    const { paste, answer, card } = await incident();
    await press(card, 'Claim').acknowledged();
    const now = await becomes(card, 'Claimed');
    expect(stateOf(now)).toContain(`<@${mei.id}>`);
    expect(controlsOf(now)).toEqual(['Resolve', 'Reply', 'Open thread', 'Dismiss']);
    await eventually(() => wordsUnder(paste, answer).length).toBe(1);
    const [word] = wordsUnder(paste, answer);
    if (word === undefined) throw new Error('no word');
    expect(word.content).toContain(`<@${mei.id}> of the support team is looking into`);
    expect(discord.pings(word)).toEqual({ users: [alice.id], roles: [], everyone: false });
  });

  it('has one winner among many who press at once; the others are told who', async () => {
    const { discord, guild, staffRole } = stage;
    const { card } = await incident();
    const staff = Array.from({ length: 100 }, (_, index) => {
      const user = discord.createUser({ username: `staff${index}` });
      discord.addMember(guild, user, [staffRole]);
      return user;
    });
    const presses = staff.map((user) => press(card, 'Claim', user));
    await Promise.all(presses.map((one) => one.acknowledged()));
    const refusals = presses.flatMap((one) => one.original() ?? []);
    expect(refusals).toHaveLength(99);
    const now = await becomes(card, 'Claimed');
    const winner = staff.find(({ id }) => stateOf(now).includes(id));
    for (const refusal of refusals) {
      expect(refusal.content).toContain(`<@${winner?.id ?? '?'}> was quicker: Claimed`);
      expect(discord.visibleTo(refusal)).not.toBe(winner?.id);
    }
  });
});

describe('Resolve', () => {
  it('asks for a note, and every reporter gets it once', async () => {
    const { discord, alice, bo, help, mei } = stage;
    const { model, paste, answer, card } = await incident();
    const second = discord.say({ user: bo, channel: help, content: noChannelFor(model) });
    const answer2 = await discord.waitForReply(second);
    await discord.waitForUpdate(card, (now) =>
      (fieldOf(now, 'Reporters') ?? '').includes('people: 2 · reports: 2'),
    );
    const pressed = press(card, 'Resolve');
    await pressed.modal();
    const key = `sk-${'aB3dE6gH9jK2mN5pQ8'.repeat(3)}`;
    discord.submitModal({
      interaction: pressed,
      values: { note: `The channel is back @everyone <@${mei.id}>, my key was ${key}` },
    });
    const now = await becomes(card, 'Resolved');
    expect(controlsOf(now)).toEqual(['Reopen', 'Reply']);
    for (const [report, told, user] of [
      [paste, answer, alice],
      [second, answer2, bo],
    ] as const) {
      await eventually(() => wordsUnder(report, told).length).toBe(1);
      const [word] = wordsUnder(report, told);
      if (word === undefined) throw new Error('no word');
      expect(embedOf(word).description).toContain('The channel is back');
      expect(JSON.stringify(word)).not.toContain(key);
      expect(discord.pings(word)).toEqual({ users: [user.id], roles: [], everyone: false });
    }
    expect(JSON.stringify(now)).not.toContain(key);
  });

  it('needs no note', async () => {
    const { discord } = stage;
    const { paste, answer, card } = await incident();
    const pressed = press(card, 'Resolve');
    await pressed.modal();
    discord.submitModal({ interaction: pressed, values: {} });
    await becomes(card, 'Resolved');
    await eventually(() => wordsUnder(paste, answer).length).toBe(1);
    expect(wordsUnder(paste, answer)[0]?.embeds).toEqual([]);
  });
});

describe('Still stuck, after a resolution', () => {
  it('brings the case back to staff, with a ping, for the reporter only', async () => {
    const { discord, alice, bo, staffRole } = stage;
    const { paste, answer, card } = await incident();
    const pressed = press(card, 'Resolve');
    await pressed.modal();
    discord.submitModal({ interaction: pressed, values: {} });
    await becomes(card, 'Resolved');
    await eventually(() => wordsUnder(paste, answer).length).toBe(1);
    const [word] = wordsUnder(paste, answer);
    if (word === undefined) throw new Error('no word');
    const refused = await discord.click({ user: bo, message: word, customId: 'Still stuck' }).message();
    expect(refused.content).toContain('Only the person who asked');
    const again = discord.click({ user: alice, message: word, customId: 'Still stuck' });
    const told = await again.followUp();
    expect(discord.visibleTo(told)).toBe(alice.id);
    expect(told.content).toContain('The support team has this as case');
    expect(controlsOf(discord.message(word) ?? word)).toEqual([]);
    const newer = await stage.waitForCard(
      (one) => one.id !== card.id && (fieldOf(one, 'First message') ?? '').includes(`/${paste.id}`),
    );
    expect(discord.pings(newer).roles).toEqual([staffRole.id]);
    expect(controlsOf(discord.message(answer) ?? answer)).toEqual(['Solved', 'Not this']);
  });
});

describe('Reply', () => {
  it('goes under the message of the asker and pings only them', async () => {
    const { discord, alice, mei } = stage;
    const { paste, answer, card } = await incident();
    const pressed = press(card, 'Reply');
    expect((await pressed.modal()).components).toHaveLength(1);
    const sent = discord.submitModal({
      interaction: pressed,
      values: { text: 'Which region is it? @everyone' },
    });
    const confirmed = await sent.message();
    expect(discord.visibleTo(confirmed)).toBe(mei.id);
    await eventually(() => wordsUnder(paste, answer).length).toBe(1);
    const [word] = wordsUnder(paste, answer);
    if (word === undefined) throw new Error('no word');
    expect(embedOf(word).description).toContain('Which region is it?');
    expect(embedOf(word).description).not.toContain('@everyone');
    expect(discord.pings(word).users).toEqual([alice.id]);
    expect(stateOf(discord.message(card) ?? card)).toBe('Open');
  });

  it('goes to one of several reporters, or to all of them', async () => {
    const { discord, bo, help } = stage;
    const { model, paste, answer, card } = await incident();
    const second = discord.say({ user: bo, channel: help, content: noChannelFor(model) });
    const answer2 = await discord.waitForReply(second);
    const now = await discord.waitForUpdate(card, (one) =>
      (fieldOf(one, 'Reporters') ?? '').includes('people: 2 ·'),
    );
    const one = press(now, 'Reply');
    const choices = JSON.stringify((await one.modal()).components);
    const [, caseId] = /`(\w{10})`/.exec(fieldOf(answer, 'Support') ?? '') ?? [];
    expect(choices).toContain(`Alice · ${caseId ?? '?'}`);
    discord.submitModal({ interaction: one, values: { text: 'only you', to: [caseId ?? ''] } });
    await eventually(() => wordsUnder(paste, answer).length).toBe(1);
    const all = press(now, 'Reply');
    await all.modal();
    discord.submitModal({ interaction: all, values: { text: 'all of you', to: ['-'] } });
    await eventually(() => wordsUnder(paste, answer).length).toBe(2);
    await eventually(() => wordsUnder(second, answer2).length).toBe(1);
  });

  it('says so when the box was left with nothing but blanks', async () => {
    const { card } = await incident();
    const pressed = press(card, 'Reply');
    await pressed.modal();
    const sent = stage.discord.submitModal({ interaction: pressed, values: { text: '   ' } });
    expect((await sent.message()).content).toContain('That was empty');
  });

  it('after a command goes under the answer', async () => {
    const { discord, alice, help } = stage;
    const options = { query: '503', model: 'reply-to-command' };
    const answer = await discord.slash({ user: alice, channel: help, name: 'error', options }).message();
    const card = await stage.cardOf(answer);
    const pressed = press(card, 'Reply');
    await pressed.modal();
    discord.submitModal({ interaction: pressed, values: { text: 'hello' } });
    const word = await discord.waitForReply(answer);
    expect(discord.pings(word).users).toEqual([alice.id]);
  });
});

describe('Open thread', () => {
  it('makes a thread on the card once; the next press leads to it', async () => {
    const { discord, supportDesk, mei } = stage;
    const { card } = await incident();
    const [first, second] = [press(card, 'Open thread'), press(card, 'Open thread')];
    const said = await Promise.all([first.message(), second.message()]);
    for (const message of said) expect(message.content).toBe(`The thread: <#${card.id}>`);
    const threads = discord.threadsIn(supportDesk).filter(({ id }) => id === card.id);
    expect(threads).toHaveLength(1);
    expect(threads[0]?.thread?.memberIds.has(mei.id)).toBe(true);
    await discord.waitForUpdate(card, (now) => fieldOf(now, 'Thread') === `<#${card.id}>`);
  });

  it('uses the thread that somebody has opened by hand', async () => {
    const { discord, mei } = stage;
    const { card } = await incident();
    discord.startThread({ user: mei, message: card, name: 'mine' });
    expect((await press(card, 'Open thread').message()).content).toBe(`The thread: <#${card.id}>`);
  });

  it('names the permission that is missing', async () => {
    const { discord, supportDesk } = stage;
    const { card } = await incident();
    discord.takeFromBot(supportDesk, PermissionFlagsBits.CreatePublicThreads);
    const said = await press(card, 'Open thread').message();
    expect(said.content).toContain('Create Public Threads');
    discord.giveBackToBot(supportDesk);
  });
});

describe('Dismiss and Reopen', () => {
  it('end a case without a word to the reporter, and bring it back without a ping', async () => {
    const { discord } = stage;
    const { paste, answer, card } = await incident();
    await press(card, 'Dismiss').acknowledged();
    const dismissed = await becomes(card, 'Dismissed');
    await press(dismissed, 'Reopen').acknowledged();
    await becomes(card, 'Open');
    expect(wordsUnder(paste, answer)).toEqual([]);
    const again = await pressPast(card, 'reopen').message();
    expect(again.content).toBe('This is open already.');
    expect(stage.cards().filter((one) => idOf(one) === idOf(card))).toHaveLength(1);
    expect(discord.pings(card).roles).toHaveLength(1);
  });

  it('lead to the newer card when the error has come back meanwhile', async () => {
    const { discord, bo, help } = stage;
    const { model, card } = await incident();
    await press(card, 'Dismiss').acknowledged();
    const dismissed = await becomes(card, 'Dismissed');
    const later = discord.say({ user: bo, channel: help, content: noChannelFor(model) });
    const newer = await stage.cardOf(later);
    expect(newer.id).not.toBe(card.id);
    // The answer of Discord to the post has to be there, too.
    await eventually(() =>
      stage.logged.some(({ msg, incident: id }) => msg === 'delivered' && id === idOf(newer)),
    ).toBe(true);
    expect((await press(dismissed, 'Reopen').message()).content).toContain(`/${newer.id}`);
  });
});

describe('a card', () => {
  it('is for staff, whose permission is asked at the click', async () => {
    const { discord, guild, supportDesk, staffRole } = stage;
    const { card } = await incident();
    const nosy = discord.createUser({ username: 'nosy' });
    discord.addMember(guild, nosy);
    discord.setOverwrite(supportDesk, { for: nosy, allow: PermissionFlagsBits.ViewChannel });
    for (const label of ['Claim', 'Resolve', 'Reply', 'Open thread', 'Dismiss']) {
      const refusal = await press(card, label, nosy).message();
      expect(refusal.content).toBe('Only the support team can use this.');
      expect(discord.visibleTo(refusal)).toBe(nosy.id);
    }
    discord.setMemberRoles(guild, nosy, [staffRole]);
    const pressed = press(card, 'Resolve', nosy);
    await pressed.modal();
    discord.setMemberRoles(guild, nosy, []);
    const late = await discord.submitModal({ interaction: pressed, values: {} }).message();
    expect(late.content).toBe('Only the support team can use this.');
    expect(stateOf(discord.message(card) ?? card)).toBe('Open');
  });

  it('of another time, or with a made-up id, is answered politely', async () => {
    const { discord, mei } = stage;
    const { card } = await incident();
    const row = card.components?.[0];
    if (row === undefined || !('components' in row)) throw new Error('no buttons');
    const forged = [
      'v1:claim:ZZZZZZZZZZ',
      'v1:note:' + idOf(card),
      'v1:explode:' + idOf(card),
      'v1:page:x.0:',
    ];
    for (const [index, customId] of forged.entries()) {
      Object.assign(row.components[index] ?? {}, { custom_id: customId });
      const refusal = await discord.click({ user: mei, message: card, customId }).message();
      expect(refusal.content).toContain('from an earlier time');
      expect(discord.visibleTo(refusal)).toBe(mei.id);
    }
  });

  it('works after a restart, and on a picture of the past', async () => {
    const { discord, guild, staffRole, mei } = stage;
    const { paste, answer, card } = await incident();
    await stage.stop();
    await stage.start();
    await press(card, 'Claim').acknowledged();
    const claimed = await becomes(card, 'Claimed');
    await stage.stop();
    await stage.start();
    const other = discord.createUser({ username: 'other' });
    discord.addMember(guild, other, [staffRole]);
    const late = await pressPast(claimed, 'claim', other).message();
    expect(late.content).toBe(
      `<@${mei.id}> was quicker: Claimed <t:${/<t:(\d+):R>/.exec(stateOf(claimed))?.[1] ?? '?'}:R>.`,
    );
    // Pressing twice is no race that somebody could lose to themselves.
    const twice = await pressPast(claimed, 'claim').acknowledged();
    expect(twice.state).toBe('deferred-update');
    await eventually(() => wordsUnder(paste, answer).length).toBe(1);
  });

  it('that was deleted does not come back, and the case goes on', async () => {
    const { discord, bo, help } = stage;
    const { model, card } = await incident();
    discord.deleteMessage(card);
    const later = discord.say({ user: bo, channel: help, content: noChannelFor(model) });
    const answer = await discord.waitForReply(later);
    expect(fieldOf(answer, 'Support')).toContain('as case');
  });
});

describe('the reporter', () => {
  it('who marks it as solved takes their case out; the incident waits for the others', async () => {
    const { discord, bo, help, alice } = stage;
    const { model, answer, card } = await incident();
    const second = discord.say({ user: bo, channel: help, content: noChannelFor(model) });
    const answer2 = await discord.waitForReply(second);
    discord.click({ user: alice, message: answer, customId: 'Solved' });
    await discord.waitForUpdate(card, (now) => (fieldOf(now, 'Reporters') ?? '').includes('waiting: 1'));
    expect(stateOf(discord.message(card) ?? card)).toBe('Open');
    discord.click({ user: bo, message: answer2, customId: 'Solved' });
    await becomes(card, 'Resolved');
  });

  it('whose message is gone, or whose channel is closed to the bot, holds nothing up', async () => {
    const { discord, alice, help, guild } = stage;
    const closed = discord.createChannel({ guild, name: 'soon-closed' });
    const gone = discord.say({ user: alice, channel: help, content: noChannelFor('holds-up') });
    const shut = discord.say({ user: stage.bo, channel: closed, content: noChannelFor('holds-up') });
    await Promise.all([discord.waitForReply(gone), discord.waitForReply(shut)]);
    const card = await stage.cardOf(gone);
    discord.deleteMessage(gone);
    discord.takeFromBot(closed, PermissionFlagsBits.SendMessages);
    await press(card, 'Claim').acknowledged();
    await becomes(card, 'Claimed');
    await eventually(() =>
      stage.logged.some(
        ({ msg, reason }) => msg === 'cannot be delivered' && String(reason).includes('50013'),
      ),
    ).toBe(true);
    discord.giveBackToBot(closed);
  });
});

it('nothing went wrong on the way', () => {
  expect(stage.faults()).toEqual([]);
});
