/** What must never be true of the tables, whenever a process died. Each query finds the rows that break a rule. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../src/storage/database.ts';

const rules: Readonly<Record<string, RawBuilder<unknown>>> = {
  'a case without an incident': sql`select id from cases where incident_id is null`,
  'a report with two cases': sql`select report_id from cases group by report_id having count(*) > 1`,
  'an incident that counts other cases than it has': sql`
    select id, count from incidents
    where count != (select count(*) from cases where incident_id = incidents.id)`,
  'two open incidents of one cause and model': sql`
    select scope, entry_key, model_key from incidents where closed_at is null
    group by scope, entry_key, model_key having count(*) > 1`,
  'a case in the incident of another model': sql`
    select cases.id from cases
    join incidents on incidents.id = cases.incident_id join reports on reports.id = cases.report_id
    where cases.closed_at is null and incidents.model_key != lower(coalesce(reports.model, ''))`,
  'a closed incident in which somebody waits': sql`
    select cases.id from cases join incidents on incidents.id = cases.incident_id
    where incidents.closed_at is not null and cases.state in ('open', 'claimed')`,
  'an open incident in which nobody waits': sql`
    select id from incidents where closed_at is null and notice_text is null
    and not exists (select 1 from cases where incident_id = incidents.id and cases.state in ('open', 'claimed'))`,
  'a case in another state than its incident': sql`
    select cases.id, cases.state, incidents.state from cases join incidents on incidents.id = cases.incident_id
    where cases.closed_at is null and cases.state != incidents.state`,
  'an end without a time, or a time without an end': sql`
    select id from incidents where (closed_at is null) != (state in ('open', 'claimed'))`,
  'a claim without its event': sql`
    select id from incidents where state = 'claimed' and not exists (
      select 1 from events where events.incident_id = incidents.id and events.kind = 'claimed'
      and events.by_id = incidents.claimed_by)`,
  'more or fewer reopenings than events': sql`
    select id from incidents where reopened != (
      select count(*) from events where events.incident_id = incidents.id and events.kind = 'reopened')`,
  'an incident that was opened twice, or never': sql`
    select id from incidents where 1 != (
      select count(*) from events where events.incident_id = incidents.id and events.kind = 'opened')`,
  'an incident without a card and without a row that owes it': sql`
    select id from incidents where card_message_id is null and not exists (
      select 1 from outbox where outbox.incident_id = incidents.id and kind = 'card' and done_at is null)`,
};

/** The rules that are broken, with the first rows that break them. */
export async function faultsOf({ db }: Database): Promise<string[]> {
  const faults: string[] = [];
  for (const [rule, query] of Object.entries(rules)) {
    const { rows } = await query.execute(db);
    if (rows.length > 0) faults.push(`${rule}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return faults;
}
