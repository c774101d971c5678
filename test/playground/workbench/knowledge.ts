/** The shipped knowledge base, and the texts of its entries, for the tests of the workbench. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createKnownNames } from '../../../src/models/names.ts';
import { loadShippedCatalogue } from '../../../src/models/shipped.ts';

export const dataDir = fileURLToPath(new URL('../../../data', import.meta.url));
export const knowledge = loadKnowledge(dataDir);
export const modelNames = createKnownNames(loadShippedCatalogue(dataDir));

export function entryText(id: string): string {
  return readFileSync(join(dataDir, 'knowledge', `${id}.yaml`), 'utf8');
}

/** Adds an item at the head of a list of an entry; item: YAML. */
export function withItem(yaml: string, list: string, item: string): string {
  return yaml.replace(new RegExp(`^${list}:\\n`, 'm'), `${list}:\n  - ${item}\n`);
}
