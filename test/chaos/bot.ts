/**
 * A process with the real stores and the real courier, made to be killed: `bot.ts PLACE WORLD ROUND|drain`.
 * In a round, people report and staff act as fast as they can. With `drain` it does what was left over, and ends.
 */
import { pino } from 'pino';
import { createCourier } from '../../src/escalation/courier.ts';
import type { Delivered, Deliverer } from '../../src/escalation/deliverer.ts';
import type { Report } from '../../src/escalation/report.ts';
import { openStores } from '../../src/storage/stores.ts';
import { facts, origin } from '../storage/temporary.ts';

const [, , place = '', world = '', round = ''] = process.argv;
const guildId = '900000000000000001';
const peopleAtOnce = 6;
const reportsARound = 400;
const models = ['gpt-4o', 'gpt-5', 'claude', null];
const stores = await openStores(place, Date.now, { remindAfterMs: 60_000, leaseMs: 150 });

async function post(nonce: string, content: string, path = '/'): Promise<Delivered> {
  await fetch(world + path, { method: 'POST', body: JSON.stringify({ nonce, content }) });
  return { kind: 'sent', message: { channelId: '1', messageId: nonce } };
}

const deliverer: Deliverer = {
  postCard: ({ incident }, _ping, { nonce }) => post(nonce, `card of ${incident.id}`),
  editCard: (_file, card) => Promise.resolve({ kind: 'sent', message: card }),
  remind: ({ incident }, { nonce }) => post(nonce, `reminder of ${incident.id}`),
  digest: (_digest, { nonce }) => post(nonce, 'digest'),
  notify: ({ kind, userId, incident }, { nonce }) =>
    post(nonce, `${kind} to ${userId} about ${incident.id} (${incident.reopened})`),
};
const courier = createCourier({
  outbox: stores.outbox,
  deliverer,
  now: Date.now,
  log: pino({ level: 'silent' }),
  wake: (afterMs) => setTimeout(() => void courier.deliver(), afterMs).unref(),
});

const any = <One>(list: readonly One[]): One => list[Math.floor(Math.random() * list.length)] as One;

async function answer(report: Report): Promise<void> {
  const recorded = await stores.reports.record(report.id, { ...facts, model: any(models) }, 'policy');
  await post('', recorded.source, '/accepted');
  await post(report.source, `answer to ${report.source}`);
  await stores.reports.answered(report.id, { channelId: '1', messageId: report.source });
}

async function recover(): Promise<void> {
  for (const report of await stores.reports.unanswered(Date.now())) await answer(report);
}

async function somebodyReports(): Promise<void> {
  const source = `${round}-${Math.floor(Math.random() * reportsARound)}`;
  const userId = `user ${Math.floor(Math.random() * 30)}`;
  const report = await stores.reports.claim(origin(source, { reporterId: userId, askerId: userId }));
  if (report !== null) await answer(report);
}

async function staffAct(): Promise<void> {
  const { incidents } = await stores.incidents.list({ guildId, state: 'all', most: 6, skip: 0 });
  if (incidents.length === 0) return;
  const { id } = any(incidents);
  const by = `staff ${Math.floor(Math.random() * 5)}`;
  await any([
    () => stores.incidents.claim(id, by),
    () => stores.incidents.resolve(id, by, 'done'),
    () => stores.incidents.dismiss(id, by),
    () => stores.incidents.reopen(id, by),
    () => stores.incidents.reply(id, by, 'hello', String(Math.random())),
  ])();
}

async function somebodyActs(): Promise<void> {
  const [file] = await stores.cases.openOf(`user ${Math.floor(Math.random() * 30)}`, null, 1);
  // There is nothing to press before there is an answer.
  if (file?.report.state !== 'answered') return;
  const { report } = file;
  await any([
    () => stores.reports.settle(report.id, 'solved'),
    () => stores.reports.record(report.id, { ...facts, model: any(models) }, 'asker'),
    () => stores.reports.record(report.id, { ...facts, model: any(models) }, null),
  ])();
}

if (round === 'drain') {
  await recover();
  while ((await stores.outbox.owed()) > 0) {
    await courier.deliver();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stores.close();
} else {
  process.stdout.write('ready\n');
  const forEver = async (work: () => Promise<unknown>): Promise<never> => {
    for (;;) await work();
  };
  await Promise.all([
    recover().then(() => forEver(somebodyReports)),
    ...Array.from({ length: peopleAtOnce }, () => forEver(somebodyReports)),
    forEver(staffAct),
    forEver(staffAct),
    forEver(somebodyActs),
    forEver(async () => {
      await courier.deliver();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }),
  ]);
}
