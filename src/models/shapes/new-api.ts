/** `GET /api/pricing` of new-api: which groups of tokens may call which model. */
import { z } from 'zod';
import { groupList, type Shape } from './shape.ts';

/** Stands in `enable_groups` for every group there is. */
const everyGroup = 'all';
/** No group that holds models: a token of it tries the groups of `auto_groups` one after the other. */
const autoGroup = 'auto';

/** Only the names of the groups are of use; older versions have no `auto_groups`, empty lists come as null. */
const pricingSchema = z.object({
  data: z.array(z.object({ model_name: z.string(), enable_groups: groupList.nullish() })),
  group_ratio: z.record(z.string(), z.unknown()).nullish(),
  usable_group: z.record(z.string(), z.unknown()).nullish(),
  auto_groups: groupList.nullish(),
});

type Pricing = z.output<typeof pricingSchema>;

export const newApiShape: Shape = {
  name: '/api/pricing of new-api',
  schema: pricingSchema.transform((pricing) => {
    const all = groupsOf(pricing);
    return {
      models: pricing.data.map(({ model_name: name, enable_groups: groups }) => ({
        name,
        groups: groups?.includes(everyGroup) ? all : groups,
      })),
      autoGroups: pricing.auto_groups ?? [],
    };
  }),
};

/** Every group that the answer knows of; null when it names none. */
function groupsOf({ data, group_ratio: ratios, usable_group: usable }: Pricing): string[] | null {
  const groups = new Set([...Object.keys(ratios ?? {}), ...Object.keys(usable ?? {})]);
  for (const { enable_groups: named } of data) for (const group of named ?? []) groups.add(group);
  groups.delete(everyGroup);
  groups.delete(autoGroup);
  return groups.size === 0 ? null : [...groups];
}
