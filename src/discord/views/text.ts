/** Making text safe and short enough for Discord. Whatever comes from a report goes through `inlineCode` or `codeBlock`. */

/**
 * At most `most` UTF-16 units, cut between code points. Discord counts code points, of which there are never more.
 */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > most - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** Hostile text on one line in code: no markdown, mention or link is read inside. */
export function inlineCode(text: string, most: number): string {
  const line = visible(text).replace(/\s+/g, ' ').trim().replaceAll('`', 'ˋ');
  return line === '' ? '' : `\`${clip(line, most)}\``;
}

/** Hostile text in a code block that it cannot close. `most` counts the text without the fences. */
export function codeBlock(text: string, most: number): string {
  // A zero-width space between neighbouring backticks: three of them would end the block.
  const safe = clip(visible(text).trim(), most).replace(/`(?=`)/g, '`\u200b');
  return safe === '' ? '' : `\`\`\`\n${clip(safe, most)}\n\`\`\``;
}

/** Takes out what cannot be seen but changes how the rest is shown: control and direction characters. */
function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

export function numbered(steps: readonly string[]): string {
  return steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
}

/** A moment as every reader sees it in their own zone; empty when the text is no time. */
export function moment(iso: string | null): string {
  const milliseconds = iso === null ? NaN : Date.parse(iso);
  return Number.isNaN(milliseconds) ? '' : `<t:${Math.floor(milliseconds / 1000)}:f>`;
}

/** The same for a moment that we know ourselves. */
export function momentOf(milliseconds: number): string {
  return `<t:${Math.floor(milliseconds / 1000)}:f>`;
}

/** "2 minutes ago", kept up by the reader's own client. */
export function ago(milliseconds: number): string {
  return `<t:${Math.floor(milliseconds / 1000)}:R>`;
}

const maskedLink = /\[([^\][\n]+)\]\(<?(https?:\/\/[^\s()<>]+)>?\)/gi;

/** What staff wrote, as running text: links work and show where they lead, and nobody is mentioned. */
export function plain(text: string, most: number): string {
  const harmless = visible(text)
    .trim()
    .replace(/@(?=everyone|here)/gi, '@\u200b')
    .replace(/<(?=[@#])/g, '<\u200b')
    .replace(maskedLink, '$1 ($2)')
    .replaceAll('](', ']\u200b(');
  return clip(harmless, most);
}

/** Joins the pieces that have something to say. */
export function lines(...pieces: (string | null | false)[]): string {
  return pieces.filter((piece) => piece !== null && piece !== false && piece !== '').join('\n');
}
