/** `GET /api/available_model` of one-hub: a map from model to the groups of tokens that may call it. */
import { z } from 'zod';
import { groupList, type Shape } from './shape.ts';

/** Other endpoints answer with maps, too: only `groups` in every value makes it a list of models. */
const availableSchema = z.object({
  data: z.record(z.string(), z.object({ groups: groupList.nullable() })),
});

export const oneHubShape: Shape = {
  name: '/api/available_model of one-hub',
  schema: availableSchema.transform(({ data }) => ({
    models: Object.entries(data).map(([name, { groups }]) => ({ name, groups })),
  })),
};
