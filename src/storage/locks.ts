/** Holding a row until the end of the transaction. On SQLite the transaction as a whole holds the database. */
import type { Connection, StoreContext } from './context.ts';
import type { IncidentTable } from './schema.ts';

/** The incident as it is now, and nobody else changes it before this transaction ends. */
export async function lockIncident(
  connection: Connection,
  id: string,
  { dialect }: Pick<StoreContext, 'dialect'>,
): Promise<IncidentTable | null> {
  const query = connection.selectFrom('incidents').selectAll().where('id', '=', id);
  const row = await (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ?? null;
}
