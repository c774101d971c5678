/** Embed rules that the published schema does not carry. */
import type { APIEmbed } from 'discord-api-types/v10';
import type { FormErrors } from '../form-errors.ts';

/** Over all embeds of a message together. */
const MAX_EMBED_TEXT = 6000;

export function checkEmbeds(embeds: readonly APIEmbed[], errors: FormErrors): void {
  let total = 0;
  embeds.forEach((embed, index) => {
    const here = errors.at(index);
    if (isEmpty(embed)) here.required('description');
    embed.fields?.forEach((field, at) => {
      if (!field.name.trim()) here.required('fields', at, 'name');
      if (!field.value.trim()) here.required('fields', at, 'value');
    });
    if (embed.footer && !embed.footer.text.trim()) here.required('footer', 'text');
    if (embed.author && !(embed.author.name || '').trim()) here.required('author', 'name');
    checkUrls(embed, here);
    const before = total;
    total += textLength(embed);
    if (before <= MAX_EMBED_TEXT && total > MAX_EMBED_TEXT) {
      here.add('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_EMBED_TEXT}`);
    }
  });
}

function textLength({ title, description, fields = [], footer, author }: APIEmbed): number {
  const texts = [
    title,
    description,
    footer?.text,
    author?.name,
    ...fields.flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce((sum, text) => sum + (text ?? '').trim().length, 0);
}

function isEmpty(embed: APIEmbed): boolean {
  return textLength(embed) === 0 && !embed.image && !embed.thumbnail;
}

function checkUrls(embed: APIEmbed, errors: FormErrors): void {
  checkScheme(embed.url, ['http', 'https'], errors.at('url'));
  checkScheme(embed.author?.url, ['http', 'https'], errors.at('author', 'url'));
  checkScheme(embed.author?.icon_url, ['http', 'https', 'attachment'], errors.at('author', 'icon_url'));
  checkScheme(embed.footer?.icon_url, ['http', 'https', 'attachment'], errors.at('footer', 'icon_url'));
  checkScheme(embed.image?.url, ['http', 'https', 'attachment'], errors.at('image', 'url'));
  checkScheme(embed.thumbnail?.url, ['http', 'https', 'attachment'], errors.at('thumbnail', 'url'));
}

export function checkScheme(url: string | null | undefined, schemes: string[], errors: FormErrors): void {
  if (!url || !URL.canParse(url)) return;
  const scheme = new URL(url).protocol.slice(0, -1);
  if (schemes.includes(scheme)) return;
  const allowed = schemes.map((one) => `'${one}'`).join(', ');
  errors.add('URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" must be one of (${allowed}).`);
}
