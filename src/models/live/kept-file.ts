/** The last good answer on disk, so that a restart while the platform is away does not forget its models. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const keptSchema = z.object({
  /** The address that answered, as a hash: addresses may hold keys. */
  of: z.string(),
  etag: z.string().nullable(),
  /** Milliseconds since 1970 of the last answer that held. */
  asOf: z.number(),
  /** As the platform sent it, so that it is judged anew by those who read it. */
  answer: z.unknown(),
});

export type Kept = Omit<z.output<typeof keptSchema>, 'of'>;

export class KeptFault extends Error {}

/**
 * @returns null when there is no file
 * @throws KeptFault when it cannot be used, with the reason for people
 */
export function readKept(file: string, url: string): Kept | null {
  const text = textOf(file);
  if (text === null) return null;
  const { of, ...kept } = parse(text);
  if (of !== hashOf(url)) throw new KeptFault('it belongs to another address');
  return kept;
}

/** Under its own name only when it is whole: a process that is killed meanwhile leaves the old one. */
export async function writeKept(file: string, url: string, kept: Kept): Promise<void> {
  // With the number of the process: others may keep theirs in the same place.
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, JSON.stringify({ of: hashOf(url), ...kept }), { flush: true });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new KeptFault(`it cannot be read: ${code ?? 'unknown reason'}`);
  }
}

function parse(text: string): z.output<typeof keptSchema> {
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    throw new KeptFault('it is broken');
  }
}

function hashOf(url: string): string {
  return createHash('sha256').update(url).digest('hex');
}
