/** The list of models that a person at the terminal names, or the shipped one. */
import { createReadStream } from 'node:fs';
import { decodeStream } from '../intake/decode.ts';
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
export async function checkModelOf(
  file: string | undefined,
  instead: Catalogue,
  shipped: Catalogue,
): Promise<CheckModel> {
  const catalogue = file === undefined ? instead : await readCatalogue(file);
  return createCheckModel(() => catalogue, shipped);
}

/** As much as the bot takes of a platform. */
const mostBytes = 8_000_000;
const shapes =
  'save an answer of /v1/models, /api/pricing or /api/available_model, or write a JSON array of names';

async function readCatalogue(file: string): Promise<Catalogue> {
  if (/^https?:/.test(file)) throw new UserError(`${file} is an address, no file`, shapes);
  const text = await readText(file);
  if (text.trim() === '') throw new UserError(`${file} is empty`, shapes);
  if (text.trimStart().startsWith('<'))
    throw new UserError(`${file} is a web page, no list of models`, shapes);
  try {
    return { ...readModelList(JSON.parse(text)), source: 'live', asOf: null };
  } catch (error) {
    if (error instanceof ListFault) throw new UserError(`${file}: ${error.message}`, shapes);
    if (error instanceof SyntaxError) throw new UserError(`${file} is not JSON: ${error.message}`, shapes);
    throw error;
  }
}

/** Also what Windows saves: UTF-16, or with a byte order mark. */
async function readText(file: string): Promise<string> {
  try {
    const decoded = await decodeStream(createReadStream(file), mostBytes);
    if (decoded.kind === 'text') return decoded.text;
    throw new UserError(
      decoded.kind === 'tooLarge' ? `${file} is larger than 8 MB` : `${file} is not text`,
      shapes,
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new UserError(`${file} cannot be read: ${reason}`, 'check the path');
  }
}
