/** Files that somebody names in a terminal. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Upload } from '../world/attachments.ts';

/** Something that cannot be done; the sentence is for the one who typed. */
export class ChatRefusal extends Error {}

export function upload(path: string): Upload {
  try {
    return { name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    throw new ChatRefusal(`${path} cannot be read: ${(error as Error).message}`);
  }
}
