/** A row of buttons or a select below a message. */
import { html, nothing, type TemplateResult } from 'lit';
import type { APIMessage } from '../../web/protocol.ts';
import { buttonStyle, componentType, type Part } from '../discord.ts';
import { type SeenPage, textsOf } from './page.ts';

export function rowView(page: SeenPage, message: APIMessage, row: unknown): TemplateResult {
  const parts = (row as Part).components ?? [];
  return html`<discord-action-row slot="components">
    ${parts.map((part) => (part.type === componentType.button ? buttonView(page, message, part) : selectView(page, message, part)))}
  </discord-action-row>`;
}

const looks: Readonly<Record<number, string>> = {
  [buttonStyle.primary]: 'primary',
  [buttonStyle.success]: 'success',
  [buttonStyle.danger]: 'destructive',
};

function buttonView({ actions }: SeenPage, message: APIMessage, part: Part): TemplateResult {
  const { custom_id: id, label = '', style, url, disabled = false } = part;
  const link = style === buttonStyle.link && /^https?:\/\//i.test(url ?? '') ? url : undefined;
  return html`<discord-button
    type=${looks[style ?? 0] ?? 'secondary'}
    url=${link ?? nothing}
    ?disabled=${disabled}
    @click=${() => {
      if (id !== undefined && !disabled) void actions.press(message, id);
    }}
    >${label}</discord-button
  >`;
}

/** The browser's own select: the library's shows options but cannot be used by keyboard. */
function selectView(page: SeenPage, message: APIMessage, part: Part): TemplateResult {
  const { custom_id: id = '', placeholder, options = [], disabled = false } = part;
  const label = placeholder ?? textsOf(page).choose;
  return html`<select
    class="select"
    aria-label=${label}
    ?disabled=${disabled}
    @change=${(event: Event) => {
      const select = event.target as HTMLSelectElement;
      page.actions.choose(message, id, [select.value]);
      select.value = '';
    }}
  >
    <option value="" selected disabled>${label}</option>
    ${options.map(
      ({ value, label: name, description }) =>
        html`<option value=${value} title=${description ?? nothing}>${name}</option>`,
    )}
  </select>`;
}
