/** One JSON object a line in, one a line out. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { UserError } from './user-error.ts';

/**
 * One faulty line must not cost the others: it is named on standard error, and in the end the exit code tells.
 * @param example one line as it should be
 * @throws UserError after the last line when some could not be read
 */
export async function eachLine<Line>(
  input: Readable,
  schema: z.ZodType<Line>,
  example: string,
  answer: (line: Line) => object,
): Promise<void> {
  const fields = Object.keys(JSON.parse(example) as object).map((field) => `"${field}"`);
  let number = 0;
  let faults = 0;
  for await (const raw of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (raw.trim() === '') continue;
    const parsed = schema.safeParse(jsonOf(raw));
    if (parsed.success) {
      process.stdout.write(`${JSON.stringify(answer(parsed.data))}\n`);
      continue;
    }
    faults += 1;
    process.stderr.write(`errdesk: line ${number} is no {${fields.join(',')}} object\n`);
  }
  if (faults > 0)
    throw new UserError(
      `${faults} of ${number} lines could not be read`,
      `one JSON object a line: ${example}`,
    );
}

function jsonOf(text: string): unknown {
  try {
    // Windows begins files with a byte order mark.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
