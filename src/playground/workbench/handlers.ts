/** The named requests of the workbench's panes, each a function from a body to an answer. Nothing is written to disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { explanationOf } from '../../diagnosis/explain.ts';
import { createRead, type Read } from '../../diagnosis/trace.ts';
import { intakeLimits } from '../../intake/limits.ts';
import { findEntry, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { entryFile } from '../../knowledge/validate.ts';
import type { EntryName, EntryText, Why } from './answers.ts';
import { checked, WorkbenchRefusal } from './body.ts';
import { createTryEntry } from './try-entry.ts';

export interface WorkbenchParts {
  readonly knowledge: KnowledgeBase;
  /** The folder that the knowledge base was loaded from. */
  readonly dataDir: string;
  readonly modelNames: () => readonly string[];
  /** The text of a report, text files included; null where no such message is known. */
  readonly textOfMessage: (messageId: string) => ReportedText | null | Promise<ReportedText | null>;
}

export interface ReportedText {
  readonly text: string;
  readonly asked: boolean;
}

export type Handler = (body: unknown) => unknown;

const mostYamlBytes = 200_000;

const noBody = z.strictObject({}).nullish();
const entryBody = z.strictObject({ id: z.string('an entry has to be named by its id').max(200) });
const yamlBody = z.strictObject({
  yaml: z
    .string('the text of an entry is missing')
    .refine((text) => Buffer.byteLength(text) <= mostYamlBytes, 'an entry may have 200 kB at most'),
});
const whyBody = z.union(
  [
    z.strictObject({ messageId: z.string().regex(/^\d{1,20}$/, 'a message has to be named by its id') }),
    z.strictObject({
      text: z.string().max(intakeLimits.charactersPerReport, 'the text is too long'),
      asked: z.boolean('say whether somebody asked: true or false'),
    }),
  ],
  'name a message by its id, or give a text and say whether somebody asked',
);

/** @returns handlers by name; each throws WorkbenchRefusal with a sentence for people when its body is not what it should be */
export function createWorkbenchHandlers(parts: WorkbenchParts): Record<WorkbenchRequest, Handler> {
  const { knowledge, dataDir, modelNames, textOfMessage } = parts;
  const tryEntry = createTryEntry(knowledge, modelNames);
  const read = createRead(knowledge, modelNames);
  return {
    entries: (body) => {
      checked(noBody, body);
      return knowledge.entries.map(({ id, title }): EntryName => ({ id, title }));
    },
    entry: (body) => entryText(knowledge, dataDir, checked(entryBody, body).id),
    'try-entry': (body) => tryEntry(checked(yamlBody, body).yaml),
    why: async (body) => {
      const wanted = checked(whyBody, body);
      const report = 'text' in wanted ? wanted : await textOfMessage(wanted.messageId);
      if (report === null) throw new WorkbenchRefusal('That message is not known here, or holds no text.');
      return explained(read, report);
    },
  };
}

export type WorkbenchRequest = 'entries' | 'entry' | 'try-entry' | 'why';

function explained(read: Read, { text, asked }: ReportedText): Why {
  const start = performance.now();
  const trace = read(text, { asked });
  const ms = performance.now() - start;
  return { ...explanationOf(trace), ms };
}

/** The id is one of the loaded entries', never a path that somebody sends. */
async function entryText(knowledge: KnowledgeBase, dataDir: string, id: string): Promise<EntryText> {
  const entry = findEntry(knowledge, id);
  if (entry === undefined) throw new WorkbenchRefusal(`There is no entry called "${id}".`);
  try {
    return { id: entry.id, yaml: await readFile(join(dataDir, entryFile(entry.id)), 'utf8') };
  } catch {
    throw new WorkbenchRefusal(`The file of "${entry.id}" can no longer be read.`);
  }
}
