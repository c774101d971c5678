/** Checks a body against a published schema and says what is wrong in Discord's words. */
import type { ZodMiniType } from 'zod/mini';
import type { FormErrors, Path } from '../form-errors.ts';

/** The few fields of zod's issues that are read here; they differ by code. */
interface Issue {
  code?: string;
  path: PropertyKey[];
  expected?: string;
  origin?: string;
  maximum?: number | bigint;
  minimum?: number | bigint;
  format?: string;
  values?: unknown[];
  errors?: Issue[][];
}

/** False when the shape is wrong: then nothing else can be said about the body. */
export function checkSchema(schema: ZodMiniType, value: unknown, errors: FormErrors): boolean {
  const result = schema.safeParse(value);
  if (result.success) return true;
  for (const issue of result.error.issues) report(issue, value, [], errors);
  return false;
}

function report(issue: Issue, root: unknown, base: Path, errors: FormErrors): void {
  const path = [...base, ...(issue.path as Path)];
  const given = valueAt(root, path);
  if (issue.code === 'invalid_union') {
    reportUnion(issue, root, path, errors);
    return;
  }
  const [code, message] = words(issue, given);
  errors.add(code, message, path);
}

/** A union fails with the faults of every branch; only those of the branch that was meant say anything. */
function reportUnion(issue: Issue, root: unknown, path: Path, errors: FormErrors): void {
  const branches = issue.errors ?? [];
  const typed = branches.filter(
    (branch) => !branch.some(({ path: [first, ...deeper] }) => first === 'type' && deeper.length === 0),
  );
  const candidates = hasType(valueAt(root, path)) ? typed : branches;
  const [meant] = candidates.toSorted((one, other) => one.length - other.length);
  if (meant) for (const inner of meant) report(inner, root, path, errors);
  else
    errors.add('UNION_TYPE_CHOICES', 'Value of field "type" must be one of the known types.', [
      ...path,
      'type',
    ]);
}

function hasType(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function words(
  { code, expected, origin, format, ...issue }: Issue,
  given: unknown,
): [code: string, message: string] {
  const shown = typeof given === 'string' ? given : JSON.stringify(given);
  if (given === undefined || given === null) return ['BASE_TYPE_REQUIRED', 'This field is required'];
  switch (code) {
    case 'too_big':
      return origin === 'string' || origin === 'array'
        ? ['BASE_TYPE_MAX_LENGTH', `Must be ${String(issue.maximum)} or fewer in length.`]
        : ['NUMBER_TYPE_MAX', `int value should be less than or equal to ${String(issue.maximum)}.`];
    case 'too_small':
      if (given === '') return ['BASE_TYPE_REQUIRED', 'This field is required'];
      return origin === 'string' || origin === 'array'
        ? ['BASE_TYPE_BAD_LENGTH', `Must be ${String(issue.minimum)} or more in length.`]
        : ['NUMBER_TYPE_MIN', `int value should be greater than or equal to ${String(issue.minimum)}.`];
    case 'invalid_format':
      if (format === 'url') return ['URL_TYPE_INVALID_URL', 'Not a well formed URL.'];
      if (format === 'datetime')
        return ['DATE_TIME_TYPE_PARSE', `Could not parse ${shown}. Should be ISO8601.`];
      return ['NUMBER_TYPE_COERCE', `Value "${shown}" is not snowflake.`];
    case 'invalid_value':
      return ['BASE_TYPE_CHOICES', `Value must be one of (${(issue.values ?? []).map(String).join(', ')}).`];
    default:
      return wrongType(expected, shown);
  }
}

function wrongType(expected: string | undefined, shown: string): [code: string, message: string] {
  if (expected === 'number' || expected === 'int')
    return ['NUMBER_TYPE_COERCE', `Value "${shown}" is not int.`];
  if (expected === 'boolean') return ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'];
  if (expected === 'array') return ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'];
  if (expected === 'string') return ['STRING_TYPE_CONVERT', `Could not interpret "${shown}" as string.`];
  return ['MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType'];
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    root,
  );
}
