/** Runs the examples of every entry through the engine, read as in a channel. Pure. */
import type { Entry } from '../knowledge/entry.ts';
import type { Fault } from '../knowledge/fault.ts';
import { entryFile } from '../knowledge/validate.ts';
import type { Diagnose } from './diagnosis.ts';

export function checkExamples(entries: readonly Entry[], diagnose: Diagnose): Fault[] {
  return entries.flatMap((entry) => [
    ...entry.examples.flatMap((text, index) => {
      const found = diagnose(text, { asked: false });
      if (found.entry?.id === entry.id) return [];
      const instead =
        found.entry?.id ??
        `silence (confidence ${found.confidence.toFixed(2)}, nearest ${found.alternatives[0]?.id ?? 'none'})`;
      return [
        {
          file: entryFile(entry.id),
          path: `examples[${index}]`,
          message: `leads to ${instead}`,
          hint: 'add a signature that names the cause',
        },
      ];
    }),
    ...entry.counterexamples.flatMap((text, index) => {
      if (diagnose(text, { asked: false }).entry?.id !== entry.id) return [];
      return [
        {
          file: entryFile(entry.id),
          path: `counterexamples[${index}]`,
          message: 'leads here',
          hint: 'make the signatures narrower',
        },
      ];
    }),
  ]);
}
