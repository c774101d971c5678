import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  controlsOf,
  embedOf,
  eventually,
  fieldOf,
  noChannel,
  noChannelFor,
  setStage,
  type Stage,
} from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage({ times: { deliveryMs: 50 } });
});
afterEach(async () => {
  const faults = stage.faults();
  await stage.close();
  expect(faults).toEqual([]);
});

type Values = Record<string, string | number | boolean | { id: string }>;

function use(name: string, options: Values = {}, user: { id: string } = stage.mei, locale?: string) {
  const channel = user.id === stage.mei.id ? stage.supportDesk : stage.help;
  return stage.discord.slash({ user, channel, name, options, ...(locale && { locale }) });
}

/** The owner manages the server; nobody else here does. */
function setup(options: Values = {}, locale?: string) {
  const { discord, guild, help } = stage;
  const channel = help;
  return discord.slash({ user: guild.ownerId, channel, name: 'setup', options, ...(locale && { locale }) });
}

async function paste(model: string, user = stage.alice) {
  const said = stage.discord.say({ user, channel: stage.help, content: noChannelFor(model) });
  return { said, answer: await stage.discord.waitForReply(said), card: await stage.cardOf(said) };
}

describe('/setup', () => {
  it('shows what holds, and that it is the configuration', async () => {
    const { discord, supportDesk, guild } = stage;
    const shown = await setup().message();
    expect(discord.visibleTo(shown)).toBe(guild.ownerId);
    expect(embedOf(shown).description).toContain('every permission I need');
    expect(fieldOf(shown, 'Support channel')).toBe(`<#${supportDesk.id}> (default)`);
    expect(fieldOf(shown, 'Watched channels')).toContain('every channel I can see');
    expect(fieldOf(shown, 'Keep excerpts for')).toBe('30 days');
    expect(embedOf(await setup({}, 'zh-CN').message()).title).toBe('本服务器的设置');
  });

  it('moves the desk and the role, at once and also after a restart', async () => {
    const { discord, guild } = stage;
    const desk = discord.createChannel({ guild, name: 'new-desk' });
    const role = discord.createRole(guild, { name: 'Helpers', mentionable: true });
    const shown = await setup({ 'support-channel': desk, 'staff-role': role, language: 'zh' }).message();
    expect(fieldOf(shown, 'Support channel')).toBe(`<#${desk.id}>`);
    await stage.stop();
    await stage.start();
    discord.say({ user: stage.alice, channel: stage.help, content: noChannelFor('moved') });
    const card = await discord.waitForMessage(
      ({ channel_id: id, embeds }) => id === desk.id && embeds.length > 0,
    );
    expect(embedOf(card).title).toBe('503 · 模型不可用');
    expect(discord.pings(card).roles).toEqual([role.id]);
    const helper = discord.createUser({ username: 'helper' });
    discord.addMember(guild, helper, [role]);
    await discord.click({ user: helper, message: card, customId: '认领' }).acknowledged();
    await discord.waitForUpdate(card, (now) => (fieldOf(now, '状态') ?? '').includes(helper.id));
  });

  it('names the permissions and channels that are missing', async () => {
    const { discord, guild } = stage;
    const closed = discord.createChannel({ guild, name: 'closed' });
    const role = discord.createRole(guild, { name: 'Silent' });
    discord.takeFromBot(closed, PermissionFlagsBits.EmbedLinks);
    const shown = await setup({ 'support-channel': closed, 'staff-role': role, watch: closed }).message();
    const missing = fieldOf(shown, '⚠️ Something is missing') ?? '';
    expect(missing.split('\n')).toEqual([
      `• In <#${closed.id}> I lack: Embed Links`,
      `• In <#${closed.id}> I lack: Embed Links`,
      `• New cards cannot ping <@&${role.id}>: make the role mentionable`,
    ]);
    discord.deleteChannel(closed);
    expect(fieldOf(await setup().message(), '⚠️ Something is missing')).toContain('does not exist');
  });

  it('watches chosen channels only, and every channel again', async () => {
    const { discord, guild, help, alice } = stage;
    const errors = discord.createChannel({ guild, name: 'errors' });
    await setup({ watch: errors }).message();
    const elsewhere = discord.say({ user: alice, channel: help, content: noChannel });
    await discord.waitForReply(discord.say({ user: alice, channel: errors, content: noChannel }));
    const shown = await setup({ unwatch: errors, 'watch-all': true }).message();
    expect(fieldOf(shown, 'Watched channels')).toBe('every channel I can see');
    await discord.waitForReply(discord.say({ user: alice, channel: help, content: noChannel }));
    expect(
      discord.messagesIn(help).filter((one) => one.message_reference?.message_id === elsewhere.id),
    ).toEqual([]);
  });

  it('makes the bot quiet: it answers only those who ask', async () => {
    const { discord, help, alice } = stage;
    await setup({ quiet: true, 'retention-days': 7 }).message();
    const unasked = discord.say({ user: alice, channel: help, content: noChannel });
    const asked = discord.say({
      user: alice,
      channel: help,
      mention: discord.bot,
      content: noChannelFor('asked'),
    });
    await discord.waitForReply(asked);
    const card = await stage.cardOf(asked);
    expect(discord.pings(card).roles).toHaveLength(1);
    expect(
      discord.messagesIn(help).filter((one) => one.message_reference?.message_id === unasked.id),
    ).toEqual([]);
    await setup({ quiet: false }).message();
    await discord.waitForReply(discord.say({ user: alice, channel: help, content: noChannelFor('again') }));
  });

  it('refuses a staff role that everybody has, and a list of channels without end', async () => {
    const { discord, guild } = stage;
    expect((await setup({ 'staff-role': guild, quiet: true }).message()).content).toContain(
      'cannot be @everyone',
    );
    expect(fieldOf(await setup().message(), 'Quiet (answer only when asked)')).toBe('no');
    for (let index = 0; index < 25; index += 1)
      await setup({ watch: discord.createChannel({ guild, name: `watched-${index}` }) }).message();
    const last = discord.createChannel({ guild, name: 'one-too-many' });
    expect((await setup({ watch: last }).message()).content).toContain('At most 25 channels');
    expect(fieldOf(await setup().message(), 'Watched channels')).not.toContain(last.id);
  });

  it('is for those who manage the server, whatever Discord offers to whom', async () => {
    const { discord, guild, mei } = stage;
    expect(() => use('setup')).toThrow('not offered');
    // A server may offer it to others under Integrations: that alone does not open it.
    const command = [...discord.world.globalCommands.values()].find(({ name }) => name === 'setup');
    if (command === undefined) throw new Error('no command');
    command.default_member_permissions = null;
    const refusal = await use('setup', { quiet: true }).message();
    expect(refusal.content).toContain('Only those who may manage the server');
    expect(discord.visibleTo(refusal)).toBe(mei.id);
    expect(fieldOf(await setup().message(), 'Quiet (answer only when asked)')).toBe('no');
    expect(guild.ownerId).not.toBe(mei.id);
  });
});

describe('/cases', () => {
  it('lists what there is to do, by state and model, page by page', async () => {
    const { discord, mei } = stage;
    expect(embedOf(await use('cases').message()).description).toBe('There is nothing here.');
    for (let index = 0; index < 10; index += 1) await paste(`listed-${index}`);
    const { card } = await paste('listed-x');
    await discord.click({ user: mei, message: card, customId: 'Claim' }).acknowledged();

    const list = await use('cases').message();
    expect(discord.visibleTo(list)).toBe(mei.id);
    expect(embedOf(list).footer?.text).toBe('Page 1 of 2 · 11 in all');
    expect(embedOf(list).description?.split('\n')).toHaveLength(8);
    expect(controlsOf(list)).toEqual(['Older']);
    discord.click({ user: mei, message: list, customId: 'Older' });
    const second = await discord.waitForUpdate(list, (now) =>
      (embedOf(now).footer?.text ?? '').startsWith('Page 2'),
    );
    expect(embedOf(second).description?.split('\n')).toHaveLength(3);
    expect(controlsOf(second)).toEqual(['Newer']);

    const claimed = embedOf(await use('cases', { state: 'claimed' }).message()).description ?? '';
    expect(claimed).toContain('`listed-x`');
    expect(claimed).toContain(`/${card.id})`);
    expect(claimed).toContain(`<@${mei.id}>`);
    const one = embedOf(await use('cases', { model: 'LISTED-3' }, mei, 'zh-CN').message());
    expect(one.title).toBe('工单：待处理与处理中 · `LISTED-3`');
    expect(one.description).toContain('`listed-3`');
  });

  it('shows what could not be delivered', async () => {
    const { discord, supportDesk, alice, help } = stage;
    discord.takeFromBot(supportDesk, PermissionFlagsBits.SendMessages);
    await discord.waitForReply(discord.say({ user: alice, channel: help, content: noChannelFor('unheard') }));
    await eventually(() => stage.logged.some(({ msg }) => msg === 'cannot be delivered')).toBe(true);
    const list = await use('cases').message();
    expect(fieldOf(list, 'Could not be delivered')).toMatch(
      /Card: Discord 403, code 50013: Missing Permissions/,
    );
    expect(embedOf(list).description).toContain('(no card)');
    discord.giveBackToBot(supportDesk);
    await stage.waitForCard();
    await eventually(() => stage.logged.some(({ msg }) => msg === 'delivered')).toBe(true);
    expect(fieldOf(await use('cases').message(), 'Could not be delivered')).toBeUndefined();
  });

  it('is for staff, also when a page is turned', async () => {
    const { discord, alice, guild, mei } = stage;
    const refusal = await use('cases', {}, alice).message();
    expect(refusal.content).toBe('Only the support team can use this.');
    expect(discord.visibleTo(refusal)).toBe(alice.id);
    for (let index = 0; index < 9; index += 1) await paste(`turned-${index}`);
    const list = await use('cases').message();
    discord.setOverwrite(stage.supportDesk, { for: mei, allow: PermissionFlagsBits.ViewChannel });
    discord.setMemberRoles(guild, mei, []);
    const late = await discord.click({ user: mei, message: list, customId: 'Older' }).message();
    expect(late.content).toBe('Only the support team can use this.');
  });
});

describe('/incident', () => {
  it('puts a word into every answer to the error, without a ping, until it ends', async () => {
    const { discord, help, bo, mei } = stage;
    const error = 'entry:model-unavailable';
    const rows = await discord.autocomplete({
      user: mei,
      channel: stage.supportDesk,
      name: 'incident start',
      options: { error: 'model unavail' },
      focused: 'error',
    });
    expect(rows.map(({ value }) => value)).toContain(error);
    const said = await use('incident start', {
      error,
      text: 'We are on it, back by noon @everyone',
    }).message();
    expect(discord.visibleTo(said)).toBe(mei.id);
    const known = await stage.waitForCard();
    expect(discord.pings(known).roles).toEqual([]);
    expect(embedOf(known).description).toContain('We are on it');

    const first = await paste('known-1');
    expect(first.answer.content).toContain('The support team knows about this');
    expect(first.answer.content).toContain('back by noon');
    expect(discord.pings(first.answer)).toEqual({ users: [], roles: [], everyone: false });
    expect(discord.pings(first.card).roles).toEqual([]);
    const slash = discord.slash({
      user: bo,
      channel: help,
      name: 'error',
      options: { query: '503' },
      locale: 'zh-CN',
    });
    expect((await slash.message()).content).toContain('客服已知晓此问题');

    await use('incident end', { error }).message();
    const after = await paste('known-2');
    expect(after.answer.content).toBe('');
    const again = await use('incident end', { error }).message();
    expect(again.content).toContain('No notice stands');
  });

  it('may be about one model only', async () => {
    const { discord } = stage;
    const error = 'entry:model-unavailable';
    await use('incident start', { error, text: 'This one is off', model: 'gpt-off' }).message();
    const card = await stage.waitForCard();
    expect(fieldOf(card, 'Model')).toBe('`gpt-off`');
    expect((await paste('gpt-on')).answer.content).toBe('');
    const off = discord.say({ user: stage.bo, channel: stage.help, content: noChannelFor('gpt-off') });
    expect((await discord.waitForReply(off)).content).toContain('This one is off');
    await discord.waitForUpdate(card, (now) => (fieldOf(now, 'Reporters') ?? '').includes('people: 1 ·'));
    expect(stage.cards().filter((one) => discord.pings(one).roles.length > 0)).toHaveLength(1);
  });

  it('is for staff, and about an error that exists', async () => {
    const { alice } = stage;
    const refused = await use('incident start', { error: 'x', text: 'ha' }, alice).message();
    expect(refused.content).toBe('Only the support team can use this.');
    const unknown = await use('incident start', { error: 'no such thing', text: 'ha' }).message();
    expect(unknown.content).toContain('do not know that error');
    expect(stage.cards()).toEqual([]);
  });
});

describe('/case', () => {
  it('shows one\u2019s own open cases to oneself', async () => {
    const { discord, alice, bo } = stage;
    const { said, answer, card } = await paste('mine');
    const [, caseId = '?'] = /`(\w{10})`/.exec(fieldOf(answer, 'Support') ?? '') ?? [];
    const mine = await use('case', {}, alice).message();
    expect(discord.visibleTo(mine)).toBe(alice.id);
    expect(mine.content).toContain(`\`${caseId}\` **503 · Model unavailable** · Open`);
    expect(mine.content).toContain(`/${said.id}`);
    expect((await use('case', {}, bo).message()).content).toBe('You have no open case.');
    await discord.click({ user: stage.mei, message: card, customId: 'Claim' }).acknowledged();
    await eventually(async () => (await use('case', {}, alice, 'zh-CN').message()).content).toContain(
      '处理中',
    );
    discord.click({ user: alice, message: answer, customId: 'Solved' });
    await discord.waitForUpdate(answer, (now) => controlsOf(now).length === 0);
    expect((await use('case', {}, alice).message()).content).toBe('You have no open case.');
    const direct = await discord.slash({ user: alice, name: 'case' }).message();
    expect(direct.content).toBe('You have no open case.');
  });
});

describe('/forget', () => {
  it('removes what was kept of oneself', async () => {
    const { discord, alice } = stage;
    const { card } = await paste('forgotten');
    const done = await use('forget', {}, alice).message();
    expect(done.content).toBe('Forgotten: everything I kept of you (reports: 1).');
    expect(discord.visibleTo(done)).toBe(alice.id);
    await discord.waitForUpdate(card, (now) => !JSON.stringify(now.embeds).includes(alice.id));
    expect((await use('case', {}, alice).message()).content).toBe('You have no open case.');
  });

  it('removes what was kept of somebody else, for staff only', async () => {
    const { alice, bo } = stage;
    const { card } = await paste('theirs');
    const refused = await use('forget', { user: alice }, bo).message();
    expect(refused.content).toContain('Only the support team');
    const done = await use('forget', { user: alice }).message();
    expect(done.content).toContain(`of <@${alice.id}> (reports: 1)`);
    await stage.discord.waitForUpdate(card, (now) => !JSON.stringify(now.embeds).includes(alice.id));
  });
});
