/** A Discord message as lines for a terminal. Pure. */
import { ComponentType, type APIEmbed, type APIMessage } from 'discord-api-types/v10';
import type { AnyComponent } from '../rest/checks/components.ts';

/** How ids are shown as names. */
export interface Names {
  user: (id: string) => string;
  channel: (id: string) => string;
  role: (id: string) => string;
}

export interface Shown {
  readonly message: APIMessage;
  /** Name of the one who alone sees it; null when everybody does. */
  readonly onlyFor: string | null;
  readonly change: 'new' | 'edited';
}

export function renderMessage({ message, onlyFor, change }: Shown, names: Names): string[] {
  const author = names.user(message.author.id);
  const marks = [
    ...(message.referenced_message ? [`↩ ${names.user(message.referenced_message.author.id)}`] : []),
    ...(onlyFor === null ? [] : [`(only ${onlyFor} sees this)`]),
    ...(change === 'edited' ? ['(edited)'] : []),
  ];
  const head = `${names.channel(message.channel_id)} ${[author, ...marks].join(' ')}`;
  const content = message.content === '' ? [] : readable(message.content, names).split('\n');
  const body = [
    ...content,
    ...message.attachments.map((file) => `[file ${file.filename}, ${file.size} bytes]`),
    ...message.embeds.flatMap((embed) => renderEmbed(embed, names)),
    ...(message.components ?? []).flatMap((row) => renderRow(row as unknown as AnyComponent)),
  ];
  return [head, ...body.map((line) => `  ${line}`)];
}

function renderEmbed(embed: APIEmbed, names: Names): string[] {
  const text = (value: string | undefined) =>
    value === undefined || value === '' ? [] : readable(value, names).split('\n');
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => {
    const [first = '', ...more] = readable(value, names)
      .split('\n')
      .filter((line) => line !== '');
    return [`${readable(name, names)}: ${first}`, ...more.map((line) => `  ${line}`)];
  });
  const lines = [...text(embed.description), ...fields, ...text(embed.footer?.text)];
  return [`┌ ${readable(embed.title ?? '', names)}`, ...lines.map((line) => `│ ${line}`.trimEnd()), '└'];
}

function renderRow(row: AnyComponent): string[] {
  const parts = row.components ?? [];
  const buttons = parts
    .filter((part) => part.type === ComponentType.Button)
    .map((part) => `[${part.label ?? ''}]`);
  const options = parts
    .filter((part) => part.type === ComponentType.StringSelect)
    .flatMap((part) => (part.options ?? []).map((option, index) => `  ${index + 1}. ${option.label}`));
  return [...(buttons.length === 0 ? [] : [buttons.join(' ')]), ...options];
}

/** Discord's Markdown and mentions as a person reads them. */
function readable(text: string, names: Names): string {
  return text
    .replace(/```\w*\n?/g, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\\([\\*_~`|>#[\]()<-])/g, '$1')
    .replace(/\u200b/g, '')
    .replace(
      /<t:(\d+)(?::\w)?>/g,
      (_, seconds: string) =>
        `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
    )
    .replace(/<@&(\d+)>/g, (_, id: string) => `@${names.role(id)}`)
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${names.user(id)}`)
    .replace(/<#(\d+)>/g, (_, id: string) => names.channel(id))
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '$1 <$2>');
}
