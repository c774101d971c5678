/** The list of models that a person at the terminal names, or the shipped one. */
import { readFileSync } from 'node:fs';
import { type CheckModel, createCheckModel } from '../models/check-model.ts';
import type { Catalogue } from '../models/model.ts';
import { ListFault, readModelList } from '../models/shapes/read-model-list.ts';
import { CatalogueFault, loadShippedCatalogue } from '../models/shipped.ts';
import { UserError } from './user-error.ts';

/** Throws UserError when `models.json` is missing or broken. */
export function shippedOrFail(dir: string): Catalogue {
  try {
    return loadShippedCatalogue(dir);
  } catch (error) {
    if (error instanceof CatalogueFault) throw new UserError(error.message, 'check --data and DATA_DIR');
    throw error;
  }
}

/**
 * Compares with the list in a file: an answer of the platform that was saved, or a JSON array of names.
 * @param instead the list to take when there is no file
 * @throws UserError when the file cannot be read or is no list of models
 */
export function checkModelOf(file: string | undefined, instead: Catalogue, shipped: Catalogue): CheckModel {
  const catalogue = file === undefined ? instead : readCatalogue(file);
  return createCheckModel(() => catalogue, shipped);
}

function readCatalogue(file: string): Catalogue {
  try {
    return { ...readModelList(JSON.parse(readFileSync(file, 'utf8'))), source: 'live', asOf: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    if (error instanceof ListFault) throw new UserError(`${file}: ${reason}`);
    if (error instanceof SyntaxError) throw new UserError(`${file} is not JSON: ${reason}`);
    throw new UserError(`${file} cannot be read: ${reason}`, 'check the path');
  }
}
