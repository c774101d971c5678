import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { migrate, migrationStatus } from '../../src/storage/migrate.ts';
import { reportsCasesOutbox } from '../../src/storage/migrations/001-reports.ts';
import { openStores } from '../../src/storage/stores.ts';
import { databases, type Place } from './databases.ts';

describe.each(databases)('the tables on %s', (_name, create) => {
  let place: Place;

  beforeEach(async () => {
    place = await create();
  });
  afterEach(() => place.remove());

  /** Runs it on the bare database. */
  async function bare<Result>(work: (database: ReturnType<typeof openDatabase>) => Promise<Result>) {
    const database = openDatabase(place.place);
    try {
      return await work(database);
    } finally {
      await database.db.destroy();
    }
  }

  it('are made from nothing, and then there is nothing left to do', async () => {
    await bare(async (database) => {
      expect(await migrationStatus(database)).toMatchObject({
        done: [],
        pending: ['001-reports', '002-desk', '003-context', '004-model-name'],
      });
      expect(await migrate(database)).toEqual(['001-reports', '002-desk', '003-context', '004-model-name']);
      expect(await migrationStatus(database)).toEqual({
        done: ['001-reports', '002-desk', '003-context', '004-model-name'],
        pending: [],
        unknown: [],
      });
      expect(await migrate(database)).toEqual([]);
    });
  });

  it('are made once when several processes start at the same time', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => openStores(place.place, Date.now)));
    await Promise.all(all.map((stores) => stores.close()));
  });

  it('of a newer errdesk are refused in one sentence, and left alone', async () => {
    await (await openStores(place.place, Date.now)).close();
    await bare(({ db }) =>
      sql`insert into kysely_migration (name, timestamp) values ('999-future', '2030-01-01')`.execute(db),
    );
    await expect(openStores(place.place, Date.now)).rejects.toThrow(
      'it is of a newer errdesk (999-future): update errdesk, or restore a backup',
    );
    await bare(async (database) => {
      expect(await migrationStatus(database)).toMatchObject({ unknown: ['999-future'] });
    });
  });

  it('of the first version keep their cases: one incident for each cause and model, cards owed again', async () => {
    await bare(async ({ db }) => {
      const provider = { getMigrations: () => Promise.resolve({ '001-reports': reportsCasesOutbox }) };
      const { error } = await new Migrator({ db, provider }).migrateToLatest();
      expect(error).toBeUndefined();
      for (const [id, entry, model, guild] of [
        ['R1', 'overloaded', 'gpt-4o', '5'],
        ['R2', 'overloaded', 'GPT-4o', '5'],
        ['R3', 'overloaded', null, '5'],
        ['R4', null, 'gpt-4o', null],
      ] as const) {
        await sql`insert into reports (id, source, kind, guild_id, channel_id, asker_id, reporter_id, language, asked,
          state, entry_id, alternatives, model, claimed_at)
          values (${id}, ${id}, 'message', ${guild}, '1', '2', '2', 'en', 0, 'answered', ${entry}, '[]', ${model}, 7)`.execute(
          db,
        );
        await sql`insert into cases (id, report_id, state, opened_by, opened_at, card_channel_id, card_message_id)
          values (${`C${id}`}, ${id}, 'open', 'policy', 7, '8', ${`card of ${id}`})`.execute(db);
      }
    });
    const stores = await openStores(place.place, () => 10);
    const { incidents } = await stores.incidents.list({
      guildId: '5',
      state: 'unfinished',
      most: 9,
      skip: 0,
    });
    expect(incidents.map(({ model, count, card }) => [model, count, card?.messageId]).sort()).toEqual([
      [null, 1, 'card of R3'],
      ['gpt-4o', 2, 'card of R1'],
    ]);
    expect((await stores.cases.find('CR2'))?.case.incidentId).toBe('CR1');
    const direct = await stores.incidents.list({ guildId: null, state: 'unfinished', most: 9, skip: 0 });
    expect(direct.total).toBe(1);
    expect(await stores.outbox.owed()).toBe(3);
    await stores.reports.record('R1', (await stores.reports.find('R1')) ?? never(), 'asker');
    await stores.close();
  });
});

function never(): never {
  throw new Error('it is not there');
}
