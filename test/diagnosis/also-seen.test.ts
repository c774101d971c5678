import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createDiagnose } from '../../src/diagnosis/diagnose.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createKnownNames } from '../../src/models/names.ts';
import { loadShippedCatalogue } from '../../src/models/shipped.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const diagnose = createDiagnose(loadKnowledge(data), createKnownNames(loadShippedCatalogue(data)));

const rateLimit =
  "Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-5 in organization org-1 on tokens per min (TPM): Limit 200000'}}";
const balance = "Error code: 402 - {'error': {'message': 'Insufficient Balance', 'type': 'unknown_error'}}";
const noChannel =
  "Error code: 503 - {'error': {'message': 'No available channel for model gpt-5 under group vip (distributor)'}}";

test('the last failure decides; the others are listed, worst first, with counts', () => {
  const filler = '2026-03-01 10:00:00 INFO worker chunk done\n'.repeat(20);
  const log = [rateLimit, filler, noChannel, filler, rateLimit, filler, balance].join('\n');
  const { entry, alsoSeen } = diagnose(log, { asked: false });
  expect(entry?.id).toBe('account-balance-insufficient');
  expect(alsoSeen.map((seen) => [seen.entry.id, seen.count])).toEqual([
    ['model-unavailable', 1],
    ['rate-limited', 2],
  ]);
});

test('one failure told several times is no other failure', () => {
  expect(diagnose(`${noChannel}\n${noChannel}`, { asked: false }).alsoSeen).toEqual([]);
});

test('a retry that ends in another status is not the last failure', () => {
  const log = `${rateLimit} Retrying in 2 seconds… (attempt 9/10)\nAPI Error: 502 Bad Gateway`;
  expect(diagnose(log, { asked: false }).entry?.id).toBe('bad-gateway');
});

test('a fallback fails for its own reason', () => {
  const log = `[router] gpt-5 failed: 429 Rate limit reached for gpt-5 on requests per min (RPM): Limit 3 -> falling back\n[router] claude-haiku-4-5 failed: 403 token quota is not enough, token remain quota: ＄0.004210, need quota: ＄0.050000`;
  const { entry, evidence } = diagnose(log, { asked: false });
  expect(entry?.id).toBe('token-quota-exhausted');
  expect(evidence).toMatchObject({ status: 403, model: 'claude-haiku-4-5' });
});
