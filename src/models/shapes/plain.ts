/** Lists that somebody keeps by hand: `["name", …]`, `[{"name": …}]` or `[{"id": …}]`. */
import { z } from 'zod';
import type { Shape } from './shape.ts';

const item = z.union([
  z.string(),
  z.object({ name: z.string() }).transform(({ name }) => name),
  z.object({ id: z.string() }).transform(({ id }) => id),
]);

export const plainShape: Shape = {
  name: 'a plain list of names or of objects with "name" or "id"',
  schema: z.array(item).transform((names) => ({ models: names.map((name) => ({ name })) })),
};
