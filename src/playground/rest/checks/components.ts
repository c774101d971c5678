/** Component rules that the published schema does not carry: rows, widths, ids, buttons, selects. */
import { ButtonStyle, ComponentType, type APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { FormErrors } from '../form-errors.ts';
import { checkScheme } from './embeds.ts';

const MAX_ROWS = 5;
const MAX_COMPONENTS_V2 = 40;
const MAX_TEXT_V2 = 4000;

/** Any component, with the fields that are looked at. */
export interface AnyComponent {
  type: ComponentType;
  custom_id?: string | null;
  components?: AnyComponent[];
  component?: AnyComponent;
  accessory?: AnyComponent;
  style?: number;
  label?: string | null;
  emoji?: object | null;
  url?: string | null;
  sku_id?: string | null;
  content?: string;
  disabled?: boolean | null;
  options?: { value: string; label: string; default?: boolean | null }[];
  min_values?: number | null;
  max_values?: number | null;
  required?: boolean | null;
  min_length?: number | null;
  max_length?: number | null;
  value?: string | null;
}

export function checkMessageComponents(
  components: readonly APIMessageTopLevelComponent[],
  version2: boolean,
  errors: FormErrors,
): void {
  const all = components as unknown as AnyComponent[];
  if (version2) checkVersion2(all, errors);
  else checkRows(all, errors);
  checkEach(all, errors, new Set());
}

function checkRows(rows: AnyComponent[], errors: FormErrors): void {
  if (rows.length > MAX_ROWS) errors.add('BASE_TYPE_MAX_LENGTH', `Must be ${MAX_ROWS} or fewer in length.`);
  rows.forEach((row, index) => {
    if (row.type !== ComponentType.ActionRow) {
      errors.add('UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).', [index, 'type']);
    }
  });
}

function checkVersion2(all: AnyComponent[], errors: FormErrors): void {
  const flat = flatten(all);
  if (flat.length > MAX_COMPONENTS_V2) {
    errors.add(
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `Maximum total components exceeded: ${MAX_COMPONENTS_V2}`,
    );
  }
  const text = flat.reduce(
    (sum, one) => sum + (one.type === ComponentType.TextDisplay ? (one.content ?? '').length : 0),
    0,
  );
  if (text > MAX_TEXT_V2) {
    errors.add(
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Displayable text size exceeds maximum size of ${MAX_TEXT_V2}`,
    );
  }
}

export function flatten(components: readonly AnyComponent[]): AnyComponent[] {
  return components.flatMap((one) => [
    one,
    ...flatten([
      ...(one.components ?? []),
      ...(one.component ? [one.component] : []),
      ...(one.accessory ? [one.accessory] : []),
    ]),
  ]);
}

/** One set of ids goes through the whole message, because ids must be unique in it. */
export function checkEach(components: readonly AnyComponent[], errors: FormErrors, ids: Set<string>): void {
  components.forEach((component, index) => {
    checkOne(component, errors.at(index), ids);
  });
}

function checkOne(component: AnyComponent, errors: FormErrors, ids: Set<string>): void {
  if (component.custom_id) {
    if (ids.has(component.custom_id)) {
      errors.add('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', ['custom_id']);
    }
    ids.add(component.custom_id);
  }
  if (component.type === ComponentType.ActionRow) checkWidth(component.components ?? [], errors);
  if (component.type === ComponentType.Button) checkButton(component, errors);
  if (component.type === ComponentType.StringSelect) checkOptions(component, errors);
  if (component.min_values != null || component.max_values != null) checkRange(component, errors);
  if (component.components) checkEach(component.components, errors.at('components'), ids);
  if (component.component) checkOne(component.component, errors.at('component'), ids);
  if (component.accessory) checkOne(component.accessory, errors.at('accessory'), ids);
}

/** A row holds five buttons, or one of anything else. */
function checkWidth(row: AnyComponent[], errors: FormErrors): void {
  let width = 0;
  row.forEach((component, index) => {
    width += component.type === ComponentType.Button ? 1 : 5;
    if (width > 5) {
      errors.add('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width', [
        'components',
        index,
      ]);
    }
  });
}

function checkButton(
  { style, custom_id: id, url, sku_id: sku, label, emoji }: AnyComponent,
  errors: FormErrors,
): void {
  if (style === ButtonStyle.Premium) {
    if (!sku) errors.required('sku_id');
    return;
  }
  if (id && url)
    errors.add('BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE', 'A custom id and url cannot both be specified', [
      'custom_id',
    ]);
  else if (style === ButtonStyle.Link && !url)
    errors.add('BUTTON_COMPONENT_URL_REQUIRED', 'A url is required', ['url']);
  else if (style !== ButtonStyle.Link && !id) {
    errors.add('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required', ['custom_id']);
  }
  checkScheme(url, ['http', 'https', 'discord'], errors.at('url'));
  if (!label?.trim() && !emoji) errors.required('label');
}

function checkOptions({ options = [] }: AnyComponent, errors: FormErrors): void {
  if (options.length === 0) errors.required('options');
  const values = new Set<string>();
  options.forEach(({ value }, index) => {
    if (values.has(value)) {
      errors.add('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used', [
        'options',
        index,
        'value',
      ]);
    }
    values.add(value);
  });
}

function checkRange(component: AnyComponent, errors: FormErrors): void {
  const min = component.min_values ?? 1;
  const max = component.max_values ?? 1;
  if (min > max) {
    errors.add('SELECT_COMPONENT_MIN_GREATER_THAN_MAX', 'Must be less than or equal to max_values', [
      'min_values',
    ]);
  }
  if (component.type === ComponentType.StringSelect && max > (component.options?.length ?? 0)) {
    errors.add(
      'SELECT_COMPONENT_MAX_GREATER_THAN_OPTIONS',
      'Must be less than or equal to the number of options',
      ['max_values'],
    );
  }
}
