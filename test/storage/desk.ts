/** An empty desk on a real database with a clock that the test sets, and shorthands to fill it. */
import type { Origin, OpenedBy, Report, Facts } from '../../src/escalation/report.ts';
import type { OutboxRow } from '../../src/escalation/outbox.ts';
import { openStores, type Stores } from '../../src/storage/stores.ts';
import type { Place } from './databases.ts';
import { facts, origin } from './temporary.ts';

export type TestDesk = Awaited<ReturnType<typeof openDesk>>;

export async function openDesk(create: () => Promise<Place>) {
  const database = await create();
  const clock = { now: 1_000_000 };
  const open = (): Promise<Stores> => openStores(database.place, () => clock.now);
  const stores = await open();
  let sources = 0;
  return {
    ...stores,
    stores,
    clock,
    open,
    place: database.place,
    claimed: async (source = String(++sources), more: Partial<Origin> = {}): Promise<Report> => {
      const report = await stores.reports.claim(origin(source, more));
      if (report === null) throw new Error('not claimed');
      return report;
    },
    /** A report with a case, by its reporter. */
    opened: async (
      by: string,
      more: Partial<Facts> = {},
      openedBy: OpenedBy = 'policy',
      where: Partial<Origin> = {},
    ) => {
      const people = { askerId: by, reporterId: by, ...where };
      const report = await stores.reports.claim(origin(String(++sources), people));
      const recorded = await stores.reports.record(report?.id ?? '', { ...facts, ...more }, openedBy);
      const file = await stores.cases.find(recorded.caseId ?? '');
      if (file === null) throw new Error('no case');
      return { report: recorded, case: file.case, incidentId: file.case.incidentId };
    },
    /** Takes and settles all that is owed, as if Discord took everything; says what it was. */
    delivered: async (): Promise<string[]> => {
      const said: string[] = [];
      for (;;) {
        const rows = await stores.outbox.take(100);
        if (rows.length === 0) return said;
        for (const row of rows) {
          const text = await told(stores, row);
          if (text !== null) said.push(text);
          await stores.outbox.done(row, { channelId: '1', messageId: `card of ${row.incidentId ?? ''}` });
        }
      }
    },
    close: async (): Promise<void> => {
      await stores.close();
      await database.remove();
    },
  };
}

async function told({ outbox }: Stores, row: OutboxRow): Promise<string | null> {
  const content = await outbox.read(row);
  if (content === null) return null;
  if (content.kind === 'digest') return `digest of ${content.digest.total}`;
  if (content.kind === 'notice') {
    const { kind, userId, by, text } = content.notice;
    return `${kind} to ${userId} by ${by}${text === null ? '' : `: ${text}`}`;
  }
  return `${content.kind} ${content.file.incident.state}`;
}
