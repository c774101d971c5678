import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/escalation/case.ts';
import { createCourier, type Deliver, pauseAfter } from '../../src/escalation/courier.ts';
import type { Desk, Posted, Updated } from '../../src/escalation/desk.ts';
import { openStores, type Stores } from '../../src/storage/stores.ts';
import { facts, origin, temporaryFolder } from '../storage/temporary.ts';

let folder: ReturnType<typeof temporaryFolder>;
let stores: Stores;
let now: number;
let deliver: Deliver;
let posts: { nonce: string; model: string | null }[];
let updates: (string | null)[];
let nextPost: Posted | null;
let nextUpdate: Updated | null;

const desk: Desk = {
  post: ({ report }: CaseFile, nonce) => {
    const result = nextPost ?? {
      kind: 'posted' as const,
      card: { channelId: '1', messageId: `card of ${nonce}` },
    };
    nextPost = null;
    if (result.kind === 'posted') posts.push({ nonce, model: report.model });
    return Promise.resolve(result);
  },
  update: ({ report }) => {
    updates.push(report.model);
    const result = nextUpdate ?? { kind: 'updated' as const };
    nextUpdate = null;
    return Promise.resolve(result);
  },
};

beforeEach(async () => {
  folder = temporaryFolder();
  now = 1000;
  stores = await openStores(join(folder.path, 'db.sqlite'), () => now);
  [posts, updates, nextPost, nextUpdate] = [[], [], null, null];
  deliver = createCourier({ ...stores, desk, now: () => now, log: pino({ level: 'silent' }) });
});
afterEach(async () => {
  await stores.close();
  folder.remove();
});

async function opened(source = '1') {
  const report = await stores.reports.claim(origin(source));
  return stores.reports.record(report?.id ?? '', facts, 'policy');
}

describe('carrying the outbox', () => {
  it('posts a new case once, with a nonce that fits Discord', async () => {
    const { caseId } = await opened();
    await deliver();
    await deliver();
    expect(posts).toEqual([{ nonce: `case-${caseId ?? ''}`, model: null }]);
    expect(posts[0]?.nonce.length).toBeLessThanOrEqual(25);
  });

  it('edits the card when the model name arrives', async () => {
    const { id } = await opened();
    await deliver();
    await stores.reports.record(id, { ...facts, model: 'gpt-4o' }, null);
    await deliver();
    expect(posts).toHaveLength(1);
    expect(updates).toEqual(['gpt-4o']);
  });

  it('posts the present state when the name arrives before the card is there', async () => {
    const { id } = await opened();
    await stores.reports.record(id, { ...facts, model: 'gpt-4o' }, null);
    await deliver();
    expect(posts).toMatchObject([{ model: 'gpt-4o' }]);
    expect(updates).toEqual([]);
  });

  it('tries again after a pause when Discord fails', async () => {
    await opened();
    nextPost = { kind: 'later', reason: 'HTTP 500' };
    await deliver();
    await deliver();
    expect(posts).toEqual([]);
    now += pauseAfter(0);
    await deliver();
    expect(posts).toHaveLength(1);
  });

  it('goes on with the next case when one can never be delivered', async () => {
    await opened('1');
    await opened('2');
    nextPost = { kind: 'never', reason: 'Invalid Form Body' };
    await deliver();
    now += 1e9;
    await deliver();
    expect(posts).toHaveLength(1);
  });

  it('lets staff delete a card', async () => {
    const { id } = await opened();
    await deliver();
    nextUpdate = { kind: 'gone' };
    await stores.reports.settle(id, 'solved');
    await deliver();
    now += 1e9;
    await deliver();
    expect(posts).toHaveLength(1);
    expect(updates).toHaveLength(1);
  });

  it('serves a call that comes during a delivery', async () => {
    await opened('1');
    const first = deliver();
    await opened('2');
    await Promise.all([first, deliver()]);
    expect(posts).toHaveLength(2);
  });

  it('carries more rows than one round holds', async () => {
    for (let index = 0; index < 60; index++) await opened(String(index));
    await deliver();
    expect(posts).toHaveLength(60);
  });

  it('picks up after a crash between writing and posting', async () => {
    await opened();
    const reborn = createCourier({ ...stores, desk, now: () => now, log: pino({ level: 'silent' }) });
    await reborn();
    expect(posts).toHaveLength(1);
  });

  it('never waits longer than ten minutes', () => {
    expect([0, 1, 5, 1000].map(pauseAfter)).toEqual([1000, 2000, 32_000, 600_000]);
  });
});
