import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStores, type Stores } from '../../src/storage/stores.ts';
import { facts, origin, temporaryFolder } from './temporary.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let now: number;
let stores: Stores;

const open = () => openStores(file, () => now);

beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder.path, 'var', 'errdesk.sqlite');
  now = 1000;
  stores = await open();
});
afterEach(async () => {
  await stores.close();
  folder.remove();
});

async function claimed(source = '1') {
  const report = await stores.reports.claim(origin(source));
  if (report === null) throw new Error('not claimed');
  return report;
}

describe('claiming a report', () => {
  it('succeeds once for one message, however many ask at once', async () => {
    const claims = await Promise.all([1, 2, 3, 4].map(() => stores.reports.claim(origin('42'))));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('still holds after a restart', async () => {
    await claimed('42');
    await stores.close();
    stores = await open();
    expect(await stores.reports.claim(origin('42'))).toBeNull();
    expect(await stores.reports.findBySource('42')).toMatchObject({
      source: '42',
      state: 'claimed',
      asked: false,
    });
  });

  it('succeeds between two processes only for one', async () => {
    const other = await open();
    const claims = await Promise.all([stores, other].map(({ reports }) => reports.claim(origin('42'))));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    await other.close();
  });

  it('can be given back when nothing is said', async () => {
    await stores.reports.release((await claimed('42')).id);
    expect(await stores.reports.claim(origin('42'))).not.toBeNull();
  });

  it('is not given back when staff already have a case', async () => {
    const { id } = await claimed('42');
    await stores.reports.record(id, facts, 'policy');
    await stores.reports.release(id);
    expect(await stores.reports.find(id)).not.toBeNull();
  });

  it('can be taken again only when it is settled', async () => {
    const { id } = await claimed('42');
    const again = origin('42', { kind: 'menu', asked: true, askerId: '7' });
    expect(await stores.reports.reclaim(id, again)).toBeNull();
    await stores.reports.settle(id, 'gone');
    expect(await stores.reports.reclaim(id, again)).toMatchObject({
      state: 'claimed',
      askerId: '7',
      outcome: null,
    });
  });
});

describe('a report', () => {
  it('comes back as it was written', async () => {
    const { id } = await claimed();
    await stores.reports.record(id, facts, null);
    await stores.reports.answered(id, { channelId: '5', messageId: '6' });
    expect(await stores.reports.find(id)).toEqual({
      id,
      ...origin('1'),
      ...facts,
      state: 'answered',
      outcome: null,
      answer: { channelId: '5', messageId: '6' },
      caseId: null,
      claimedAt: 1000,
    });
  });

  it('is settled only once', async () => {
    const { id } = await claimed();
    const all = await Promise.all([
      stores.reports.settle(id, 'solved'),
      stores.reports.settle(id, 'dismissed'),
    ]);
    expect(all.filter(Boolean)).toHaveLength(1);
  });

  it('counts as unanswered until it is answered', async () => {
    const { id } = await claimed();
    expect(await stores.reports.unanswered(1000)).toEqual([]);
    expect(await stores.reports.unanswered(1001)).toMatchObject([{ id }]);
    await stores.reports.answered(id, { channelId: '5', messageId: '6' });
    expect(await stores.reports.unanswered(1001)).toEqual([]);
  });
});

describe('a case', () => {
  it('is opened once, together with its outbox row', async () => {
    const { id } = await claimed();
    const [first, second] = await Promise.all([
      stores.reports.record(id, facts, 'policy'),
      stores.reports.record(id, facts, 'asker'),
    ]);
    expect(first.caseId).not.toBeNull();
    expect(second.caseId).toBe(first.caseId);
    expect(await stores.cases.find(first.caseId ?? '')).toMatchObject({
      case: { openedBy: 'policy', openedAt: 1000, card: null },
      report: { id, model: null },
    });
    expect(await stores.outbox.due(now, 10)).toMatchObject([
      { caseId: first.caseId },
      { caseId: first.caseId },
    ]);
  });

  it('announces what becomes known later', async () => {
    const { id } = await claimed();
    const { caseId } = await stores.reports.record(id, facts, 'policy');
    for (const row of await stores.outbox.due(now, 10)) await stores.outbox.done(row.id);
    await stores.reports.record(id, { ...facts, model: 'gpt-4o' }, null);
    expect(await stores.outbox.due(now, 10)).toMatchObject([{ caseId }]);
    expect(await stores.cases.find(caseId ?? '')).toMatchObject({ report: { model: 'gpt-4o' } });
  });

  it('announces that its report was settled, and where a command was answered', async () => {
    const command = await stores.reports.claim(origin('77', { kind: 'command' }));
    const id = command?.id ?? '';
    await stores.reports.record(id, facts, 'policy');
    await stores.reports.answered(id, { channelId: '5', messageId: '6' });
    await stores.reports.settle(id, 'solved');
    expect(await stores.outbox.due(now, 10)).toHaveLength(3);
  });

  it('remembers where its card is', async () => {
    const { id } = await claimed();
    const { caseId } = await stores.reports.record(id, facts, 'asker');
    await stores.cases.cardPlaced(caseId ?? '', { channelId: '8', messageId: '9' });
    expect((await stores.cases.find(caseId ?? ''))?.case.card).toEqual({ channelId: '8', messageId: '9' });
  });
});

describe('the outbox', () => {
  it('gives a row again only when its pause is over, and counts the attempts', async () => {
    const { id } = await claimed();
    await stores.reports.record(id, facts, 'policy');
    const [row] = await stores.outbox.due(now, 10);
    await stores.outbox.retry(row?.id ?? '', 5000, 'Missing Access');
    expect(await stores.outbox.due(4999, 10)).toEqual([]);
    expect(await stores.outbox.due(5000, 10)).toMatchObject([{ attempts: 1 }]);
  });

  it('never gives a done or abandoned row again', async () => {
    for (const source of ['1', '2']) await stores.reports.record((await claimed(source)).id, facts, 'policy');
    const [first, second] = await stores.outbox.due(now, 10);
    await stores.outbox.done(first?.id ?? '');
    await stores.outbox.abandon(second?.id ?? '', 'Invalid Form Body');
    expect(await stores.outbox.due(Infinity, 10)).toEqual([]);
  });
});

describe('the file', () => {
  it('is in WAL mode, so that a reader never blocks the bot', () => {
    const reader = new DatabaseSync(file, { readOnly: true });
    expect(reader.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    reader.close();
  });

  it('is refused when it is no database', async () => {
    const wrong = join(folder.path, 'notes.txt');
    writeFileSync(wrong, 'this is not a database, it only looks like a file '.repeat(20));
    await expect(openStores(wrong, () => now)).rejects.toThrow(/not a database/);
  });
});
