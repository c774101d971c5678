/** What else a report says: whose key or account is meant, and which other failures stand in it. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const reportContext: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('reports')
      .addColumn('upstream', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .alterTable('reports')
      .addColumn('also_seen', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
  },
};
