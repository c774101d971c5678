/**
 * How many cases a second the desk takes, and how long one takes: `node bench/desk.ts [SECONDS]`.
 * Each case is what the bot does for one 503: claim the message, check the limits, record it with its case, note the
 * answer. Cards are delivered meanwhile to a Discord that answers at once. SQLite in a temporary folder; PostgreSQL at
 * BENCH_DATABASE_URL (an empty database), or an embedded one with its usual safety on.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createCourier } from '../src/escalation/courier.ts';
import type { Delivered } from '../src/escalation/deliverer.ts';
import { openStores } from '../src/storage/stores.ts';
import { createPostgres } from '../test/storage/postgres-server.ts';
import { facts, origin } from '../test/storage/temporary.ts';

const seconds = Number(process.argv[2] ?? 10);
const peopleAtOnce = 16;
const models = Array.from({ length: 50 }, (_, index) => `model-${index}`);

async function measure(name: string, place: string): Promise<void> {
  const stores = await openStores(place, Date.now);
  const sentAt = new Map<string, number>();
  const sent = (id: string): Promise<Delivered> => {
    if (!sentAt.has(id)) sentAt.set(id, performance.now());
    return Promise.resolve({ kind: 'sent', message: { channelId: '1', messageId: id } });
  };
  const courier = createCourier({
    outbox: stores.outbox,
    deliverer: {
      postCard: ({ incident }) => sent(incident.id),
      editCard: ({ incident }) => sent(incident.id),
      remind: () => sent('reminder'),
      digest: () => sent('digest'),
      notify: () => sent('notice'),
    },
    now: Date.now,
    log: pino({ level: 'silent' }),
    wake: (afterMs) => setTimeout(() => void courier.deliver(), afterMs).unref(),
  });

  const times: number[] = [];
  const openedAt = new Map<string, number>();
  const end = performance.now() + seconds * 1000;
  let sources = 0;
  const person = async (number: number): Promise<void> => {
    while (performance.now() < end) {
      const began = performance.now();
      const turn = ++sources;
      const source = `${name}-${turn}`;
      const who = `user ${turn % 5000}`;
      const report = await stores.reports.claim(origin(source, { reporterId: who, askerId: who }));
      if (report === null) throw new Error('claimed twice');
      await stores.limits.allow(
        { userId: who, channelId: `channel ${number}` },
        { user: { most: 5, windowMs: 60_000 }, channel: { most: 600, windowMs: 60_000 } },
      );
      // One in a hundred is trouble that nobody has had before: its card must be posted.
      const isNew = turn % 100 === 0;
      const model = isNew ? `new ${turn}` : (models[turn % models.length] ?? null);
      const { caseId } = await stores.reports.record(report.id, { ...facts, model }, 'policy');
      await stores.reports.answered(report.id, { channelId: '1', messageId: source });
      times.push(performance.now() - began);
      if (isNew) {
        const file = await stores.cases.find(caseId ?? '');
        if (file !== null) openedAt.set(file.case.incidentId, began);
      }
      void courier.deliver();
    }
  };
  await Promise.all(Array.from({ length: peopleAtOnce }, (_, number) => person(number)));
  await courier.deliver();
  const toCard = [...openedAt].flatMap(([id, at]) => {
    const arrived = sentAt.get(id);
    return arrived === undefined ? [] : [arrived - at];
  });
  const line = `${(times.length / seconds).toFixed(0)} cases/s · a case p50 ${at(times, 0.5)} p99 ${at(times, 0.99)} ms · to the first card p50 ${at(toCard, 0.5)} p99 ${at(toCard, 0.99)} ms`;
  process.stdout.write(`${name.padEnd(10)} ${line} · owed at the end: ${await stores.outbox.owed()}\n`);
  await stores.close();
}

function at(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(1);
}

const folder = mkdtempSync(join(tmpdir(), 'errdesk-bench-'));
await measure('SQLite', join(folder, 'desk.sqlite'));
rmSync(folder, { recursive: true });

const given = process.env.BENCH_DATABASE_URL;
if (given === undefined) {
  const server = await createPostgres(['-c', 'fsync=on']);
  await measure('PostgreSQL', server.url);
  await server.stop();
  server.remove();
} else {
  await measure('PostgreSQL', given);
}
