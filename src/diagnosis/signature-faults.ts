/** Signatures and hints that cannot be compiled, for `errdesk knowledge check`. Pure. */
import type { Entry } from '../knowledge/entry.ts';
import type { Fault } from '../knowledge/fault.ts';
import { entryFile } from '../knowledge/validate.ts';
import { compileSignature, SignatureFault } from './signature.ts';

export function signatureFaults(entries: readonly Entry[]): Fault[] {
  return entries.flatMap((entry) =>
    texts(entry).flatMap(([field, patterns]) =>
      patterns.flatMap((pattern, index) => {
        try {
          compileSignature(pattern);
          return [];
        } catch (error) {
          if (!(error instanceof SignatureFault)) throw error;
          return [
            {
              file: entryFile(entry.id),
              path: `${field}[${index}]`,
              message: error.message,
              hint: 'write more of the text',
            },
          ];
        }
      }),
    ),
  );
}

function texts({ signatures, hints, upstream }: Entry): [field: string, patterns: readonly string[]][] {
  return [
    ['signatures', signatures],
    ['hints', hints],
    ['upstream.signatures', upstream?.signatures ?? []],
  ];
}
