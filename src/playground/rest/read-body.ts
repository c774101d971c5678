/** JSON bodies, and multipart bodies with `payload_json` and `files[n]`. */
import type { HonoRequest } from 'hono';
import { ATTACHMENT_SIZE_LIMIT } from '../world/interactions.ts';
import type { UploadedFile } from './env.ts';
import { refuse } from './refusal.ts';

/** All files of a request together; Discord has a limit of its own here, too. */
const MAX_REQUEST = 25 * 1024 * 1024;

interface Body {
  json: unknown;
  files: UploadedFile[];
}

export async function readBody(request: HonoRequest): Promise<Body> {
  if (request.method === 'GET' || request.method === 'DELETE') return { json: null, files: [] };
  if (request.header('content-type')?.startsWith('multipart/form-data')) return readMultipart(request);
  const text = await request.text();
  return { json: text === '' ? null : parse(text), files: [] };
}

async function readMultipart(request: HonoRequest): Promise<Body> {
  const form = await request.formData();
  const files: UploadedFile[] = [];
  let total = 0;
  for (const [field, value] of form) {
    if (typeof value === 'string') continue;
    const index = /^files?\[(\d+)\]$/.exec(field)?.[1] ?? String(files.length);
    const bytes = new Uint8Array(await value.arrayBuffer());
    total += bytes.byteLength;
    if (bytes.byteLength > ATTACHMENT_SIZE_LIMIT || total > MAX_REQUEST) refuse('tooLarge');
    files.push({ index, name: value.name, contentType: value.type, bytes });
  }
  const payload = form.get('payload_json');
  return { json: typeof payload === 'string' ? parse(payload) : {}, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse('invalidJson');
  }
}
