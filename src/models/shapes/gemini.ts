/** `{"models": [{"name": "models/…"}]}`: the list of Gemini, which has pages. */
import { z } from 'zod';
import type { Shape } from './shape.ts';

export const geminiShape: Shape = {
  name: '/v1beta/models of Gemini',
  schema: z
    .object({ models: z.array(z.object({ name: z.string() })), nextPageToken: z.string().nullish() })
    .transform(({ models, nextPageToken }) => ({
      models: models.map(({ name }) => ({ name: name.replace(/^models\//, '') })),
      ...(nextPageToken && { incomplete: 'ask for all at once with ?pageSize=1000' }),
    })),
};
