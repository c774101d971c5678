/** Rules for modals that the published schema does not carry. */
import { ComponentType } from 'discord-api-types/v10';
import * as spec from 'discord-api-spec/zod';
import type { Modal } from '../../world/types.ts';
import type { FormErrors } from '../form-errors.ts';
import { checkEach, type AnyComponent } from './components.ts';
import { checkSchema } from './schema.ts';

const MAX_ROWS = 5;

export function checkModal(value: unknown, errors: FormErrors): Modal {
  checkSchema(spec.ModalInteractionCallbackRequestDataSchema, value, errors);
  errors.refuseIfAny();
  const modal = value as Modal;
  const rows = modal.components as unknown as AnyComponent[];
  const here = errors.at('components');
  if (rows.length > MAX_ROWS)
    here.add('BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${MAX_ROWS} in length.`);
  checkEach(rows, here, new Set());
  rows.forEach((row, index) => {
    if (row.type !== ComponentType.ActionRow) return;
    row.components?.forEach((input, at) => {
      if (!input.label) here.required(index, 'components', at, 'label');
      checkLengths(input, here.at(index, 'components', at));
    });
  });
  errors.refuseIfAny();
  return modal;
}

function checkLengths({ min_length: min, max_length: max, value }: AnyComponent, errors: FormErrors): void {
  if (min != null && max != null && min > max) {
    errors.add('TEXT_INPUT_MIN_GREATER_THAN_MAX', 'Must be less than or equal to max_length', ['min_length']);
  }
  if (value && max != null && value.length > max)
    errors.add('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`, ['value']);
}
