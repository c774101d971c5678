/** Reports in the database. */
import type { Facts, Origin, Report, ReportStore } from '../escalation/report.ts';
import { caseIdOf, openCase } from './cases.ts';
import type { Connection, StoreContext } from './context.ts';
import { announceCase } from './outbox.ts';
import { toReport } from './rows.ts';

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
      db.transaction().execute(async (transaction) => {
        await transaction.updateTable('reports').set(factColumns(facts)).where('id', '=', id).execute();
        if (openedBy !== null) await openCase(transaction, id, openedBy, context);
        const report = await load(transaction, 'id', id);
        if (report === null) throw new Error(`report ${id} does not exist`);
        if (report.caseId !== null) await announceCase(transaction, report.caseId, context);
        return report;
      }),

    answered: (id, { channelId, messageId }) =>
      db.transaction().execute(async (transaction) => {
        const { kind } = await transaction
          .updateTable('reports')
          .set({ state: 'answered', answer_channel_id: channelId, answer_message_id: messageId })
          .where('id', '=', id)
          .returning('kind')
          .executeTakeFirstOrThrow();
        // A command has no message of its own: its card links to the answer, which is only known now.
        const caseId = kind === 'command' ? await caseIdOf(transaction, id) : null;
        if (caseId !== null) await announceCase(transaction, caseId, context);
      }),

    settle: (id, outcome) =>
      db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('reports')
          .set({ state: 'settled', outcome })
          .where('id', '=', id)
          .where('state', '!=', 'settled')
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return false;
        const caseId = await caseIdOf(transaction, id);
        if (caseId !== null) await announceCase(transaction, caseId, context);
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
    entry_id: facts.entryId,
    alternatives: JSON.stringify(facts.alternatives),
    status: facts.status,
    code: facts.code,
    model: facts.model,
    request_id: facts.requestId,
    request_time: facts.requestTime,
    line: facts.line,
    upstream: facts.upstream ? (1 as const) : (0 as const),
    also_seen: JSON.stringify(facts.alsoSeen),
  };
}
