/** `@Mei` as typed → the mention that Discord sends. What stands in code stays as it is. Pure. */
import type { Named } from '../web/protocol.ts';

const code = /(```[\s\S]*?```|``[\s\S]*?``|`[^`]*`)/;

export function withMentions(content: string, people: readonly Named[]): string {
  return content
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : mentioned(part, people)))
    .join('');
}

function mentioned(text: string, people: readonly Named[]): string {
  return people.reduce((all, { id, name }) => all.replaceAll(`@${name}`, `<@${id}>`), text);
}
