/** Reports in the database. */
import { sql } from 'kysely';
import type { Facts, Origin, Report, ReportState, ReportStore } from '../escalation/report.ts';
import { caseIdOf } from './cases.ts';
import type { Connection, StoreContext } from './context.ts';
import { followReport } from './open-case.ts';
import { oweCard } from './owed.ts';
import { toReport } from './rows.ts';
import { closeCase } from './solve.ts';
import { storable } from './text.ts';
import { transact } from './transact.ts';

export function createReportStore(context: StoreContext): ReportStore {
  const { db, now, newId } = context;
  return {
    claim: async (origin) => {
      const row = await db
        .insertInto('reports')
        .values({ id: newId(), ...originColumns(origin), ...freshColumns(now()) })
        .onConflict((conflict) => conflict.column('source').doNothing())
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toReport(row, null);
    },

    reclaim: async (id, origin) => {
      const row = await db
        .updateTable('reports')
        .set({ ...originColumns(origin), state: 'claimed', outcome: null, claimed_at: now() })
        .where('id', '=', id)
        .where('state', '=', 'settled')
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toReport(row, await caseIdOf(db, id));
    },

    release: async (id) => {
      await db
        .deleteFrom('reports')
        .where('id', '=', id)
        .where((where) =>
          where.not(where.exists(where.selectFrom('cases').select('id').where('report_id', '=', id))),
        )
        .execute();
    },

    record: (id, facts, openedBy) =>
      transact(db, async (transaction) => {
        // First of all: it holds the report, so that of two at once the second sees the case of the first.
        const row = await transaction
          .updateTable('reports')
          .set(factColumns(facts))
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        if (row === undefined) throw new Error(`report ${id} does not exist`);
        await followReport(transaction, row, openedBy, context);
        return toReport(row, await caseIdOf(transaction, id));
      }),

    answered: (id, { channelId, messageId }) =>
      transact(db, async (transaction) => {
        const { kind } = await transaction
          .updateTable('reports')
          .set({ state: unlessGone, answer_channel_id: channelId, answer_message_id: messageId })
          .where('id', '=', id)
          .returning('kind')
          .executeTakeFirstOrThrow();
        // A command has no message of its own: its card links to the answer, which is only known now.
        if (kind === 'command') await showOnCard(transaction, id, context);
      }),

    settle: (id, outcome, by) =>
      transact(db, async (transaction) => {
        const row = await transaction
          .updateTable('reports')
          .set({ state: 'settled', outcome })
          .where('id', '=', id)
          .where('state', '!=', 'settled')
          .returning('reporter_id')
          .executeTakeFirst();
        if (row === undefined) return false;
        const caseId = outcome === 'solved' ? await caseIdOf(transaction, id) : null;
        if (caseId === null) await showOnCard(transaction, id, context);
        else await closeCase(transaction, caseId, 'resolved', by ?? row.reporter_id, context);
        return true;
      }),

    find: (id) => load(db, 'id', id),
    findBySource: (source) => load(db, 'source', source),

    unanswered: async (claimedBefore) => {
      const rows = await db
        .selectFrom('reports')
        .selectAll()
        .where('state', '=', 'claimed')
        .where('claimed_at', '<', claimedBefore)
        .orderBy('claimed_at')
        .execute();
      return Promise.all(rows.map(async (row) => toReport(row, await caseIdOf(db, row.id))));
    },
  };
}

async function load(connection: Connection, key: 'id' | 'source', value: string): Promise<Report | null> {
  const row = await connection.selectFrom('reports').selectAll().where(key, '=', value).executeTakeFirst();
  return row === undefined ? null : toReport(row, await caseIdOf(connection, row.id));
}

/** The message may have been deleted while the answer was on its way. */
const unlessGone = sql<ReportState>`case when state = 'settled' and outcome = 'gone' then state else 'answered' end`;

/** What became of a report is on the card of its incident. */
async function showOnCard(connection: Connection, reportId: string, context: StoreContext): Promise<void> {
  const incident = await connection
    .selectFrom('cases')
    .innerJoin('incidents', 'incidents.id', 'cases.incident_id')
    .select(['incidents.id', 'incidents.scope'])
    .where('cases.report_id', '=', reportId)
    .executeTakeFirst();
  if (incident !== undefined) await oweCard(connection, incident, context);
}

function originColumns(origin: Origin) {
  return {
    source: origin.source,
    kind: origin.kind,
    guild_id: origin.guildId,
    channel_id: origin.channelId,
    asker_id: origin.askerId,
    reporter_id: origin.reporterId,
    language: origin.language,
    asked: origin.asked ? (1 as const) : (0 as const),
  };
}

function freshColumns(moment: number) {
  return {
    state: 'claimed' as const,
    alternatives: '[]',
    upstream: 0 as const,
    also_seen: '[]',
    claimed_at: moment,
  };
}

function factColumns(facts: Facts) {
  return {
    entry_id: storable(facts.entryId),
    alternatives: JSON.stringify(facts.alternatives),
    status: facts.status,
    code: storable(facts.code),
    model: storable(facts.model),
    model_written: storable(facts.modelWritten),
    model_group: storable(facts.group),
    request_id: storable(facts.requestId),
    request_time: storable(facts.requestTime),
    line: storable(facts.line),
    upstream: facts.upstream ? (1 as const) : (0 as const),
    also_seen: JSON.stringify(facts.alsoSeen),
  };
}
