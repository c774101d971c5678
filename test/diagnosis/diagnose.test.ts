import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createDiagnose } from '../../src/diagnosis/diagnose.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));

it('a list of models that changes is known to the next report', () => {
  let names: readonly string[] = ['gpt-4o'];
  const diagnose = createDiagnose(loadKnowledge(data), () => names);
  const modelOf = () =>
    diagnose('zorblax-7 fails: Error code: 503 - Service Unavailable', { asked: true }).evidence.model;
  expect(modelOf()).toBeNull();
  names = ['gpt-4o', 'zorblax-7'];
  expect(modelOf()).toBe('zorblax-7');
  names = ['gpt-4o'];
  expect(modelOf()).toBeNull();
});
