/** Who waits for an incident. */
import type { Connection } from './context.ts';

export const waitingStates = ['open', 'claimed'] as const;

export interface Waiting {
  readonly userId: string;
  /** Their latest case. */
  readonly caseId: string;
}

/**
 * Each person once, with their latest case.
 * @param closedAt also those whose case ended at that moment, together with the incident
 */
export async function peopleWaiting(
  connection: Connection,
  incidentId: string,
  closedAt: number | null = null,
): Promise<Waiting[]> {
  const rows = await connection
    .selectFrom('cases')
    .innerJoin('reports', 'reports.id', 'cases.report_id')
    .select(['cases.id', 'reports.reporter_id'])
    .where('cases.incident_id', '=', incidentId)
    .where((where) =>
      where.or([
        where('cases.state', 'in', waitingStates),
        ...(closedAt === null ? [] : [where('cases.closed_at', '=', closedAt)]),
      ]),
    )
    .orderBy('cases.opened_at')
    .orderBy('cases.id')
    .execute();
  return [...new Map(rows.map(({ id, reporter_id }) => [reporter_id, id]))].map(([userId, caseId]) => ({
    userId,
    caseId,
  }));
}

export async function casesWaiting(connection: Connection, incidentId: string): Promise<number> {
  const { waiting } = await connection
    .selectFrom('cases')
    .select((count) => count.fn.countAll<number>().as('waiting'))
    .where('incident_id', '=', incidentId)
    .where('state', 'in', waitingStates)
    .executeTakeFirstOrThrow();
  return waiting;
}
