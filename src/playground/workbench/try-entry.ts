/** Tries an edited entry: would it load, where do its examples lead, and whose examples does it take. Pure. */
import { tryExamples, type TriedExample } from '../../diagnosis/check-examples.ts';
import { createDiagnose } from '../../diagnosis/diagnose.ts';
import type { Diagnose } from '../../diagnosis/diagnosis.ts';
import { signatureFaults } from '../../diagnosis/signature-faults.ts';
import { type Entry, entrySchema } from '../../knowledge/entry.ts';
import type { Fault } from '../../knowledge/fault.ts';
import { findEntry, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Locate } from '../../knowledge/locate.ts';
import { parseYaml } from '../../knowledge/parse.ts';
import { claimFault, entryFile, sharedClaims, unknownLinks } from '../../knowledge/validate.ts';
import type { Conflict, Result, Stolen, Trial } from './answers.ts';

export type TryEntry = (yaml: string) => Trial;

const mostFaults = 100;
/** Of one field. The shipped entries have 215 signatures and 6 examples at most. */
const mostSignatures = 1000;
const mostExamples = 200;
const longestText = 300;

/** What the edited entry is held against is read once, at the first try. */
export function createTryEntry(knowledge: KnowledgeBase, modelNames: () => readonly string[]): TryEntry {
  let sound: readonly Sound[] | undefined;
  return (yaml) => {
    const parsed = parseYaml('', yaml, entrySchema);
    if (!('value' in parsed)) return nothingRun(null, knowledge, parsed.faults);
    const { value: entry, locate } = parsed;
    const own = [...tooMany(entry), ...signatureFaults([entry])].map((fault) => placed(fault, locate));
    if (own.length > 0) return nothingRun(entry, knowledge, own);
    const others = knowledge.entries.filter(({ id }) => id !== entry.id);
    const entries = [...others, entry];
    const diagnose = createDiagnose({ ...knowledge, entries: asLoaded(entries) }, modelNames);
    sound ??= soundExamples(knowledge.entries, createDiagnose(knowledge, modelNames));
    const links = unknownLinks(entry, knowledge.site).map((fault) => placed(fault, locate));
    return {
      ...nothingRun(entry, knowledge, links),
      results: tryExamples(entry, diagnose).map((tried) => resultOf(tried, locate)),
      stolen: stolenFrom(sound, entry, diagnose),
      conflicts: conflictsOf(entry, entries, locate),
    };
  };
}

/** In the order of their files, as the bot would have them: of two equal signals the later entry's wins. */
function asLoaded(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => (entryFile(a.id) < entryFile(b.id) ? -1 : 1));
}

/** See createTryEntry(), which is faster for more than one try. */
export function tryEntry(yaml: string, knowledge: KnowledgeBase, modelNames: () => readonly string[]): Trial {
  return createTryEntry(knowledge, modelNames)(yaml);
}

function nothingRun(entry: Entry | null, knowledge: KnowledgeBase, faults: readonly Fault[]): Trial {
  const known = entry !== null && findEntry(knowledge, entry.id) !== undefined;
  return {
    entryId: entry?.id ?? null,
    place: entry === null ? null : known ? 'replaces' : 'adds',
    faults: faults.slice(0, mostFaults),
    results: [],
    stolen: [],
    conflicts: [],
  };
}

function placed(fault: Fault, locate: Locate): Fault {
  return { ...fault, ...locate(fault.path) };
}

/** The edited entry is the last, so that what it shares is its own fault. */
function conflictsOf(entry: Entry, entries: readonly Entry[], locate: Locate): Conflict[] {
  return sharedClaims(entries)
    .filter((shared) => shared.entry === entry)
    .map((shared) => ({
      path: shared.path,
      ...lineOf(shared.path, locate),
      claim: shared.written,
      entryId: shared.owner.id,
      hint: claimFault(shared).hint,
    }));
}

function lineOf(path: string, locate: Locate): { line?: number } {
  const line = locate(path)?.line;
  return line === undefined ? {} : { line };
}

function tooMany(entry: Entry): Fault[] {
  const { signatures, upstream, hints, examples, counterexamples } = entry;
  const fields: [path: string, texts: readonly string[], most: number][] = [
    ['signatures', signatures, mostSignatures],
    ['upstream.signatures', upstream?.signatures ?? [], mostSignatures],
    ['hints', hints, mostSignatures],
    ['examples', examples, mostExamples],
    ['counterexamples', counterexamples, mostExamples],
  ];
  return fields
    .filter(([, texts, most]) => texts.length > most)
    .map(([path, texts, most]) => ({
      file: '',
      path,
      message: `holds ${texts.length} texts, which is more than is tried here`,
      hint: `keep the ${most} that differ most`,
    }));
}

function resultOf({ index, ...tried }: TriedExample, locate: Locate): Result {
  const path = `${tried.kind}s[${index}]`;
  return { ...tried, path, ...lineOf(path, locate), text: shortened(tried.text) };
}

/** An example that leads to its entry in the knowledge base as it is. */
interface Sound {
  readonly entryId: string;
  readonly text: string;
}

function soundExamples(entries: readonly Entry[], diagnose: Diagnose): Sound[] {
  return entries.flatMap((entry) =>
    tryExamples(entry, diagnose)
      .filter(({ kind, ok }) => kind === 'example' && ok)
      .map(({ text }) => ({ entryId: entry.id, text })),
  );
}

function stolenFrom(sound: readonly Sound[], edited: Entry, diagnose: Diagnose): Stolen[] {
  return sound
    .filter(({ entryId }) => entryId !== edited.id)
    .flatMap(({ entryId, text }) => {
      const got = diagnose(text, { asked: false }).entry?.id ?? null;
      return got === entryId ? [] : [{ entryId, text: shortened(text), got }];
    });
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}
