/** Models to choose from while somebody types a name: always those of the list as it is now. */
import { createSuggestNames, type SuggestNames } from './look-alikes/suggest-names.ts';
import type { Catalogue } from './model.ts';
import { rememberLast } from './remember.ts';

export function createSuggestModels(catalogue: () => Catalogue): SuggestNames {
  const prepare = rememberLast((models: Catalogue['models']) =>
    createSuggestNames(models.map(({ name }) => name)),
  );
  return (typed, most) => prepare(catalogue().models)(typed, most);
}
