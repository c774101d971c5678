/** Every model name that is known, to tell models apart from other words in a report. */
import type { Catalogue } from './model.ts';

/**
 * Names of the world and names of the platform: people also write of models that the platform does not offer.
 * @param current what is known now; left out: nothing but the shipped list
 * @returns the same array for as long as the models of the catalogue are the same
 */
export function createKnownNames(
  shipped: Catalogue,
  current: () => Catalogue = () => shipped,
): () => readonly string[] {
  let { models } = shipped;
  const ofTheWorld = models.map(({ name }) => name);
  let names = ofTheWorld;
  return () => {
    const now = current().models;
    if (now !== models) {
      models = now;
      names = [...new Set([...ofTheWorld, ...now.map(({ name }) => name)])];
    }
    return names;
  };
}
