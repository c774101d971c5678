import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { noEvidence } from '../../src/diagnosis/evidence.ts';
import { shouldEscalate } from '../../src/escalation/policy.ts';
import type { Entry } from '../../src/knowledge/entry.ts';

const diagnosis = (escalation: Entry['escalation'] | null, status: number | null): Diagnosis => ({
  entry: escalation === null ? null : ({ id: 'x', escalation } as Entry),
  confidence: 1,
  alternatives: [],
  upstream: false,
  alsoSeen: [],
  evidence: { ...noEvidence, status },
  redacted: '',
  secrets: 0,
});

describe('what goes to staff by itself', () => {
  it.each([500, 503])('a %i does, whatever the entry says', (status) => {
    expect(shouldEscalate(diagnosis('never', status))).toBe(true);
  });
  it('an entry that says auto does, without any status', () => {
    expect(shouldEscalate(diagnosis('auto', null))).toBe(true);
  });
  it.each([400, 401, 429, 502, 504, null])('a %s does not', (status) => {
    expect(shouldEscalate(diagnosis('offer', status))).toBe(false);
  });
  it('nothing does that has no cause', () => {
    expect(shouldEscalate(diagnosis(null, 503))).toBe(false);
  });
});
