/** One embed. Titles are drawn by the page: the library would look for emojis in them on another host. */
import type { APIEmbed } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { markdown } from '../markdown.ts';
import { aroundOf, type SeenPage } from './page.ts';

export function embedView(page: SeenPage, embed: APIEmbed): TemplateResult {
  const around = aroundOf(page, true);
  const color = embed.color === undefined ? '' : `#${embed.color.toString(16).padStart(6, '0')}`;
  return html`<discord-embed slot="embeds" color=${color}>
    <discord-embed-description slot="description">
      ${embed.title === undefined ? nothing : html`<p class="title">${markdown(embed.title, around)}</p>`}
      <span class="content">${markdown(embed.description ?? '', around)}</span>
    </discord-embed-description>
    ${embed.fields === undefined ? nothing : fieldsView(page, embed.fields)}
    ${
      embed.footer === undefined
        ? nothing
        : html`<discord-embed-footer slot="footer">${embed.footer.text}</discord-embed-footer>`
    }
  </discord-embed>`;
}

function fieldsView(page: SeenPage, fields: NonNullable<APIEmbed['fields']>): TemplateResult {
  const around = aroundOf(page, true);
  let column = 0;
  return html`<discord-embed-fields slot="fields">
    ${fields.map(({ name, value, inline = false }) => {
      column = inline ? (column % 3) + 1 : 0;
      return html`<discord-embed-field ?inline=${inline} inline-index=${inline ? column : nothing}>
        <span class="field-name">${markdown(name, around)}</span>
        <span class="content">${markdown(value, around)}</span>
      </discord-embed-field>`;
    })}
  </discord-embed-fields>`;
}
