/**
 * What errdesk answers to the examples of each entry, kept as files beside this test. When an answer changes, the
 * difference is printed; when it is wanted, `npx vitest run test/golden -u` writes it down, to be reviewed as a diff.
 */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createDiagnose } from '../../src/diagnosis/diagnose.ts';
import { shouldEscalate } from '../../src/escalation/policy.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createKnownNames } from '../../src/models/names.ts';
import { loadShippedCatalogue } from '../../src/models/shipped.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const knowledge = loadKnowledge(data);
const diagnose = createDiagnose(knowledge, createKnownNames(loadShippedCatalogue(data)));

function golden(text: string): string {
  const diagnosis = diagnose(text, { asked: false });
  const { entry, evidence, alternatives, alsoSeen, upstream } = diagnosis;
  const facts = {
    entry: entry?.id ?? 'silence',
    sure: diagnosis.confidence >= 0.9 ? 'very' : diagnosis.confidence >= 0.7 ? 'enough' : 'no',
    escalate: shouldEscalate(diagnosis),
    upstream,
    ...evidence,
    alternatives: alternatives.map(({ id }) => id).join(', ') || null,
    alsoSeen: alsoSeen.map((seen) => `${seen.entry.id} ×${seen.count}`).join(', ') || null,
  };
  const told = Object.entries(facts).filter(([, value]) => value !== null && value !== false);
  return [text, ...told.map(([name, value]) => `    ${name}: ${String(value)}`)].join('\n');
}

test.each(knowledge.entries.map((entry) => [entry.id, entry] as const))('%s', async (id, entry) => {
  const texts = [...entry.examples, ...entry.counterexamples];
  await expect(`${texts.map(golden).join('\n\n')}\n`).toMatchFileSnapshot(`${id}.txt`);
});
