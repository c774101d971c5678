/**
 * The labelled corpus, where it lies beside the checkout. Its bars are those that the project promises; without the
 * corpus these tests are skipped, and the entries' own examples stand in for it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createDiagnose } from '../../src/diagnosis/diagnose.ts';
import { shouldEscalate } from '../../src/escalation/policy.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createKnownNames } from '../../src/models/names.ts';
import { loadShippedCatalogue } from '../../src/models/shipped.ts';

const folder = process.env.CORPUS_DIR ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const data = fileURLToPath(new URL('../../data', import.meta.url));

const present = existsSync(`${folder}/reports.jsonl`);

interface Label {
  readonly id: string;
  readonly text: string;
  readonly entry: string;
  readonly accept?: readonly string[];
  readonly status: number | null;
  readonly secrets?: readonly string[];
  readonly ambiguous?: boolean;
}

/** Vitest reads the body of a skipped suite too. */
function labels(file: string): Label[] {
  if (!present) return [];
  return readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Label);
}

describe.skipIf(!present)('on the labelled corpus', () => {
  const diagnose = createDiagnose(loadKnowledge(data), createKnownNames(loadShippedCatalogue(data)));
  const judged = [...labels('reports.jsonl'), ...labels('chatter.jsonl')].map((label) => ({
    label,
    diagnosis: diagnose(label.text, { asked: false }),
  }));
  const reports = judged.filter(({ label }) => label.entry !== 'none');
  const chatter = judged.filter(({ label }) => label.entry === 'none' && label.ambiguous !== true);
  const share = <T>(items: readonly T[], holds: (item: T) => boolean) =>
    items.filter(holds).length / items.length;

  test('the cause is right in at least 95 of 100 reports', () => {
    const right = share(reports, ({ label, diagnosis }) =>
      [label.entry, ...(label.accept ?? [])].includes(diagnosis.entry?.id ?? ''),
    );
    expect(right).toBeGreaterThanOrEqual(0.95);
  });

  test('ordinary talk is met with silence in at least 99 of 100 messages', () => {
    expect(share(chatter, ({ diagnosis }) => diagnosis.entry === null)).toBeGreaterThanOrEqual(0.99);
  });

  test('a 500 and a 503 always go to staff', () => {
    const due = reports.filter(
      ({ label }) =>
        label.status === 500 ||
        label.status === 503 ||
        ['internal-error', 'model-unavailable'].includes(label.entry),
    );
    expect(due.filter(({ diagnosis }) => !shouldEscalate(diagnosis)).map(({ label }) => label.id)).toEqual(
      [],
    );
  });

  test('no secret is left in what is kept', () => {
    const leaks = judged.flatMap(({ label, diagnosis }) =>
      (label.secrets ?? [])
        .filter((secret) => JSON.stringify(diagnosis).includes(secret))
        .map(() => label.id),
    );
    expect(leaks).toEqual([]);
  });
});
