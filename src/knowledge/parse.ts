/** One YAML text → a value of a schema, or the faults in it. Pure. */
import type { z } from 'zod';
import type { Fault } from './fault.ts';
import { createLocate, type Locate, positionAt } from './locate.ts';
import { readYaml, type YamlText } from './read-yaml.ts';

export type Parsed<T> =
  | { readonly value: T; readonly faults: readonly []; readonly locate: Locate }
  | { readonly faults: readonly Fault[] };

export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  let yaml: YamlText;
  try {
    yaml = readYaml(text);
  } catch (error) {
    const message = sentenceOf(error as Error);
    return { faults: [{ file, path: '', message, hint: 'write plain YAML, as the other entries do' }] };
  }
  const { document, lines, value } = yaml;
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => {
        const place = positionAt(lines, error.pos[0]);
        return {
          file,
          path: `line ${place.line}`,
          ...place,
          message: sentenceOf(error),
          hint: 'check the indentation, and put text that holds a colon or a brace in quotes',
        };
      }),
    };
  }
  const locate = createLocate(document, lines);
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, faults: [], locate };
  return {
    faults: result.error.issues
      .flatMap((issue) => issueFaults(file, issue))
      .map((fault) => ({ ...fault, ...locate(fault.path) })),
  };
}

/** The library says of brackets without end only what they did to it. */
function sentenceOf({ message }: Error): string {
  return message.includes('call stack') ? 'The text is nested too deeply' : message;
}

function issueFaults(file: string, issue: z.core.$ZodIssue): Fault[] {
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      path: path === '' ? key : `${path}.${key}`,
      message: 'unknown field',
      hint: 'remove it, or look for a typing error in its name',
    }));
  }
  return [{ file, path, message: messageOf(issue), hint: hintFor(issue) }];
}

function messageOf({ code, message }: z.core.$ZodIssue): string {
  return code === 'invalid_type' && message.endsWith('received undefined') ? 'is missing' : message;
}

function hintFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `expected ${issue.expected}`;
  if (issue.code === 'too_big' && issue.origin === 'number')
    return `write a number of ${String(issue.maximum)} at most`;
  if (issue.code === 'too_big')
    return `shorten it to ${String(issue.maximum)} at most, so that an answer fits Discord`;
  if (issue.code === 'too_small') return 'add what is missing';
  if (issue.code === 'invalid_value') return `use one of ${issue.values.map(String).join(', ')}`;
  return 'see "How to edit the knowledge base" in README.md';
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );
}
