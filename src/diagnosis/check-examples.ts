/** Runs the examples of every entry through the engine, read as in a channel. Pure. */
import type { Entry } from '../knowledge/entry.ts';
import type { Fault } from '../knowledge/fault.ts';
import { entryFile } from '../knowledge/validate.ts';
import type { Diagnose } from './diagnosis.ts';

export interface TriedExample {
  readonly kind: 'example' | 'counterexample';
  /** Place among the examples, or among the counterexamples. */
  readonly index: number;
  readonly text: string;
  /** An example leads to the entry, a counterexample does not. */
  readonly ok: boolean;
  /** Where it leads; null: silence. */
  readonly got: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** The entry that comes nearest when there is silence. */
  readonly nearest: string | null;
}

export function tryExamples(entry: Entry, diagnose: Diagnose): TriedExample[] {
  const attempt = (kind: TriedExample['kind']) => (text: string, index: number) => {
    const { entry: found, confidence, alternatives } = diagnose(text, { asked: false });
    const leadsHere = found?.id === entry.id;
    return {
      kind,
      index,
      text,
      ok: leadsHere === (kind === 'example'),
      got: found?.id ?? null,
      confidence,
      nearest: found === null ? (alternatives[0]?.id ?? null) : null,
    };
  };
  return [...entry.examples.map(attempt('example')), ...entry.counterexamples.map(attempt('counterexample'))];
}

export function checkExamples(entries: readonly Entry[], diagnose: Diagnose): Fault[] {
  return entries.flatMap((entry) =>
    tryExamples(entry, diagnose)
      .filter(({ ok }) => !ok)
      .map((tried) => ({ file: entryFile(entry.id), ...exampleFault(tried) })),
  );
}

function exampleFault({ kind, index, got, confidence, nearest }: TriedExample): Omit<Fault, 'file'> {
  if (kind === 'counterexample') {
    return {
      path: `counterexamples[${index}]`,
      message: 'leads here',
      hint: 'make the signatures narrower',
    };
  }
  const silence = `silence (confidence ${confidence.toFixed(2)}, nearest ${nearest ?? 'none'})`;
  return {
    path: `examples[${index}]`,
    message: `leads to ${got ?? silence}`,
    hint: 'add a signature that names the cause',
  };
}
