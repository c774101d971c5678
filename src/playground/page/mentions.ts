/** `@Mei` as typed → the mention that Discord sends, and back. What stands in code stays as it is. Pure. */
import type { Named } from '../web/protocol.ts';

const code = /(```[\s\S]*?```|``[\s\S]*?``|`[^`]*`)/;

export function withMentions(content: string, people: readonly Named[]): string {
  return outsideCode(content, (text) =>
    people.reduce((all, { id, name }) => all.replaceAll(`@${name}`, `<@${id}>`), text),
  );
}

/** What to show somebody who changes their message. */
export function withNames(content: string, people: readonly Named[]): string {
  return outsideCode(content, (text) =>
    people.reduce((all, { id, name }) => all.replaceAll(`<@${id}>`, `@${name}`), text),
  );
}

function outsideCode(content: string, change: (text: string) => string): string {
  return content
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
