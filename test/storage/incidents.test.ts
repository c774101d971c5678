import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { facts, origin } from './temporary.ts';

const guildId = '900000000000000001';

describe.each(databases)('incidents on %s', (_name, create) => {
  let desk: TestDesk;

  beforeEach(async () => {
    desk = await openDesk(create);
  });
  afterEach(() => desk.close());

  const page = (state: 'unfinished' | 'all' | 'merged' = 'unfinished') =>
    desk.incidents.list({ guildId, state, most: 10, skip: 0 });

  describe('a report with a case', () => {
    it('has one case, however often and from where it is recorded', async () => {
      const { id } = await desk.claimed();
      const recorded = await Promise.all([
        desk.reports.record(id, facts, 'policy'),
        desk.reports.record(id, facts, 'asker'),
        desk.reports.record(id, facts, 'policy'),
      ]);
      expect(new Set(recorded.map(({ caseId }) => caseId)).size).toBe(1);
      const [one] = (await page()).incidents;
      expect(one).toMatchObject({ count: 1, state: 'open', entryId: facts.entryId, model: null, guildId });
      expect(await desk.delivered()).toEqual(['card open']);
    });

    it('joins the incident of the same cause and model; others open their own', async () => {
      const first = await desk.opened('ann', { model: 'gpt-4o' });
      const same = await desk.opened('bob', { model: ' GPT-4o ' });
      const otherModel = await desk.opened('bob', { model: 'gpt-5' });
      const nameless = await desk.opened('bob');
      const otherCause = await desk.opened('bob', { model: 'gpt-4o', entryId: 'overloaded' });
      const otherServer = await desk.opened('bob', { model: 'gpt-4o' }, 'policy', { guildId: null });
      expect(same.incidentId).toBe(first.incidentId);
      const ids = [first, otherModel, nameless, otherCause, otherServer].map(({ incidentId }) => incidentId);
      expect(new Set(ids).size).toBe(5);
      expect((await desk.incidents.find(first.incidentId))?.count).toBe(2);
    });

    it('stays alone when nobody knows the cause', async () => {
      const one = await desk.opened('ann', { entryId: null, model: 'gpt-4o' }, 'asker');
      const two = await desk.opened('bob', { entryId: null, model: 'gpt-4o' }, 'asker');
      expect(one.incidentId).not.toBe(two.incidentId);
    });

    it('opens one incident when a hundred come at once, and none is lost', async () => {
      const other = await desk.open();
      const reports = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          desk.claimed(`flood ${index}`, { reporterId: `user ${index % 60}` }),
        ),
      );
      await Promise.all(
        reports.map(({ id }, index) => (index % 2 ? desk : other).reports.record(id, facts, 'policy')),
      );
      const { incidents, total } = await page('all');
      expect(total).toBe(1);
      const file = await desk.incidents.file(incidents[0]?.id ?? '');
      expect(file).toMatchObject({ incident: { count: 100 }, reporterCount: 60, waiting: 100 });
      expect(file?.recent).toHaveLength(5);
      expect(file?.reporters).toHaveLength(10);
      expect(await desk.delivered()).toEqual(['card open']);
      await other.close();
    });
  });

  describe('what becomes known later', () => {
    it('renames an incident of one', async () => {
      const { report, incidentId } = await desk.opened('ann');
      await desk.reports.record(report.id, { ...facts, model: 'gpt-4o' }, null);
      expect(await page()).toMatchObject({ total: 1, incidents: [{ id: incidentId, model: 'gpt-4o' }] });
    });

    it('takes the case over to the open incident of that model; the empty one is merged', async () => {
      const there = await desk.opened('ann', { model: 'gpt-4o' });
      const { report, incidentId } = await desk.opened('bob');
      const { caseId } = await desk.reports.record(report.id, { ...facts, model: 'gpt-4o' }, null);
      expect((await desk.cases.find(caseId ?? ''))?.case.incidentId).toBe(there.incidentId);
      expect(await page()).toMatchObject({ total: 1, incidents: [{ id: there.incidentId, count: 2 }] });
      expect(await desk.incidents.find(incidentId)).toMatchObject({
        state: 'merged',
        mergedInto: there.incidentId,
        count: 0,
      });
      expect(await desk.incidents.claim(incidentId, 'staff')).toMatchObject({ kind: 'lost' });
      expect((await desk.delivered()).sort()).toEqual(['card merged', 'card open']);
    });

    it('splits a case off an incident of many, without a second ping', async () => {
      const { incidentId } = await desk.opened('ann');
      const { report } = await desk.opened('bob');
      await desk.reports.record(report.id, { ...facts, model: 'gpt-4o' }, null);
      expect(await desk.incidents.find(incidentId)).toMatchObject({ count: 1, state: 'open' });
      const rows = await desk.outbox.take(10);
      const contents = await Promise.all(rows.map((row) => desk.outbox.read(row)));
      expect(contents.map((content) => content?.kind === 'card' && content.ping)).toEqual([true, false]);
    });

    it('survives two incidents that change places at the same moment', async () => {
      const a = await desk.opened('ann', { model: 'a' });
      const b = await desk.opened('bob', { model: 'b' });
      await Promise.all([
        desk.reports.record(a.report.id, { ...facts, model: 'b' }, null),
        desk.reports.record(b.report.id, { ...facts, model: 'a' }, null),
      ]);
      const { incidents } = await page();
      const counted = incidents.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(2);
    });
  });

  describe('a move', () => {
    it('is made by one of a hundred; the others are told who', async () => {
      const { incidentId } = await desk.opened('ann');
      const other = await desk.open();
      const claims = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          (index % 2 ? desk : other).incidents.claim(incidentId, `staff ${index}`),
        ),
      );
      const winners = claims.flatMap((claim) => (claim.kind === 'done' ? [claim.incident.claimedBy] : []));
      expect(winners).toHaveLength(1);
      const losers = claims.flatMap((claim) => (claim.kind === 'lost' ? [claim.incident.claimedBy] : []));
      expect(losers).toEqual(Array.from({ length: 99 }, () => winners[0]));
      const kinds = (await desk.events.ofIncident(incidentId)).map(({ kind }) => kind);
      expect(kinds).toEqual(['opened', 'claimed']);
      await other.close();
    });

    it('of an incident that never was is gone', async () => {
      const moves = desk.incidents;
      const all = [
        moves.claim('NOSUCHTHNG', 's'),
        moves.resolve('NOSUCHTHNG', 's', null),
        moves.dismiss('NOSUCHTHNG', 's'),
        moves.reopen('NOSUCHTHNG', 's'),
        moves.reply('NOSUCHTHNG', 's', 'x', '1'),
        moves.threadOpened('NOSUCHTHNG', 's', '1'),
        moves.unknow('NOSUCHTHNG', 's'),
      ];
      for (const moved of await Promise.all(all)) expect(moved).toEqual({ kind: 'gone' });
    });

    it('tells everybody who waits once: claimed, replied, resolved', async () => {
      const { incidentId } = await desk.opened('ann');
      await desk.opened('ann');
      await desk.opened('bob');
      await desk.incidents.claim(incidentId, 'mei');
      await desk.opened('cid');
      await desk.opened('cid');
      await desk.incidents.reply(incidentId, 'mei', 'which group?', 'interaction 1');
      await desk.incidents.reply(incidentId, 'mei', 'which group?', 'interaction 1');
      await desk.incidents.resolve(incidentId, 'tom', 'fixed');
      await desk.incidents.resolve(incidentId, 'tom', 'fixed');
      expect((await desk.delivered()).filter((what) => what.includes(' to ')).sort()).toEqual([
        'claimed to ann by mei',
        'claimed to bob by mei',
        'claimed to cid by mei',
        'replied to ann by mei: which group?',
        'replied to bob by mei: which group?',
        'replied to cid by mei: which group?',
        'resolved to ann by tom: fixed',
        'resolved to bob by tom: fixed',
        'resolved to cid by tom: fixed',
      ]);
      expect(await desk.cases.openOf('ann', null, 10)).toEqual([]);
    });

    it('can reply to one, and still after the end to those who were in it', async () => {
      const { incidentId, case: one } = await desk.opened('ann');
      await desk.opened('bob');
      await desk.incidents.reply(incidentId, 'mei', 'you?', '1', one.id);
      await desk.incidents.resolve(incidentId, 'mei', null);
      await desk.incidents.reply(incidentId, 'mei', 'all', '2');
      expect((await desk.delivered()).filter((what) => what.startsWith('replied')).sort()).toEqual([
        'replied to ann by mei: all',
        'replied to ann by mei: you?',
        'replied to bob by mei: all',
      ]);
    });

    it('of dismissing tells nobody', async () => {
      const { incidentId } = await desk.opened('ann');
      await desk.incidents.dismiss(incidentId, 'mei');
      expect(await desk.delivered()).toEqual(['card dismissed']);
      expect(await desk.incidents.resolve(incidentId, 'tom', null)).toMatchObject({
        kind: 'lost',
        incident: { state: 'dismissed', closedBy: 'mei' },
      });
    });

    it('of reopening brings the cases back, and they are told again', async () => {
      const { incidentId } = await desk.opened('ann');
      const solved = await desk.opened('bob');
      await desk.reports.settle(solved.report.id, 'solved');
      desk.clock.now += 1;
      await desk.incidents.resolve(incidentId, 'mei', 'done');
      await desk.delivered();
      expect(await desk.incidents.reopen(incidentId, 'mei')).toMatchObject({
        kind: 'done',
        incident: { state: 'open', claimedBy: null, closedBy: null, note: null, reopened: 1 },
      });
      expect((await desk.incidents.file(incidentId))?.waiting).toBe(1);
      expect(await desk.incidents.reopen(incidentId, 'tom')).toMatchObject({ kind: 'lost' });
      await desk.incidents.resolve(incidentId, 'mei', 'really');
      expect(await desk.delivered()).toEqual(['card resolved', 'resolved to ann by mei: really']);
    });

    it('of reopening leaves what has turned out to be something else to its own incident', async () => {
      const { incidentId, report } = await desk.opened('ann', { model: 'a' });
      await desk.opened('bob', { model: 'a' });
      await desk.incidents.resolve(incidentId, 'mei', null);
      await desk.reports.record(report.id, { ...facts, model: 'b' }, null);
      await desk.incidents.reopen(incidentId, 'mei');
      const { incidents } = await page();
      expect(incidents.map(({ model, count }) => [model, count]).sort()).toEqual([
        ['a', 1],
        ['b', 1],
      ]);
    });

    it('of reopening is lost to an incident that has opened since', async () => {
      const { incidentId } = await desk.opened('ann');
      await desk.incidents.resolve(incidentId, 'mei', null);
      const next = await desk.opened('bob');
      expect(next.incidentId).not.toBe(incidentId);
      expect(await desk.incidents.reopen(incidentId, 'mei')).toMatchObject({
        kind: 'lost',
        incident: { id: next.incidentId, state: 'open' },
      });
    });

    it('of opening a thread is made once', async () => {
      const { incidentId } = await desk.opened('ann');
      await desk.incidents.threadOpened(incidentId, 'mei', '77');
      expect(await desk.incidents.threadOpened(incidentId, 'tom', '88')).toMatchObject({
        kind: 'lost',
        incident: { threadId: '77' },
      });
    });

    it('leaves no case waiting when people report and staff resolve at the same time', async () => {
      const other = await desk.open();
      for (let round = 0; round < 10; round++) {
        const { incidentId } = await desk.opened(`first ${round}`, { model: `m${round}` });
        const [resolved, late] = await Promise.all([
          other.incidents.resolve(incidentId, 'mei', null),
          desk.opened(`second ${round}`, { model: `m${round}` }),
        ]);
        expect(resolved.kind).toBe('done');
        const end = await desk.cases.find(late.case.id);
        // In time: resolved with the others. Too late: an incident of its own.
        expect(end?.case.state).toBe(end?.case.incidentId === incidentId ? 'resolved' : 'open');
        expect((await desk.incidents.file(incidentId))?.waiting).toBe(0);
      }
      await other.close();
    });
  });

  describe('Solved, said by a reporter', () => {
    it('ends their case alone, and the incident with the last one', async () => {
      const ann = await desk.opened('ann');
      const bob = await desk.opened('bob');
      await desk.reports.settle(ann.report.id, 'solved');
      expect(await desk.incidents.find(ann.incidentId)).toMatchObject({ state: 'open' });
      expect(await desk.cases.find(ann.case.id)).toMatchObject({
        case: { state: 'resolved', closedBy: 'ann' },
      });
      await desk.reports.settle(bob.report.id, 'solved', 'mei');
      expect(await desk.incidents.find(ann.incidentId)).toMatchObject({ state: 'resolved', closedBy: 'mei' });
      expect(await desk.delivered()).toEqual(['card resolved']);
    });

    it('does not end what was dismissed as an answer or whose message is gone: staff still look into it', async () => {
      const { report, incidentId } = await desk.opened('ann');
      await desk.reports.settle(report.id, 'gone');
      expect(await desk.incidents.find(incidentId)).toMatchObject({ state: 'open' });
    });

    it('can be taken back with Still stuck', async () => {
      const { report, incidentId } = await desk.opened('ann');
      await desk.incidents.resolve(incidentId, 'mei', null);
      await desk.reports.record(report.id, facts, 'policy');
      expect(await page()).toMatchObject({ total: 0 });
      await desk.reports.record(report.id, facts, 'asker');
      expect(await page()).toMatchObject({ total: 1, incidents: [{ count: 1, state: 'open' }] });
      expect(await desk.cases.openOf('ann', guildId, 10)).toHaveLength(1);
    });
  });

  describe('"we know about this"', () => {
    const known = { guildId, entryId: 'model-unavailable' };

    it('opens an incident without a ping, and is carried by answers until it is taken off', async () => {
      const incident = await desk.incidents.know({ ...known, model: null }, 'mei', 'upstream is down');
      expect(incident).toMatchObject({ count: 0, state: 'open', notice: { text: 'upstream is down' } });
      expect(await desk.incidents.noticeFor(guildId, 'model-unavailable', 'gpt-4o')).toMatchObject({
        by: 'mei',
      });
      expect(await desk.incidents.noticeFor(guildId, 'overloaded', 'gpt-4o')).toBeNull();
      expect(await desk.incidents.noticeFor(null, 'model-unavailable', 'gpt-4o')).toBeNull();
      await desk.opened('ann', { model: 'gpt-4o' });
      const rows = await desk.outbox.take(10);
      const contents = await Promise.all(rows.map((row) => desk.outbox.read(row)));
      expect(contents).toMatchObject([{ ping: false }, { ping: false }]);
      await desk.incidents.unknow(incident.id, 'tom');
      expect(await desk.incidents.find(incident.id)).toMatchObject({ state: 'resolved', closedBy: 'tom' });
      expect(await desk.incidents.noticeFor(guildId, 'model-unavailable', 'gpt-4o')).toBeNull();
      expect(await desk.incidents.unknow(incident.id, 'tom')).toMatchObject({ kind: 'lost' });
    });

    it('is that of the model when there is one', async () => {
      await desk.incidents.know({ ...known, model: null }, 'mei', 'all');
      await desk.incidents.know({ ...known, model: 'gpt-4o' }, 'mei', 'this one');
      const textFor = async (model: string | null) =>
        (await desk.incidents.noticeFor(guildId, 'model-unavailable', model))?.text;
      expect(await textFor('GPT-4o')).toBe('this one');
      expect(await textFor('gpt-5')).toBe('all');
      expect(await textFor(null)).toBe('all');
    });

    it('goes onto the incident that is already open, and keeps it open', async () => {
      const { report, incidentId } = await desk.opened('ann');
      const incident = await desk.incidents.know({ ...known, model: null }, 'mei', 'yes');
      expect(incident).toMatchObject({ id: incidentId, count: 1 });
      await desk.reports.settle(report.id, 'solved');
      expect(await desk.incidents.find(incidentId)).toMatchObject({ state: 'open' });
    });
  });

  describe('lists', () => {
    it('come in pages, by state and model', async () => {
      for (let index = 0; index < 5; index++) {
        desk.clock.now += 1;
        await desk.opened('ann', { model: `m${index}` });
      }
      const all = { guildId, state: 'unfinished', most: 2 } as const;
      const second = await desk.incidents.list({ ...all, skip: 2 });
      expect(second.total).toBe(5);
      expect(second.incidents.map(({ model }) => model)).toEqual(['m2', 'm1']);
      expect(await desk.incidents.list({ ...all, skip: 0, model: 'M3' })).toMatchObject({ total: 1 });
      expect(await desk.incidents.list({ ...all, skip: 0, state: 'resolved' })).toMatchObject({ total: 0 });
      expect(await desk.incidents.list({ ...all, skip: 0, guildId: null })).toMatchObject({ total: 0 });
    });

    it('of cases are those of one person, or of one incident', async () => {
      const { incidentId } = await desk.opened('ann');
      desk.clock.now += 1;
      await desk.opened('bob');
      expect(await desk.cases.openOf('ann', guildId, 10)).toMatchObject([{ report: { reporterId: 'ann' } }]);
      expect(await desk.cases.openOf('ann', '1', 10)).toEqual([]);
      const cases = await desk.cases.ofIncident(incidentId, 1, 1);
      expect(cases).toMatchObject([{ report: { reporterId: 'ann' }, case: { card: null } }]);
    });
  });

  it('knows where its card is, and so do its cases', async () => {
    const { incidentId, case: one } = await desk.opened('ann');
    await desk.delivered();
    const card = { channelId: '1', messageId: `card of ${incidentId}` };
    expect(await desk.incidents.find(incidentId)).toMatchObject({ card });
    expect(await desk.cases.find(one.id)).toMatchObject({ case: { card } });
  });

  it('follows a command to its answer', async () => {
    const command = await desk.reports.claim(origin('77', { kind: 'command' }));
    await desk.reports.record(command?.id ?? '', facts, 'policy');
    await desk.delivered();
    await desk.reports.answered(command?.id ?? '', { channelId: '5', messageId: '6' });
    expect(await desk.delivered()).toEqual(['card open']);
  });
});
