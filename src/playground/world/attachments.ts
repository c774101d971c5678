/** Attachment bytes behind signed URLs that expire, as on Discord's CDN. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import { present } from './present.ts';
import type { World } from './world.ts';

const LIFE = 24 * 60 * 60 * 1000;

export interface Upload {
  name: string;
  bytes: Uint8Array | string;
  /** What the uploading client claims; guessed from the name otherwise. */
  contentType?: string;
  description?: string;
}

export function storeAttachment(world: World, upload: Upload, folder: string): APIAttachment {
  const id = world.nextId();
  const bytes = typeof upload.bytes === 'string' ? new TextEncoder().encode(upload.bytes) : upload.bytes;
  // Discord turns everything unusual in a file name into underscores.
  const filename = upload.name.replace(/[^\w.-]+/g, '_');
  const path = `${folder}/${id}/${filename}`;
  const attachment = present<APIAttachment>({
    id,
    filename,
    size: bytes.byteLength,
    url: signedUrl(world, path),
    proxy_url: signedUrl(world, path),
    content_type: upload.contentType ?? contentTypeOf(filename),
    description: upload.description,
  });
  world.attachments.set(path, { attachment, bytes, path });
  return attachment;
}

/** Each reading of a message signs its attachments anew, forwarded ones included. */
export function withFreshLinks(world: World, message: APIMessage): APIMessage {
  const sign = (one: APIAttachment): APIAttachment => freshlySigned(world, one);
  const snapshots = message.message_snapshots?.map((one) => ({
    message: { ...one.message, attachments: one.message.attachments.map(sign) },
  }));
  return {
    ...message,
    attachments: message.attachments.map(sign),
    ...(snapshots ? { message_snapshots: snapshots } : {}),
  };
}

function freshlySigned(world: World, attachment: APIAttachment): APIAttachment {
  const path = pathOf(attachment.url);
  if (!world.attachments.has(path)) return attachment;
  const url = signedUrl(world, path);
  return { ...attachment, url, proxy_url: url };
}

function pathOf(url: string): string {
  return new URL(url).pathname.replace(/^\/cdn\//, '');
}

function signedUrl(world: World, path: string): string {
  const issued = Math.floor(world.now() / 1000);
  const expires = (issued + LIFE / 1000).toString(16);
  return `${world.cdnUrl}/${path}?ex=${expires}&is=${issued.toString(16)}&hm=${signature(world, path, expires)}&`;
}

function signature(world: World, path: string, expires: string): string {
  return createHmac('sha256', world.secret).update(`${path}?${expires}`).digest('hex');
}

export function isSigned(world: World, path: string, expires: string, given: string): boolean {
  const due = Buffer.from(signature(world, path, expires));
  const got = Buffer.from(given);
  return (
    due.length === got.length &&
    timingSafeEqual(due, got) &&
    Number.parseInt(expires, 16) * 1000 > world.now()
  );
}

const TYPES: Record<string, string> = {
  txt: 'text/plain; charset=utf-8',
  log: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  py: 'text/x-python; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  zip: 'application/zip',
  gz: 'application/gzip',
  tar: 'application/x-tar',
  pdf: 'application/pdf',
};

/** Discord leaves the type out when the extension tells it nothing. */
function contentTypeOf(filename: string): string | undefined {
  return TYPES[filename.split('.').at(-1)?.toLowerCase() ?? ''];
}
