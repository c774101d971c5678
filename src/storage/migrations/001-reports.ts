/** Reports, cases and the outbox. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const reportsCasesOutbox: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('reports')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('source', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('guild_id', 'text')
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('asker_id', 'text', (column) => column.notNull())
      .addColumn('reporter_id', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('asked', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addColumn('entry_id', 'text')
      .addColumn('alternatives', 'text', (column) => column.notNull())
      .addColumn('status', 'integer')
      .addColumn('code', 'text')
      .addColumn('model', 'text')
      .addColumn('request_id', 'text')
      .addColumn('request_time', 'text')
      .addColumn('line', 'text')
      .addColumn('answer_channel_id', 'text')
      .addColumn('answer_message_id', 'text')
      .addColumn('claimed_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('reports_by_state').on('reports').columns(['state', 'claimed_at']).execute();

    await db.schema
      .createTable('cases')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('report_id', 'text', (column) => column.notNull().unique().references('reports.id'))
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('opened_by', 'text', (column) => column.notNull())
      .addColumn('opened_at', 'bigint', (column) => column.notNull())
      .addColumn('card_channel_id', 'text')
      .addColumn('card_message_id', 'text')
      .execute();

    await db.schema
      .createTable('outbox')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id'))
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('done_at', 'bigint')
      .addColumn('failure', 'text')
      .execute();
    await db.schema.createIndex('outbox_by_due').on('outbox').columns(['done_at', 'due_at']).execute();
  },
};
