/**
 * Makes a report readable for the floors above: terminal colours, invisible characters and escapes out,
 * one kind of line end. Pure.
 */

// eslint-disable-next-line no-control-regex -- terminal control sequences are what is looked for
const terminalSequence =
  /\u001B(?:\[[0-9;?:]*[ -/]*[@-~]|\][^\u0007\u001B]{0,2000}(?:\u0007|\u001B\\)|[@-Z\\-_])/g;
const invisible = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE0E\uFEFF]/g;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001A\u001C-\u001F\u007F]/g;
const otherBlank = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const escapedLetter = /\\u([0-9a-fA-F]{4})/g;

/** Cleans a report. Never longer than its input. */
export function normalise(report: string): string {
  return report
    .replace(terminalSequence, '')
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
      .replace(/\\{1,8}(?=["'])/g, (slashes) => ' '.repeat(slashes.length))
      .replace(
        /\\{1,8}[rn](?![a-z])|(?<=[.,;:}\])"'>])(?<![A-Za-z]:)\\{1,8}[rn]/g,
        (escape) => ' '.repeat(escape.length - 1) + '\n',
      ),
  );
}

const logPrefix = /^(?:[\w.-]{1,40}[ \t]{0,30}\|[ \t]|[│┃║|>][ \t]{1,4})/gm;

/** `service-1  | text`, `│ text` and `> text` say where a line comes from; a message that is wrapped reads on. */
function blankPrefixes(text: string): string {
  return text.replace(logPrefix, (prefix) => ' '.repeat(prefix.length));
}
