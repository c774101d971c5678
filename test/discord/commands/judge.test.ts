import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/discord/commands/judge.ts';
import type { Diagnose } from '../../../src/diagnosis/diagnosis.ts';
import { noEvidence } from '../../../src/diagnosis/evidence.ts';
import { entry, knowledge } from '../knowledge.ts';

/** Finds "first" in everything but empty text, and takes the word "secret" out. */
const diagnose: Diagnose = (text) => ({
  entry: text === '' ? null : entry('first'),
  confidence: text === '' ? 0 : 0.9,
  alternatives: [entry('second')],
  upstream: false,
  alsoSeen: [],
  evidence: { ...noEvidence, model: 'from-text', line: text },
  redacted: text.replaceAll('secret', '[key]'),
  secrets: text.includes('secret') ? 1 : 0,
});

const ask = (query: string, model: string | null = null, log = '') =>
  judge({ query, model, log }, diagnose, knowledge);

describe('judging what /error was given', () => {
  it('reads query and log as one text', () => {
    expect(ask('it fails', null, 'the log').evidence.line).toBe('it fails\nthe log');
  });

  it('takes the chosen suggestion for the cause, and everything else from the log', () => {
    const judged = ask('entry:second', null, 'the log');
    expect(judged.entry?.id).toBe('second');
    expect(judged.evidence.line).toBe('the log');
    expect(judged.alternatives).toEqual([]);
  });

  it('reads a suggestion that is no longer there as text', () => {
    expect(ask('entry:removed').entry?.id).toBe('first');
  });

  it('takes the model that was given, without blanks around it', () => {
    expect(ask('503', '  gpt-4o ').evidence.model).toBe('gpt-4o');
    expect(ask('503').evidence.model).toBe('from-text');
    expect(ask('503', '   ').evidence.model).toBe('from-text');
  });

  it('counts a key that was given as the model', () => {
    const judged = ask('503', 'secret');
    expect(judged.evidence.model).toBe('[key]');
    expect(judged.secrets).toBe(1);
  });
});
