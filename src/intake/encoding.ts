/** What the bytes are, judged by the bytes: file names and declared types are only claims. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How many bytes at the start are enough to judge. */
export const sniffedBytes = 4096;

/** First bytes of files that may hold no NUL early on and would otherwise pass for odd text. */
const magics: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, jar
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // rar
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xff, 0xd8, 0xff], // jpeg
  [0x47, 0x49, 0x46, 0x38], // gif
  [0x52, 0x49, 0x46, 0x46], // webp, wav, avi
  [0x7f, 0x45, 0x4c, 0x46], // elf
];

/** Share of control characters above which bytes are not text. */
const mostControls = 0.1;

/** The encoding of text, judged by its first bytes; null when it is not text. */
export function sniffEncoding(head: Uint8Array): Encoding | null {
  const marked = byOrderMark(head);
  if (marked !== null) return marked;
  if (magics.some((magic) => magic.every((byte, index) => head[index] === byte))) return null;
  const wide = byZeroBytes(head);
  if (wide !== null) return wide;
  if (head.includes(0)) return null;
  const controls = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  return controls > head.length * mostControls ? null : 'utf-8';
}

function byOrderMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * A log in UTF-16 is mostly ASCII: one byte of each pair is zero there, the other one hardly ever. (Hardly: the
 * common Chinese character for "one" is 4E 00.)
 */
function byZeroBytes(head: Uint8Array): Encoding | null {
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) evenZeros++;
    if (head[index + 1] === 0) oddZeros++;
  }
  if (evenZeros < pairs * 0.05 && oddZeros > pairs * 0.4) return 'utf-16le';
  if (oddZeros < pairs * 0.05 && evenZeros > pairs * 0.4) return 'utf-16be';
  return null;
}

/** Tab, line breaks, form feed and escape (terminal colours) belong to logs. */
function isControl(byte: number): boolean {
  return byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte);
}
