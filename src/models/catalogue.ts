/** The shipped list of model names, `data/models.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const catalogueSchema = z
  .array(z.object({ name: z.string().min(1), provider: z.string(), mode: z.string() }))
  .min(1);

export class CatalogueFault extends Error {}

/**
 * Names of the models that gateways are known to offer, as they are written in requests.
 * @throws CatalogueFault when the file is missing or is no list of models
 */
export function loadModelNames(dataDir: string): string[] {
  const file = join(dataDir, 'models.json');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CatalogueFault(`${file}: ${(error as Error).message}`);
  }
  const parsed = catalogueSchema.safeParse(json);
  if (!parsed.success) throw new CatalogueFault(`${file} is not a list of {name, provider, mode}`);
  return parsed.data.map((model) => model.name);
}
