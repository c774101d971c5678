/** Names that people have written wrongly, each with what was meant; and the real list of names. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadShippedCatalogue } from '../../../src/models/shipped.ts';

export interface WrongName {
  readonly id: string;
  readonly name: string;
  /** Left out: the shipped list. */
  readonly catalogue?: readonly string[];
  readonly offered: boolean;
  readonly didYouMean: string | null;
  /** Other spellings of the same model. */
  readonly accept?: readonly string[];
  /** Which may stand first where nothing is claimed. */
  readonly nearest?: readonly string[];
}

export const shippedNames = loadShippedCatalogue(
  fileURLToPath(new URL('../../../data', import.meta.url)),
).models.map(({ name }) => name);

export const wrongNames: readonly WrongName[] = readFileSync(
  new URL('wrong-names.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as WrongName);

/** Of another author, who has not seen the first ones: measured as a whole, and never mended one by one. */
export interface OthersName {
  readonly id: string;
  readonly name: string;
  readonly catalogue: readonly string[];
  readonly kind: 'claim' | 'never' | 'exact';
  /** What may be claimed. */
  readonly want: readonly string[];
}

export function readSet(file: string): OthersName[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const [head = '', ...lines] = text.trim().split('\n');
  const { lists } = JSON.parse(head) as { lists: Record<string, string[]> };
  return lines.map((line) => {
    const row = JSON.parse(line) as Omit<OthersName, 'catalogue' | 'want'> & {
      list?: string;
      want?: string[];
    };
    return { ...row, want: row.want ?? [], catalogue: lists[row.list ?? ''] ?? shippedNames };
  });
}
