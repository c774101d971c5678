import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Courier, createCourier } from '../../src/escalation/courier.ts';
import type { Delivered, Deliverer, Sending } from '../../src/escalation/deliverer.ts';
import type { IncidentFile } from '../../src/escalation/incident.ts';
import { usualRules } from '../../src/escalation/rules.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { createSqlite, databases } from '../storage/databases.ts';
import { openDesk, type TestDesk } from '../storage/desk.ts';
import { facts } from '../storage/temporary.ts';

const hour = 60 * 60_000;

/** A Discord that writes down what it is told, and answers what the test wants next. */
function discord() {
  const said: string[] = [];
  const sendings: Sending[] = [];
  const next: (Delivered | (() => Promise<Delivered>))[] = [];
  const answer = async (what: string, sending: Sending | null): Promise<Delivered> => {
    if (sending !== null) sendings.push(sending);
    const planned = next.shift();
    const result = typeof planned === 'function' ? await planned() : planned;
    if (result !== undefined && result.kind !== 'sent') return result;
    said.push(what);
    return result ?? { kind: 'sent', message: { channelId: '1', messageId: `card ${said.length}` } };
  };
  const shown = ({ incident: { state, model, count } }: IncidentFile) => `${state} ${model ?? '-'} ×${count}`;
  const deliverer: Deliverer = {
    postCard: (file, ping, sending) => answer(`post ${shown(file)}${ping ? ' with ping' : ''}`, sending),
    editCard: (file, card) => answer(`edit ${card.messageId}: ${shown(file)}`, null),
    remind: (file, sending) => answer(`remind of ${shown(file)}`, sending),
    digest: ({ total }, sending) => answer(`digest of ${total}`, sending),
    notify: ({ kind, userId }, sending) => answer(`${kind} to ${userId}`, sending),
  };
  return { said, sendings, next, deliverer };
}

describe.each(databases)('carrying the outbox on %s', (_name, create) => {
  let desk: TestDesk;
  let world: ReturnType<typeof discord>;
  let courier: Courier;
  let waits: number[];

  const hire = (stores: Stores) =>
    createCourier({
      outbox: stores.outbox,
      deliverer: world.deliverer,
      now: () => desk.clock.now,
      log: pino({ level: 'silent' }),
      wake: (afterMs) => waits.push(afterMs),
    });

  beforeEach(async () => {
    desk = await openDesk(create);
    world = discord();
    waits = [];
    courier = hire(desk.stores);
  });
  afterEach(() => desk.close());

  it('posts a new card once, with a ping and a nonce that fits Discord', async () => {
    const { incidentId } = await desk.opened('ann');
    await courier.deliver();
    await courier.deliver();
    expect(world.said).toEqual(['post open - ×1 with ping']);
    expect(world.sendings).toEqual([{ nonce: `card-${incidentId}`, mayHaveArrived: false }]);
    expect(`card-${incidentId}`.length).toBeLessThanOrEqual(25);
  });

  it('edits the card when the model name arrives', async () => {
    const { report } = await desk.opened('ann');
    await courier.deliver();
    await desk.reports.record(report.id, { ...facts, model: 'gpt-4o' }, null);
    await courier.deliver();
    expect(world.said).toEqual(['post open - ×1 with ping', 'edit card 1: open gpt-4o ×1']);
  });

  it('shows many changes with one edit, and a change during the edit with one more', async () => {
    await desk.opened('ann');
    await courier.deliver();
    for (let index = 0; index < 20; index++) await desk.opened(`user ${index}`);
    world.next.push(async () => {
      await desk.opened('late');
      return { kind: 'sent', message: { channelId: '1', messageId: 'card 1' } };
    });
    await courier.deliver();
    expect(world.said.slice(1)).toEqual(['edit card 1: open - ×21', 'edit card 1: open - ×22']);
  });

  it('tries again after a pause that grows, and says that something may have arrived', async () => {
    await desk.opened('ann');
    world.next.push({ kind: 'later', reason: 'HTTP 500' }, { kind: 'later', reason: 'HTTP 500' });
    await courier.deliver();
    await courier.deliver();
    desk.clock.now += 1000;
    await courier.deliver();
    desk.clock.now += 900;
    await courier.deliver();
    expect(world.said).toEqual([]);
    desk.clock.now += 1100;
    await courier.deliver();
    expect(world.said).toHaveLength(1);
    expect(world.sendings.map(({ mayHaveArrived }) => mayHaveArrived)).toEqual([false, true, true]);
  });

  it('waits as long as a rate limit asks for, and lets others go first', async () => {
    await desk.opened('ann', { model: 'a' });
    await desk.opened('bob', { model: 'b' });
    world.next.push({ kind: 'later', reason: '429', retryAfterMs: 20_000 });
    await courier.deliver();
    expect(world.said).toHaveLength(1);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(20_000);
    desk.clock.now += 19_999;
    await courier.deliver();
    expect(world.said).toHaveLength(1);
    desk.clock.now += 251;
    await courier.deliver();
    expect(world.said).toHaveLength(2);
  });

  it('keeps the order of what one person is told', async () => {
    const { incidentId } = await desk.opened('ann');
    await courier.deliver();
    await desk.incidents.claim(incidentId, 'staff');
    await desk.incidents.reply(incidentId, 'staff', 'hello', '1');
    await desk.incidents.resolve(incidentId, 'staff', null);
    await courier.deliver();
    expect(world.said.filter((what) => what.endsWith('to ann'))).toEqual([
      'claimed to ann',
      'replied to ann',
      'resolved to ann',
    ]);
  });

  it('settles what can never be delivered with its reason, goes on, and owes the card again on request', async () => {
    await desk.opened('ann', { model: 'a' });
    await desk.opened('bob', { model: 'b' });
    world.next.push({ kind: 'never', reason: 'Discord 403, code 50013' });
    await courier.deliver();
    desk.clock.now += 24 * hour;
    await courier.deliver();
    expect(world.said).toHaveLength(1);
    expect(await desk.refusals.latest('900000000000000001', 10)).toMatchObject([
      { kind: 'card', reason: 'Discord 403, code 50013' },
    ]);
    expect(await desk.refusals.retryCards(null)).toBe(0);
    expect(await desk.refusals.retryCards()).toBe(1);
    expect(await desk.refusals.retryCards()).toBe(0);
    await courier.deliver();
    expect(world.said).toHaveLength(2);
  });

  it('lets staff delete a card', async () => {
    const { report } = await desk.opened('ann');
    await courier.deliver();
    world.next.push({ kind: 'gone' });
    await desk.reports.settle(report.id, 'solved');
    await courier.deliver();
    desk.clock.now += hour;
    await courier.deliver();
    expect(world.said).toHaveLength(1);
    expect(await desk.outbox.owed()).toBe(0);
  });

  it('leaves out a word that is a day late, but never a card', async () => {
    const { incidentId } = await desk.opened('ann');
    await desk.incidents.claim(incidentId, 'staff');
    desk.clock.now += 25 * hour;
    await courier.deliver();
    expect(world.said).toEqual(['post claimed - ×1 with ping']);
    expect(await desk.refusals.latest('900000000000000001', 10)).toMatchObject([{ kind: 'notice' }]);
  });

  it('serves a call that comes during a delivery', async () => {
    await desk.opened('ann', { model: 'a' });
    const first = courier.deliver();
    await desk.opened('bob', { model: 'b' });
    await Promise.all([first, courier.deliver()]);
    expect(world.said).toHaveLength(2);
  });

  it('takes over what a dead process had taken when its lease is over', async () => {
    await desk.opened('ann');
    expect(await desk.outbox.take(10)).toHaveLength(1);
    await courier.deliver();
    expect(world.said).toEqual([]);
    desk.clock.now += usualRules.leaseMs;
    await courier.deliver();
    expect(world.said).toHaveLength(1);
    expect(world.sendings).toMatchObject([{ mayHaveArrived: true }]);
  });

  it('says each thing once, however many processes carry', async () => {
    for (let index = 0; index < 40; index++) await desk.opened(`user ${index}`, { model: `m${index}` });
    const others = await Promise.all([1, 2, 3].map(() => desk.open()));
    await Promise.all([courier, ...others.map(hire)].map(({ deliver }) => deliver()));
    expect(world.said).toHaveLength(40);
    expect(new Set(world.said).size).toBe(40);
    for (const other of others) await other.close();
  });

  it('begins nothing new once it is stopped', async () => {
    for (let index = 0; index < 20; index++) await desk.opened(`user ${index}`, { model: `m${index}` });
    const running = courier.deliver();
    courier.stop();
    await running;
    expect(world.said.length).toBeLessThan(20);
    expect(await desk.outbox.owed()).toBe(20 - world.said.length);
  });
});

describe('settling', () => {
  it('is left to whoever holds the lease', async () => {
    const desk = await openDesk(createSqlite);
    await desk.opened('ann');
    const [late] = await desk.outbox.take(1);
    desk.clock.now += usualRules.leaseMs;
    const [mine] = await desk.outbox.take(1);
    if (late === undefined || mine === undefined) throw new Error('nothing taken');
    await desk.outbox.retry(late, desk.clock.now + hour, 'too late');
    await desk.outbox.abandon(late, 'too late');
    expect(await desk.outbox.owed()).toBe(1);
    await desk.outbox.done(mine, { channelId: '1', messageId: '2' });
    expect(await desk.outbox.owed()).toBe(0);
    await desk.close();
  });
});
