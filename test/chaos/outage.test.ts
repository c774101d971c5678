import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { openStores, type Stores, storesOf } from '../../src/storage/stores.ts';
import { createSqlite } from '../storage/databases.ts';
import { createPostgres, type PostgresServer } from '../storage/postgres-server.ts';
import { facts, origin } from '../storage/temporary.ts';
import { faultsOf } from './faults.ts';

/** A second in every test run; `npm run test:chaos` sets the half minute that a restarting server takes. */
const outageMs = Number(process.env.OUTAGE_MS ?? 1000);

async function report(stores: Stores, source: string): Promise<string> {
  const claimed = await stores.reports.claim(origin(source));
  if (claimed === null) throw new Error('claimed before');
  await stores.reports.record(claimed.id, { ...facts, line: 'x'.repeat(300) }, 'policy');
  return claimed.id;
}

describe('a PostgreSQL that goes away and comes back', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await createPostgres();
  });
  afterAll(async () => {
    await server.stop();
    server.remove();
  });

  it(
    'is missed at once and not for ever, and has everything that was acknowledged',
    { timeout: 60_000 + outageMs },
    async () => {
      const stores = await openStores(server.url, Date.now);
      const acknowledged: string[] = [];
      const failed: string[] = [];
      let ended = false;
      const people = Array.from({ length: 4 }, async (_, person) => {
        for (let index = 0; !ended; index++) {
          const source = `${person}-${index}`;
          try {
            await report(stores, source);
            acknowledged.push(source);
          } catch {
            failed.push(source);
            await pause(20);
          }
        }
      });
      await pause(300);
      await server.stop();
      const before = acknowledged.length;
      const asked = performance.now();
      await expect(stores.reports.findBySource('0-0')).rejects.toThrow();
      expect(performance.now() - asked).toBeLessThan(6000);
      await pause(outageMs);
      await server.start();
      await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before + 20);
      ended = true;
      await Promise.all(people);

      expect(before).toBeGreaterThan(0);
      expect(failed.length).toBeGreaterThan(0);
      for (const source of acknowledged)
        expect((await stores.reports.findBySource(source))?.caseId).not.toBeNull();
      await stores.close();
      const database = openDatabase(server.url);
      expect(await faultsOf(database)).toEqual([]);
      await database.db.destroy();
    },
  );
});

describe('a full disk under SQLite', () => {
  it('refuses what it cannot keep, loses nothing, still answers look-ups, and goes on when there is room', async () => {
    const place = await createSqlite();
    const database = openDatabase(place.place);
    await migrate(database);
    const stores = storesOf(database, Date.now);
    const pages = async (most: number) => {
      await sql.raw(`pragma max_page_count = ${most}`).execute(database.db);
    };
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
    await pages((rows[0]?.page_count ?? 0) + 20);

    const acknowledged: string[] = [];
    const fill = async () => {
      for (;;) acknowledged.push(await report(stores, `r${acknowledged.length}`));
    };
    await expect(fill()).rejects.toThrow(/full/);
    expect(acknowledged.length).toBeGreaterThan(5);
    for (const id of acknowledged) expect((await stores.reports.find(id))?.caseId).not.toBeNull();
    expect(await faultsOf(database)).toEqual([]);

    await pages(1_000_000);
    await report(stores, 'there is room again');
    expect(await faultsOf(database)).toEqual([]);
    await stores.close();
    await place.remove();
  });
});
