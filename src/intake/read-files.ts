/** The files of one report → text, all together inside one time limit. Failures are outcomes, never exceptions. */
import { decodeStream } from './decode.ts';
import type { FileOutcome, FileSource } from './file.ts';
import { createGate, type Gate } from './gate.ts';
import { type IntakeLimits, intakeLimits } from './limits.ts';

export type ReadFiles = (files: readonly FileSource[]) => Promise<FileOutcome[]>;

/** Creates the reader that all reports share, so that its limit on parallel downloads holds for all of them. */
export function createFileReader(limits: IntakeLimits = intakeLimits): ReadFiles {
  const gate = createGate(limits.parallel);
  return async (files) => {
    const signal = AbortSignal.timeout(limits.totalMs);
    const read = files.slice(0, limits.filesPerReport).map((file) => readFile(file, limits, gate, signal));
    const rest = files.slice(limits.filesPerReport).map(({ name }) => ({ kind: 'skipped' as const, name }));
    return [...(await Promise.all(read)), ...rest];
  };
}

async function readFile(
  { name, url }: FileSource,
  limits: IntakeLimits,
  gate: Gate,
  signal: AbortSignal,
): Promise<FileOutcome> {
  try {
    return await gate(async () => {
      // Redirects are not followed: Discord's own file addresses never do that.
      const response = await fetch(url, { signal, redirect: 'error' });
      if (!response.ok || response.body === null) return { kind: 'unreachable', name };
      return { ...(await decodeStream(response.body, limits.bytesPerFile)), name };
    });
  } catch {
    return { kind: 'unreachable', name };
  }
}
