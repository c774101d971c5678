/** The list that comes with errdesk, `data/models.json`. */
import { z } from 'zod';
import type { Shape } from './shape.ts';

export const shippedSchema = z.strictObject({
  source: z.string().min(1),
  /** When it was collected: year and month, or a day. */
  date: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  models: z.array(z.strictObject({ name: z.string(), provider: z.string().min(1), mode: z.string().min(1) })),
});

export const shippedShape: Shape = {
  name: 'the models.json that comes with errdesk',
  schema: shippedSchema.transform(({ models }) => ({ models: models.map(({ name }) => ({ name })) })),
};
