/** What the person says in their own words: the report without logs, bodies, code and the error text itself. Pure. */
import { anyOf } from './any-of.ts';

/** Lines that a program wrote. */
const machineLine = anyOf([
  /^\s*(?:\[?\d{4}[-/]\d\d[-/]\d\d|\[?\d\d:\d\d:\d\d|\w{3} \d\d \d\d:)/,
  /^\s*(?:File "|at \S+ ?\(|Traceback|raise |\^+|~+|\d+ ?\| |[\w.-]{1,40}\s*\| )/,
  /^\s*\[?(?:INFO|DEBUG|WARN(?:ING)?|ERR(?:OR)?|TRACE|FATAL)\b/,
  /^\s*(?:\w+\.)+\w*(?:Error|Exception|Timeout)\b|^\s*[<>*] [\w-]+[:/]/,
  /^\s*<\/?\w+[\s>]|^\s*["'][\w.-]+["']\s*:|^\s*[}\]]|[{,;]\s*$/,
]);
const fenced = /^[ \t]{0,8}```[\s\S]{0,100000}?(?:^[ \t]{0,8}```|$(?![\s\S]))/gm;
/** Bodies and dumps on a line with words around them. */
const body = /\{[^\n]{0,20000}\}|<[!\w/][^\n>]{0,2000}>|https?:\/\/\S{1,500}/g;

/** Only so much of a log can be somebody's own words. */
const mostLines = 400;

/** spans: what was recognised as error text, in order. */
export function proseOf(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  let words = '';
  let from = 0;
  for (const { start, end } of spans) {
    if (start < from) continue;
    words += `${text.slice(from, start)} `;
    from = end;
  }
  words += text.slice(from);
  return words
    .replace(fenced, '\n')
    .split('\n', mostLines)
    .filter((line) => !machineLine.test(line))
    .join('\n')
    .replace(body, ' ');
}
