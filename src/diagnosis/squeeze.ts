/**
 * A view without blanks, quotes and case, in which a wrapped, indented or re-quoted message reads as the gateway
 * sent it. Keeps for every character its place in the text. Pure.
 */
export interface Squeezed {
  readonly text: string;
  /** `offsets[i]` is the place of `text[i]` in what was squeezed; one more at the end. */
  readonly offsets: Uint32Array;
}

/** Left out: blanks, quotes, backslashes, frames of boxes, Markdown emphasis. */
function isLeftOut(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0x22 ||
    code === 0x27 ||
    code === 0x5c ||
    code === 0x60 ||
    code === 0x2a ||
    (code >= 0x2018 && code <= 0x201f) ||
    (code >= 0x2500 && code <= 0x257f)
  );
}

export function squeeze(text: string): Squeezed {
  const lower = text.toLowerCase();
  // A few letters change their length in lower case; such a text is read as it is.
  const source = lower.length === text.length ? lower : text;
  const offsets = new Uint32Array(source.length + 1);
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    if (isLeftOut(source.charCodeAt(at))) {
      if (from < at) parts.push(source.slice(from, at));
      from = at + 1;
    } else {
      offsets[length] = at;
      length += 1;
    }
  }
  if (from < source.length) parts.push(source.slice(from));
  offsets[length] = source.length;
  return { text: parts.join(''), offsets: offsets.subarray(0, length + 1) };
}
