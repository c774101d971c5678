import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { databases, type Place } from '../storage/databases.ts';
import { faultsOf } from './faults.ts';
import { startWorld, type World } from './world.ts';

/** 3 in every test run; `npm run test:chaos` asks for 200. */
const rounds = Number(process.env.ROUNDS ?? 3);
const longestLifeMs = 600;
const bot = fileURLToPath(new URL('bot.ts', import.meta.url));

describe.each(databases)('processes that are killed at any moment, on %s', (_name, create) => {
  let place: Place;
  let world: World;
  let database: Database;

  beforeEach(async () => {
    place = await create();
    world = await startWorld();
    database = openDatabase(place.place);
    await migrate(database);
  });
  afterEach(async () => {
    await database.db.destroy();
    await world.close();
    await place.remove();
  });

  function start(round: string) {
    return spawn(process.execPath, [bot, place.place, world.url, round], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  async function liveAndDie(round: number): Promise<void> {
    const child = start(String(round));
    const dead = once(child, 'exit') as Promise<[number | null, string | null]>;
    await Promise.race([once(child.stdout, 'data'), dead]);
    await pause(Math.random() * longestLifeMs);
    child.kill('SIGKILL');
    // Whoever ends by itself has met an error that it should not have met.
    expect((await dead)[1]).toBe('SIGKILL');
  }

  it(
    `leave no half state, lose nothing and say nothing twice (${rounds} rounds)`,
    { timeout: 60_000 + rounds * 10_000 },
    async () => {
      for (let round = 0; round < rounds; round++) {
        await Promise.all([liveAndDie(round), liveAndDie(round)]);
        expect(await faultsOf(database)).toEqual([]);
      }
      const [code] = (await once(start('drain'), 'exit')) as [number | null];
      expect(code).toBe(0);
      expect(await faultsOf(database)).toEqual([]);

      const cased = await column('select source from reports join cases on cases.report_id = reports.id');
      expect(world.accepted.size).toBeGreaterThan(rounds);
      expect([...world.accepted].filter((source) => !cased.includes(source))).toEqual([]);
      // What is in the world is what the tables say was owed, each once.
      const said = [...world.messages].map(([nonce, content]) => `${nonce} ${content.split(' ')[0] ?? ''}`);
      const cards = await column("select 'card-' || id || ' card' from incidents");
      const notices = await column(
        "select 'desk-' || id || ' ' || notice from outbox where kind = 'notice' and failure is null",
      );
      const answers = cased.map((source) => `${source} answer`);
      expect(said.sort()).toEqual([...cards, ...notices, ...answers].sort());
    },
  );

  /** The one column of what the query finds. */
  async function column(query: string): Promise<string[]> {
    const { rows } = await sql.raw<Record<string, string>>(query).execute(database.db);
    return rows.flatMap((row) => Object.values(row));
  }
});
