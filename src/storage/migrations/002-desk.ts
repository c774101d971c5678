/** Incidents, their events, an outbox that several processes can empty, settings of servers, limits and due work. */
import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../dialect.ts';

export function desk(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await createIncidents(db);
      await alterCases(db);
      await recreateOutbox(db, dialect);
      await createRest(db, dialect);
    },
  };
}

async function createIncidents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('incidents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text')
    .addColumn('entry_id', 'text')
    .addColumn('model', 'text')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('entry_key', 'text', (column) => column.notNull())
    .addColumn('model_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_at', 'bigint')
    .addColumn('closed_by', 'text')
    .addColumn('closed_at', 'bigint')
    .addColumn('note', 'text')
    .addColumn('reopened', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('latest_at', 'bigint', (column) => column.notNull())
    .addColumn('merged_into', 'text')
    .addColumn('notice_text', 'text')
    .addColumn('notice_by', 'text')
    .addColumn('notice_at', 'bigint')
    .addColumn('ping', 'integer', (column) => column.notNull())
    .addColumn('card_channel_id', 'text')
    .addColumn('card_message_id', 'text')
    .addColumn('thread_id', 'text')
    .execute();
  // The rule that there is one open incident for one cause and model is the database's, not the program's.
  await sql`create unique index incidents_open on incidents (scope, entry_key, model_key) where closed_at is null`.execute(
    db,
  );
  await db.schema
    .createIndex('incidents_by_time')
    .on('incidents')
    .columns(['scope', 'state', 'opened_at'])
    .execute();
}

/** Cases from before become one incident for each cause and model; the card of the earliest stays their card. */
async function alterCases(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into incidents (id, guild_id, entry_id, model, scope, entry_key, model_key, state, opened_at, count,
      latest_at, ping, card_channel_id, card_message_id)
    select cases.id, guild_id, entry_id, model, coalesce(guild_id, ''), coalesce(entry_id, 'report:' || reports.id),
      lower(trim(coalesce(model, ''))), 'open', opened_at, 1, opened_at, 0, card_channel_id, card_message_id
    from cases join reports on reports.id = cases.report_id
    where true
    order by opened_at, cases.id
    on conflict (scope, entry_key, model_key) where closed_at is null do nothing`.execute(db);
  await db.schema
    .alterTable('cases')
    .addColumn('incident_id', 'text', (column) => column.references('incidents.id'))
    .execute();
  await sql`
    update cases set incident_id = (
      select incidents.id from incidents join reports on reports.id = cases.report_id
      where scope = coalesce(reports.guild_id, '') and entry_key = coalesce(reports.entry_id, 'report:' || reports.id)
        and model_key = lower(trim(coalesce(reports.model, ''))))`.execute(db);
  await sql`
    update incidents set
      count = (select count(*) from cases where incident_id = incidents.id),
      latest_at = (select max(opened_at) from cases where incident_id = incidents.id)`.execute(db);
  await db.schema.alterTable('cases').addColumn('closed_by', 'text').execute();
  await db.schema.alterTable('cases').addColumn('closed_at', 'bigint').execute();
  await db.schema.alterTable('cases').dropColumn('card_channel_id').execute();
  await db.schema.alterTable('cases').dropColumn('card_message_id').execute();
  await db.schema.createIndex('cases_by_incident').on('cases').columns(['incident_id', 'state']).execute();
  await db.schema.createIndex('reports_by_reporter').on('reports').columns(['reporter_id']).execute();
  await db.schema.createIndex('reports_by_asker').on('reports').columns(['asker_id']).execute();
}

/** What was still owed then is owed again: every unfinished incident gets its card brought up to date. */
async function recreateOutbox(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema.dropTable('outbox').execute();
  await db.schema
    .createTable('outbox')
    .addColumn('seq', serial(dialect), (column) => increasing(column, dialect))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('once_key', 'text', (column) => column.unique())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.references('incidents.id'))
    .addColumn('case_id', 'text', (column) => column.references('cases.id'))
    .addColumn('user_id', 'text')
    .addColumn('notice', 'text')
    .addColumn('by_id', 'text')
    .addColumn('text', 'text')
    .addColumn('wanted', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('leased_until', 'bigint')
    .addColumn('done_at', 'bigint')
    .addColumn('failure', 'text')
    .execute();
  // Only what is still owed is ever looked for, and that is little: the index does not grow with the past.
  await sql`create index outbox_owed on outbox (due_at, seq) where done_at is null`.execute(db);
  await sql`create index outbox_lanes on outbox (lane, seq) where done_at is null`.execute(db);
  await sql`create index outbox_refused on outbox (scope, done_at) where failure is not null`.execute(db);
  await sql`
    insert into outbox (id, kind, lane, once_key, scope, incident_id, created_at, due_at)
    select id, 'card', 'card:' || id, 'card:' || id, scope, id, opened_at, opened_at from incidents`.execute(
    db,
  );
}

async function createRest(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('seq', serial(dialect), (column) => increasing(column, dialect))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('by_id', 'text')
    .addColumn('guild_id', 'text')
    .addColumn('incident_id', 'text')
    .addColumn('case_id', 'text')
    .execute();
  await db.schema.createIndex('events_by_incident').on('events').columns(['incident_id', 'seq']).execute();
  await db.schema
    .createTable('guilds')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('support_channel_id', 'text')
    .addColumn('staff_role_id', 'text')
    .addColumn('watch_channel_ids', 'text')
    .addColumn('quiet', 'integer', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('retention_days', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('limits')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('hits', 'text', (column) => column.notNull())
    .addColumn('told_until', 'bigint', (column) => column.notNull())
    .addColumn('latest_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('agenda')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('agenda_key', ['kind', 'subject'])
    .execute();
  await db.schema.createIndex('agenda_by_due').on('agenda').columns(['due_at']).execute();
  await sql`insert into agenda (kind, subject, due_at) values ('retention', '', 0)`.execute(db);
}

function serial(dialect: Dialect) {
  return dialect === 'postgres' ? 'bigserial' : 'integer';
}

function increasing(column: ColumnDefinitionBuilder, dialect: Dialect): ColumnDefinitionBuilder {
  return dialect === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement();
}
