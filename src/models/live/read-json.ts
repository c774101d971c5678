/** Reads the body of an answer, counting bytes on the way, and takes nothing but JSON. */

export type Body = { readonly json: unknown } | { readonly fault: string };

/** @param mostBytes of the unpacked body; what is longer is not read to its end */
export async function readJson(response: Response, mostBytes: number): Promise<Body> {
  const webPage = { fault: 'it answered with a web page (HTML) where JSON was expected' };
  if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) return webPage;
  const bytes = await readBytes(response.body, mostBytes);
  if (bytes === null) return { fault: `its answer is longer than ${mostBytes} bytes` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trimStart().startsWith('<') ? webPage : { json: JSON.parse(text) };
  } catch {
    return { fault: 'its answer is no JSON' };
  }
}

/** null: it is longer. */
async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  mostBytes: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
