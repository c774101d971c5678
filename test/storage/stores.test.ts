import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStores } from '../../src/storage/stores.ts';
import { createSqlite, databases } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { facts, origin, temporaryFolder } from './temporary.ts';

describe.each(databases)('on %s', (_name, create) => {
  let desk: TestDesk;

  beforeEach(async () => {
    desk = await openDesk(create);
  });
  afterEach(() => desk.close());

  describe('claiming a report', () => {
    it('succeeds once for one message, however many ask at once', async () => {
      const claims = await Promise.all([1, 2, 3, 4].map(() => desk.reports.claim(origin('42'))));
      expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    });

    it('still holds after a restart', async () => {
      await desk.claimed('42');
      const again = await desk.open();
      expect(await again.reports.claim(origin('42'))).toBeNull();
      expect(await again.reports.findBySource('42')).toMatchObject({
        source: '42',
        state: 'claimed',
        asked: false,
      });
      await again.close();
    });

    it('succeeds between two processes only for one', async () => {
      const other = await desk.open();
      const claims = await Promise.all([desk, other].map(({ reports }) => reports.claim(origin('42'))));
      expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
      await other.close();
    });

    it('can be given back when nothing is said', async () => {
      await desk.reports.release((await desk.claimed('42')).id);
      expect(await desk.reports.claim(origin('42'))).not.toBeNull();
    });

    it('is not given back when staff already have a case', async () => {
      const { id } = await desk.claimed('42');
      await desk.reports.record(id, facts, 'policy');
      await desk.reports.release(id);
      expect(await desk.reports.find(id)).not.toBeNull();
    });

    it('can be taken again only when it is settled', async () => {
      const { id } = await desk.claimed('42');
      const again = origin('42', { kind: 'menu', asked: true, askerId: '7' });
      expect(await desk.reports.reclaim(id, again)).toBeNull();
      await desk.reports.settle(id, 'gone');
      expect(await desk.reports.reclaim(id, again)).toMatchObject({
        state: 'claimed',
        askerId: '7',
        outcome: null,
      });
    });
  });

  describe('a report', () => {
    it('comes back as it was written', async () => {
      const { id } = await desk.claimed();
      await desk.reports.record(id, facts, null);
      await desk.reports.answered(id, { channelId: '5', messageId: '6' });
      expect(await desk.reports.find(id)).toEqual({
        id,
        ...origin('1'),
        ...facts,
        state: 'answered',
        outcome: null,
        answer: { channelId: '5', messageId: '6' },
        caseId: null,
        claimedAt: 1_000_000,
      });
    });

    it('is stored without the character 0, which not every database holds', async () => {
      const { id } = await desk.claimed();
      await desk.reports.record(id, { ...facts, line: 'a\0b', model: '\0' }, null);
      expect(await desk.reports.find(id)).toMatchObject({ line: 'ab', model: '' });
    });

    it('is settled only once', async () => {
      const { id } = await desk.claimed();
      const all = await Promise.all([
        desk.reports.settle(id, 'solved'),
        desk.reports.settle(id, 'dismissed'),
      ]);
      expect(all.filter(Boolean)).toHaveLength(1);
    });

    it('counts as unanswered until it is answered', async () => {
      const { id } = await desk.claimed();
      expect(await desk.reports.unanswered(1_000_000)).toEqual([]);
      expect(await desk.reports.unanswered(1_000_001)).toMatchObject([{ id }]);
      await desk.reports.answered(id, { channelId: '5', messageId: '6' });
      expect(await desk.reports.unanswered(1_000_001)).toEqual([]);
    });
  });
});

describe('the SQLite file', () => {
  it('is in WAL mode, so that a reader never blocks the bot', async () => {
    const desk = await openDesk(createSqlite);
    const reader = new DatabaseSync(desk.place, { readOnly: true });
    expect(reader.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    reader.close();
    await desk.close();
  });

  it('is refused when it is no database', async () => {
    const folder = temporaryFolder();
    const wrong = join(folder.path, 'notes.txt');
    writeFileSync(wrong, 'this is not a database, it only looks like a file '.repeat(20));
    await expect(openStores(wrong, Date.now)).rejects.toThrow(/not a database/);
    folder.remove();
  });
});
