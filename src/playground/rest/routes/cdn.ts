/** GET /cdn/…: the bytes of an attachment, while its signed address lives. */
import { Hono } from 'hono';
import { isSigned } from '../../world/attachments.ts';
import type { World } from '../../world/world.ts';
import type { RestEnv } from '../env.ts';

export function cdnApp(world: World): Hono<RestEnv> {
  const app = new Hono<RestEnv>();
  app.get('/*', (c) => {
    const path = decodeURIComponent(new URL(c.req.url).pathname).replace(/^\/cdn\//, '');
    const stored = world.attachments.get(path);
    const { ex = '', hm = '' } = c.req.query();
    if (!stored || !isSigned(world, path, ex, hm)) return c.text('This content is no longer available.', 404);
    const { attachment, bytes } = stored;
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': attachment.content_type ?? 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${attachment.filename}"`,
    });
  });
  return app;
}
