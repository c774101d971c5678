import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { dayMs } from '../../src/escalation/agenda-rules.ts';
import { doDueWork } from '../../src/escalation/due-work.ts';
import { usualRules } from '../../src/escalation/rules.ts';
import { databases } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';

const guildId = '900000000000000001';

describe.each(databases)('due work on %s', (_name, create) => {
  let desk: TestDesk;

  beforeEach(async () => {
    desk = await openDesk(create);
    await work();
  });
  afterEach(() => desk.close());

  const work = (stores: Pick<TestDesk, 'agenda'> = desk) =>
    doDueWork({
      agenda: stores.agenda,
      nudge: () => undefined,
      now: () => desk.clock.now,
      log: pino({ level: 'silent' }),
    });

  describe('the second ping', () => {
    it('comes once, when nobody has claimed in time', async () => {
      const { incidentId } = await desk.opened('ann');
      await desk.delivered();
      desk.clock.now += usualRules.remindAfterMs - 1;
      await work();
      expect(await desk.delivered()).toEqual([]);
      desk.clock.now += 1;
      await work();
      desk.clock.now += usualRules.remindAfterMs;
      await work();
      expect(await desk.delivered()).toEqual(['reminder open']);
      const kinds = (await desk.events.ofIncident(incidentId)).map(({ kind }) => kind);
      expect(kinds).toEqual(['opened', 'reminded']);
    });

    it('does not come when somebody has, even if that is while it is being delivered', async () => {
      const { incidentId } = await desk.opened('ann');
      await desk.delivered();
      desk.clock.now += usualRules.remindAfterMs;
      await work();
      await desk.incidents.claim(incidentId, 'mei');
      expect(await desk.delivered()).toEqual(['claimed to ann by mei', 'card claimed']);
    });

    it('is left out for what staff know', async () => {
      await desk.incidents.know({ guildId, entryId: 'overloaded', model: null }, 'mei', 'known');
      await desk.opened('ann', { entryId: 'overloaded', model: 'm' });
      await desk.delivered();
      desk.clock.now += usualRules.remindAfterMs;
      await work();
      expect(await desk.delivered()).toEqual([]);
    });

    it('comes once after a downtime, and not at all after a long one', async () => {
      await desk.opened('ann', { model: 'a' });
      desk.clock.now += 11 * 60 * 60_000;
      await desk.opened('bob', { model: 'b' });
      await desk.delivered();
      desk.clock.now += 60 * 60_000 + usualRules.remindAfterMs + 1;
      const others = await Promise.all([desk.open(), desk.open()]);
      await Promise.all([work(), ...others.map(work)]);
      expect(await desk.delivered()).toEqual(['reminder open']);
      for (const other of others) await other.close();
    });
  });

  describe('the daily list', () => {
    it('comes once a day while something is open for longer than a day', async () => {
      const { incidentId } = await desk.opened('ann');
      await desk.delivered();
      desk.clock.now += dayMs;
      await work();
      expect(await desk.delivered()).toEqual(['digest of 1']);
      desk.clock.now += 3 * dayMs + 5;
      await work();
      expect(await desk.delivered()).toEqual(['digest of 1']);
      await desk.incidents.resolve(incidentId, 'mei', null);
      await desk.delivered();
      desk.clock.now += dayMs;
      await work();
      expect(await desk.delivered()).toEqual([]);
    });
  });

  describe('retention', () => {
    const line = async (id: string) => (await desk.reports.find(id))?.line;

    it('deletes what was said after thirty days, or as the server wants', async () => {
      await desk.guilds.change('5', 'mei', { retentionDays: 3 });
      const short = await desk.opened('ann', {}, 'policy', { guildId: '5' });
      const usual = await desk.opened('bob', { modelWritten: ' mine', group: 'vip' });
      const direct = await desk.opened('cid', {}, 'policy', { guildId: null });
      await desk.incidents.resolve(usual.incidentId, 'mei', 'restarted it');
      await desk.delivered();
      desk.clock.now += 3 * dayMs + 1;
      await work();
      expect(await line(short.report.id)).toBeNull();
      expect(await line(usual.report.id)).not.toBeNull();
      desk.clock.now += 27 * dayMs;
      await work();
      for (const { report } of [short, usual, direct])
        expect(await desk.reports.find(report.id)).toMatchObject({
          line: null,
          requestId: null,
          model: null,
          modelWritten: null,
          group: null,
        });
      expect(await desk.incidents.find(usual.incidentId)).toMatchObject({ note: null, state: 'resolved' });
    });
  });
});
