/**
 * Makes a report readable for the floors above: terminal colours, invisible characters and escapes out,
 * one kind of line end. Pure.
 */
import { stripVTControlCharacters } from 'node:util';

/** Zero-width characters, marks of direction, byte order marks, soft hyphens. */
const invisible = /\p{Cf}/gu;
const control = /(?![\n\t])\p{Cc}/gu;
const otherBlank = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const escapedLetter = /\\u([0-9a-fA-F]{4})/g;

/** Cleans a report. Never longer than its input. */
export function normalise(report: string): string {
  return stripVTControlCharacters(report)
    .replace(invisible, '')
    .replace(/\r\n?/g, '\n')
    .replace(control, '')
    .replace(otherBlank, ' ')
    .replace(escapedLetter, (escape, hex: string) => decodedLetter(escape, Number.parseInt(hex, 16)));
}

/** `\u6e20` is read as 渠; ASCII escapes stay, since they may hide a quote that ends a string. */
function decodedLetter(escape: string, code: number): string {
  return code >= 0xa1 ? String.fromCharCode(code) : escape;
}

/**
 * The reading form: full-width forms become ASCII, escaped quotes and line ends become real ones, log prefixes
 * become blanks. Every character keeps its place, so that what is found here can be cut from the text itself.
 */
export function fold(text: string): string {
  return blankPrefixes(
    text
      .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/[“”„«»「」『』]/g, '"')
      .replace(/[‘’‚]/g, "'")
      .replace(/\\{1,8}["']/g, unescapedQuote)
      .replace(
        /\\{1,8}[rn](?![a-z])|(?<=[.,;:}\])"'>])(?<![A-Za-z]:)\\{1,8}[rn]/g,
        (escape) => ' '.repeat(escape.length - 1) + '\n',
      ),
  );
}

/** An escaped quote that opens keeps its place beside what it opens, one that closes beside what it closes. */
function unescapedQuote(escape: string, at: number, whole: string): string {
  const quote = escape.slice(-1);
  const blanks = ' '.repeat(escape.length - 1);
  return /[\s:{[,(=]/.test(whole.charAt(at - 1)) || at === 0 ? blanks + quote : quote + blanks;
}

const logPrefix = /^(?:[\w.-]{1,40}[ \t]{0,30}\|[ \t]|[│┃║|>][ \t]{1,4})/gm;

/** `service-1  | text`, `│ text` and `> text` say where a line comes from; a message that is wrapped reads on. */
function blankPrefixes(text: string): string {
  return text.replace(logPrefix, (prefix) => ' '.repeat(prefix.length));
}
