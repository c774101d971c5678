/** A small knowledge base, and the largest entry that its schema allows. */
import { type Entry, entrySchema } from '../../src/knowledge/entry.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import type { Incident, IncidentFile } from '../../src/escalation/incident.ts';
import type { Report } from '../../src/escalation/report.ts';
import { createCheckModel } from '../../src/models/check-model.ts';
import type { PlatformStatus } from '../../src/models/live/status-latch.ts';
import type { Catalogue } from '../../src/models/model.ts';

export function entry(id: string, more: Partial<Entry> = {}): Entry {
  return entrySchema.parse({
    id,
    status: [503],
    title: { en: `Title of ${id}`, zh: `${id} 标题` },
    cause: { en: `Cause of ${id} on {site}.`, zh: `${id} 的原因。` },
    solution: { en: ['Look at {website}.', 'Use {apiBase}.'], zh: ['打开 {website}。'] },
    aliases: {},
    escalation: 'offer',
    links: ['guide'],
    checked: '2026-11-22',
    examples: ['x'],
    ...more,
  });
}

/** Every text as long as the schema allows, in characters of two UTF-16 units; the steps grow even when filled in. */
export function largestEntry(id: string): Entry {
  const long = (most: number) => '𝕏'.repeat(Math.floor(most / 2));
  const both = (most: number) => ({ en: long(most), zh: long(most) });
  const steps = Array.from({ length: 6 }, () => '{website}'.repeat(33));
  const links = Array.from({ length: 20 }, (_, index) => `l${index}`);
  return entry(id, { title: both(60), cause: both(700), solution: { en: steps, zh: steps }, links });
}

const link = { label: { en: 'Guide', zh: '指南' }, url: 'https://example.com/guide' };

export const knowledge: KnowledgeBase = {
  version: 'test',
  entries: [entry('first'), entry('second', { status: [503, 529] }), entry('third', { status: [] })],
  site: {
    name: 'Example',
    website: 'https://example.com',
    apiBase: 'https://api.example.com',
    links: { guide: link },
  },
};

export function largestKnowledge(): KnowledgeBase {
  const links = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `l${index}`,
      { ...link, url: `https://example.com/${'x'.repeat(90)}` },
    ]),
  );
  const entries = ['first', 'second', 'third', 'fourth'].map(largestEntry);
  return {
    ...knowledge,
    entries,
    site: { ...knowledge.site, website: `https://example.com/${'y'.repeat(80)}`, links },
  };
}

export const report: Report = {
  id: 'ABCDEFGHJK',
  source: '900000000000000009',
  kind: 'message',
  guildId: '900000000000000001',
  channelId: '900000000000000002',
  askerId: '900000000000000003',
  reporterId: '900000000000000004',
  language: 'en',
  asked: false,
  state: 'answered',
  outcome: null,
  answer: { channelId: '900000000000000002', messageId: '900000000000000010' },
  caseId: null,
  claimedAt: 0,
  entryId: 'first',
  alternatives: ['second', 'third'],
  upstream: false,
  alsoSeen: [],
  status: 503,
  code: null,
  model: null,
  modelWritten: null,
  group: null,
  requestId: null,
  requestTime: null,
  line: null,
};

export const incident: Incident = {
  id: 'KLMNPQRSTV',
  guildId: report.guildId,
  entryId: 'first',
  model: null,
  state: 'open',
  openedAt: 1_770_000_000_000,
  claimedBy: null,
  claimedAt: null,
  closedBy: null,
  closedAt: null,
  note: null,
  reopened: 0,
  count: 1,
  latestAt: 1_770_000_000_000,
  mergedInto: null,
  notice: null,
  card: null,
  threadId: null,
};

export const file: IncidentFile = {
  incident,
  recent: [{ ...report, caseId: 'CDEFGHJKLM' }],
  first: report,
  reporters: [report.reporterId],
  reporterCount: 1,
  waiting: 1,
};

/** What is known of a platform that offers these; without any: what is shipped knows nothing, and nobody asks. */
export function platformThat(
  offers: Catalogue['models'] | null = null,
  status: PlatformStatus = { kind: 'unknown' },
) {
  const shipped: Catalogue = { models: [], autoGroups: [], source: 'shipped', asOf: null };
  const live: Catalogue = { ...shipped, models: offers ?? [], source: 'live', asOf: 1_770_000_000_000 };
  const catalogue = () => (offers === null ? shipped : live);
  return { catalogue, checkModel: createCheckModel(catalogue, shipped), platformStatus: () => status };
}
