import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualLimits } from '../../src/escalation/limits.ts';
import { untouchedSettings } from '../../src/escalation/guild.ts';
import { databases } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';

const guildId = '900000000000000001';

describe.each(databases)('the desk on %s', (_name, create) => {
  let desk: TestDesk;

  beforeEach(async () => {
    desk = await openDesk(create);
  });
  afterEach(() => desk.close());

  describe('settings of a server', () => {
    it('are untouched at first, and keep what was not changed', async () => {
      expect(await desk.guilds.settings('5')).toEqual(untouchedSettings('5'));
      await desk.guilds.change('5', 'mei', { supportChannelId: '7', watchChannelIds: ['1', '2'] });
      await desk.guilds.change('5', 'tom', { quiet: true, language: 'zh', retentionDays: 7 });
      expect(await desk.guilds.settings('5')).toEqual({
        guildId: '5',
        supportChannelId: '7',
        staffRoleId: null,
        watchChannelIds: ['1', '2'],
        quiet: true,
        language: 'zh',
        retentionDays: 7,
      });
      expect(await desk.guilds.change('5', 'tom', { watchChannelIds: null })).toMatchObject({
        watchChannelIds: null,
        supportChannelId: '7',
      });
    });

    it('hold when two people change different things at once', async () => {
      const other = await desk.open();
      await Promise.all([
        desk.guilds.change('5', 'mei', { staffRoleId: '9' }),
        other.guilds.change('5', 'tom', { quiet: true }),
      ]);
      expect(await desk.guilds.settings('5')).toMatchObject({ staffRoleId: '9', quiet: true });
      await other.close();
    });
  });

  describe('limits of answers', () => {
    const place = { userId: '1', channelId: '2' };
    const limits = { user: { most: 3, windowMs: 1000 }, channel: { most: 5, windowMs: 1000 } };

    it('hold for one person, who hears of it once, and slide', async () => {
      for (let index = 0; index < 3; index++) {
        expect(await desk.limits.allow(place, limits)).toEqual({ kind: 'allowed' });
        desk.clock.now += 100;
      }
      const until = 1_000_000 + 1000;
      const limited = { kind: 'limited', by: 'user', until };
      expect(await desk.limits.allow(place, limits)).toEqual({ ...limited, first: true });
      expect(await desk.limits.allow(place, limits)).toEqual({ ...limited, first: false });
      expect(await desk.limits.allow({ ...place, userId: '7' }, limits)).toEqual({ kind: 'allowed' });
      desk.clock.now = until;
      expect(await desk.limits.allow(place, limits)).toEqual({ kind: 'allowed' });
    });

    it('hold for one channel, and cost the person nothing then', async () => {
      for (let index = 0; index < 5; index++)
        await desk.limits.allow({ ...place, userId: `u${index}` }, limits);
      const refused = await desk.limits.allow(place, limits);
      expect(refused).toMatchObject({ kind: 'limited', by: 'channel' });
      for (let index = 0; index < 3; index++)
        expect(await desk.limits.allow({ ...place, channelId: '9' }, limits)).toEqual({ kind: 'allowed' });
    });

    it('count what several processes allow at the same moment together', async () => {
      const other = await desk.open();
      const allowances = await Promise.all(
        Array.from({ length: 20 }, (_, index) => (index % 2 ? desk : other).limits.allow(place, limits)),
      );
      expect(allowances.filter(({ kind }) => kind === 'allowed')).toHaveLength(3);
      expect(allowances.filter((allowance) => allowance.kind === 'limited' && allowance.first)).toHaveLength(
        1,
      );
      await other.close();
    });

    it('leave room for five hundred people with the same outage within a minute', () => {
      expect(usualLimits.channel.most).toBeGreaterThanOrEqual(500);
    });
  });

  describe('/forget', () => {
    it('takes a reporter out of everything, and leaves the others their incident', async () => {
      const ann = await desk.opened('ann', { modelWritten: ' mine', group: 'vip' });
      const bob = await desk.opened('bob');
      await desk.incidents.claim(ann.incidentId, 'mei');
      await desk.limits.allow({ userId: 'ann', channelId: '2' }, usualLimits);
      expect(await desk.privacy.forget('ann')).toBe(1);
      expect(await desk.reports.find(ann.report.id)).toMatchObject({
        askerId: '0',
        reporterId: '0',
        modelWritten: null,
        group: null,
        line: null,
        requestId: null,
        answer: null,
        state: 'settled',
      });
      expect(await desk.reports.findBySource(ann.report.source)).toBeNull();
      expect(await desk.cases.find(ann.case.id)).toMatchObject({ case: { state: 'dismissed' } });
      expect(await desk.incidents.file(bob.incidentId)).toMatchObject({
        waiting: 1,
        incident: { state: 'claimed' },
      });
      expect((await desk.delivered()).join()).not.toContain('ann');
      expect(await desk.privacy.forget('ann')).toBe(0);
    });

    it('takes out those who only asked, and what staff did', async () => {
      const { report, incidentId } = await desk.opened('ann', {}, 'policy', { askerId: 'mei' });
      await desk.incidents.claim(incidentId, 'mei');
      await desk.incidents.resolve(incidentId, 'mei', null);
      await desk.privacy.forget('mei');
      expect(await desk.reports.find(report.id)).toMatchObject({ askerId: '0', reporterId: 'ann' });
      expect(await desk.incidents.find(incidentId)).toMatchObject({ claimedBy: '0', closedBy: '0' });
      const events = await desk.events.ofIncident(incidentId);
      expect(events.map(({ by }) => by)).toEqual([null, '0', '0']);
      expect((await desk.delivered()).filter((what) => what.includes('mei'))).toEqual([]);
    });

    it('ends an incident that was theirs alone', async () => {
      const { incidentId } = await desk.opened('ann');
      await desk.privacy.forget('ann');
      expect(await desk.incidents.find(incidentId)).toMatchObject({ state: 'dismissed' });
    });
  });

  describe('what cannot be delivered', () => {
    it('is owed again when staff have chosen another channel', async () => {
      await desk.opened('ann');
      const [row] = await desk.outbox.take(1);
      if (row === undefined) throw new Error('nothing owed');
      await desk.outbox.abandon(row, 'Discord 404, code 10003');
      expect(await desk.delivered()).toEqual([]);
      await desk.guilds.change(guildId, 'mei', { supportChannelId: '7' });
      expect(await desk.delivered()).toEqual(['card open']);
    });
  });
});
