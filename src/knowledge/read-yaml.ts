/** YAML text → a document and the plain value in it, with the library's limits in force. Pure. */
import { type Document, isScalar, LineCounter, parseDocument } from 'yaml';

export interface YamlText {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly value: unknown;
}

/** Each key is compared with every key before it; no honest file comes near this. */
const mostComparisons = 1_000_000;

/**
 * The value is undefined where the document has errors.
 * @throws Error with a sentence for a text that no editor writes: too deep, too many keys, aliases of aliases
 */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  let comparisons = 0;
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    uniqueKeys: (a, b) => {
      comparisons += 1;
      if (comparisons > mostComparisons) throw new Error('There are too many fields');
      return a === b || (isScalar(a) && isScalar(b) && a.value === b.value);
    },
  });
  return { document, lines, value: document.errors.length > 0 ? undefined : document.toJS() };
}
