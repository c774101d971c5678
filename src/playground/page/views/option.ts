/** One option of a command as a field with its label: what it looks like depends on what the option takes. */
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { optionType } from '../discord.ts';
import '../elements/suggest-field.ts';
import type { SuggestField } from '../elements/suggest-field.ts';
import { viewerOf } from '../looks.ts';
import { localised } from '../slash.ts';
import { type SeenPage, textsOf } from './page.ts';

/** Most that Discord takes for a text. */
const longest = 6000;

/**
 * @param typed what the field begins with
 * @param suggest asks the bot for suggestions, for options that have them
 */
export function optionView(
  page: SeenPage,
  option: APIApplicationCommandBasicOption,
  typed: string,
  suggest: SuggestField['suggest'],
): TemplateResult {
  const locale = viewerOf(page.state)?.locale ?? 'en-US';
  const { name } = option;
  const optional = html`<small>${textsOf(page).optional}</small>`;
  return html`<div class="option">
    <label for=${`option-${name}`}
      >${localised(option, 'name', locale)} ${option.required === true ? nothing : optional}</label
    >
    ${listView(page, option, locale) ?? fieldView(page, option, typed, suggest)}
    <small class="quiet" id=${`about-${name}`}>${localised(option, 'description', locale)}</small>
  </div>`;
}

interface Row {
  readonly value: string;
  readonly label: string;
}

function listView(
  page: SeenPage,
  option: APIApplicationCommandBasicOption,
  locale: string,
): TemplateResult | null {
  const { name, required } = option;
  const rows = rowsOf(page, option, locale);
  if (rows === null) return null;
  return html`<select
    class="select"
    id=${`option-${name}`}
    name=${name}
    aria-describedby=${`about-${name}`}
    ?required=${required}
  >
    <option value=""></option>
    ${rows.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
  </select>`;
}

/** What there is to choose from; null where something is typed. */
function rowsOf(page: SeenPage, option: APIApplicationCommandBasicOption, locale: string): Row[] | null {
  const { people, roles, channels } = page.seen;
  const words = textsOf(page);
  const named = (all: readonly { readonly id: string; readonly name: string }[]): Row[] =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  if ('choices' in option) {
    return option.choices.map((choice) => ({
      value: String(choice.value),
      label: localised(choice, 'name', locale),
    }));
  }
  switch (option.type) {
    case optionType.boolean:
      return [
        { value: 'true', label: words.yes },
        { value: 'false', label: words.no },
      ];
    case optionType.user:
      return named(people);
    case optionType.role:
      return named(roles);
    case optionType.mentionable:
      return named([...people, ...roles]);
    case optionType.channel:
      return named(channels.filter(({ kind }) => kind === 'text'));
    default:
      return null;
  }
}

function fieldView(
  page: SeenPage,
  option: APIApplicationCommandBasicOption,
  typed: string,
  suggest: SuggestField['suggest'],
): TemplateResult {
  const { name, type, required = false } = option;
  const id = `option-${name}`;
  if (type === optionType.attachment)
    return html`<input type="file" id=${id} name=${name} ?required=${required} />`;
  if (type === optionType.integer || type === optionType.number) {
    return html`<input
      type="number"
      step=${type === optionType.integer ? '1' : 'any'}
      min=${('min_value' in option ? option.min_value : undefined) ?? nothing}
      max=${('max_value' in option ? option.max_value : undefined) ?? nothing}
      id=${id}
      name=${name}
      ?required=${required}
    />`;
  }
  return html`<suggest-field
    .name=${name}
    .typed=${typed}
    .longest=${('max_length' in option ? option.max_length : undefined) ?? longest}
    .required=${required}
    .label=${textsOf(page).suggestions}
    .suggest=${'autocomplete' in option && option.autocomplete ? suggest : null}
  ></suggest-field>`;
}
