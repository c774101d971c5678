/** Checks the body of a request of the workbench. Pure. */
import type { z } from 'zod';

/** The message is a sentence for people. */
export class WorkbenchRefusal extends Error {}

/** Throws WorkbenchRefusal where the body is not what it should be. */
export function checked<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new WorkbenchRefusal(
    `The request cannot be read: ${where === '' ? '' : `${where}: `}${issue?.message ?? ''}`,
  );
}
