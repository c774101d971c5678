/** The list that comes with errdesk, `data/models.json`: what holds until a platform says what it offers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from './model.ts';
import { ListFault, readModelList } from './shapes/read-model-list.ts';

export class CatalogueFault extends Error {}

/**
 * Names of the models that gateways are known to offer, as they are written in requests. The file may also hold any
 * other shape that is understood, for instance a plain list of names.
 * @throws CatalogueFault when the file is missing or is no list of models
 */
export function loadShippedCatalogue(dataDir: string): Catalogue {
  const file = join(dataDir, 'models.json');
  try {
    return { ...readModelList(JSON.parse(readFileSync(file, 'utf8'))), source: 'shipped', asOf: null };
  } catch (error) {
    if (error instanceof ListFault || error instanceof SyntaxError || isSystemError(error))
      throw new CatalogueFault(`${file}: ${error.message}`);
    throw error;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
