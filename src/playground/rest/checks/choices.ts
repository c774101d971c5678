/** Rules for the choices of an autocomplete answer. */
import type { Choice } from '../../world/types.ts';
import type { FormErrors } from '../form-errors.ts';

const MAX_CHOICES = 25;
const MAX_LENGTH = 100;

export function checkChoices(data: unknown, errors: FormErrors): Choice[] {
  const given = (data as { choices?: unknown } | null | undefined)?.choices;
  const here = errors.at('choices');
  if (!Array.isArray(given)) {
    here.required();
    errors.refuseIfAny();
    return [];
  }
  if (given.length > MAX_CHOICES)
    here.add('BASE_TYPE_MAX_LENGTH', `Must be ${MAX_CHOICES} or fewer in length.`);
  given.forEach((choice: Partial<Choice>, index) => {
    checkName(choice.name, here.at(index, 'name'));
    checkValue(choice.value, here.at(index, 'value'));
  });
  errors.refuseIfAny();
  return given as Choice[];
}

function checkName(name: unknown, errors: FormErrors): void {
  if (typeof name !== 'string' || name.length === 0) errors.required();
  else if (name.length > MAX_LENGTH)
    errors.add('BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${MAX_LENGTH} in length.`);
}

function checkValue(value: unknown, errors: FormErrors): void {
  if (typeof value === 'number') return;
  if (typeof value !== 'string') errors.required();
  else if (value.length > MAX_LENGTH)
    errors.add('BASE_TYPE_MAX_LENGTH', `Must be ${MAX_LENGTH} or fewer in length.`);
}
