/** A stream of bytes → text, stopping at the limit or at the first sign that it is no text. */
import { sniffEncoding, sniffedBytes } from './encoding.ts';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'binary' };

/**
 * Reads `stream` to its end. Leaving early (too large, binary) also ends the download behind it.
 * @param mostBytes counted while reading, whatever length was declared
 */
export async function decodeStream(stream: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Decoded> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let judged = false;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > mostBytes) return { kind: 'tooLarge' };
    chunks.push(chunk);
    if (!judged && bytes >= sniffedBytes) {
      judged = true;
      if (sniffEncoding(headOf(chunks)) === null) return { kind: 'binary' };
    }
  }
  return decodeBytes(Buffer.concat(chunks));
}

function headOf(chunks: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(chunks).subarray(0, sniffedBytes);
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const encoding = sniffEncoding(bytes.subarray(0, sniffedBytes));
  if (encoding === null || (encoding === 'utf-8' && bytes.includes(0))) return { kind: 'binary' };
  // TextDecoder also takes the byte order mark away.
  return { kind: 'text', text: new TextDecoder(encoding).decode(bytes) };
}
