/** `{"data": [{"id": …}]}`: the list of OpenAI and of nearly every gateway, and that of Anthropic, which has pages. */
import { z } from 'zod';
import type { Shape } from './shape.ts';

export const openAiShape: Shape = {
  name: '/v1/models of OpenAI or Anthropic',
  schema: z
    .object({ data: z.array(z.object({ id: z.string() })), has_more: z.boolean().nullish() })
    .transform(({ data, has_more: hasMore }) => ({
      models: data.map(({ id }) => ({ name: id })),
      ...(hasMore === true && { incomplete: 'ask for all at once, at Anthropic with ?limit=1000' }),
    })),
};
