/** Text and files of a report → one text to diagnose. */
import type { FileOutcome } from '../../intake/file.ts';
import { joinTexts } from '../../intake/join.ts';
import type { ReadFiles } from '../../intake/read-files.ts';
import type { Collected } from './collect.ts';

export interface Reading {
  readonly text: string;
  readonly files: readonly FileOutcome[];
}

export async function readCollected({ text, files }: Collected, readFiles: ReadFiles): Promise<Reading> {
  if (files.length === 0) return { text, files: [] };
  const outcomes = await readFiles(files);
  const texts = outcomes.flatMap((outcome) => (outcome.kind === 'text' ? [outcome.text] : []));
  return { text: joinTexts([text, ...texts]), files: outcomes };
}
