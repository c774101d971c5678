/** Discord's Markdown → plain text of one line, with the names that people see. Pure. */
import { parse } from 'discord-markdown-parser';
import { type Around, type Node, nameFor } from './markdown.ts';
import { stampText } from './time.ts';

export function plainText(text: string, around: Around): string {
  return plain(parse(text, 'extended'), around).replace(/\s+/g, ' ').trim();
}

function plain(content: Node['content'], around: Around): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return content;
  return content.map((node) => plainNode(node, around)).join('');
}

function plainNode(node: Node, around: Around): string {
  switch (node.type) {
    case 'user':
    case 'role':
      return `@${nameFor(node, around.seen)}`;
    case 'everyone':
    case 'here':
      return `@${node.type}`;
    case 'channel':
      return `#${around.seen.channels.find(({ id }) => id === node.id)?.name ?? '…'}`;
    case 'timestamp':
      return stampText(Number(node.timestamp), node.format ?? '', around.now, around.language);
    case 'emoji':
      return `:${node.name ?? ''}:`;
    case 'twemoji':
      return node.name ?? '';
    case 'slashCommand':
      return `/${node.name ?? ''}`;
    case 'spoiler':
      return '…';
    case 'br':
    case 'newline':
      return ' ';
    default:
      return plain(node.content, around);
  }
}
