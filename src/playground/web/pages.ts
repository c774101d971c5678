/** What the page's server answers to GET: the page itself, and the files that people posted. */
import { Hono } from 'hono';
import type { World } from '../world/world.ts';
import type { PageFile, PageFiles } from './bundle.ts';
import { guard } from './guard.ts';

/** Where the page finds an attachment: on its own origin, since it may load from nowhere else. */
export const filesPath = '/files/';

export interface Pages {
  readonly world: World;
  readonly page: PageFiles;
  readonly port: () => number;
}

export function pagesApp({ world, page, port }: Pages): Hono {
  const app = new Hono();
  app.use(guard(port));
  for (const [path, file] of Object.entries(page)) app.get(path, (c) => answer(c.req.raw, file));
  app.get(`${filesPath}*`, (c) => {
    const stored = world.attachments.get(decodeURIComponent(c.req.path.slice(filesPath.length)));
    if (stored === undefined) return c.notFound();
    const { attachment, bytes } = stored;
    const isImage = attachment.content_type?.startsWith('image/') === true;
    // Whatever was posted is shown as a picture or saved, but never opened as a page of ours.
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': isImage ? (attachment.content_type ?? '') : 'application/octet-stream',
      'content-disposition': `${isImage ? 'inline' : 'attachment'}; filename="${attachment.filename}"`,
    });
  });
  return app;
}

function answer({ headers }: Request, file: PageFile): Response {
  const caching = { etag: file.etag, 'cache-control': 'no-cache', vary: 'accept-encoding' };
  if (headers.get('if-none-match') === file.etag)
    return new Response(null, { status: 304, headers: caching });
  const zipped = headers.get('accept-encoding')?.includes('gzip') === true;
  return new Response(zipped ? file.gzipped : file.plain, {
    headers: {
      ...caching,
      'content-type': file.contentType,
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    },
  });
}
