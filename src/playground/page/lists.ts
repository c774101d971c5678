/** Lists, which the parser leaves as text: a bullet takes the place of the sign at the beginning of a line. Pure. */
import type { Node } from './markdown.ts';

/** @param content of a message, an embed or a quotation: what begins there begins a line */
export function withBullets(content: readonly Node[]): readonly Node[] {
  return content.map((node, place) => {
    if (!isText(node) || !beginsLine(content, place)) return node;
    return { ...node, content: node.content.replace(/^(\s*)[-*] /, '$1• ') };
  });
}

/** These end their line by themselves. */
const wholeLines: readonly string[] = ['br', 'newline', 'heading', 'subtext', 'blockQuote', 'codeBlock'];

/** The parser gives the spaces before a nested item as a text of their own. */
function beginsLine(content: readonly Node[], place: number): boolean {
  const before = content[place - 1];
  if (before === undefined || wholeLines.includes(before.type)) return true;
  return isText(before) && before.content.trim() === '' && beginsLine(content, place - 1);
}

function isText(node: Node): node is Node & { readonly content: string } {
  return node.type === 'text' && typeof node.content === 'string';
}
