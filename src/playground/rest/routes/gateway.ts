/** GET /gateway/bot: where to connect, and how often one may identify. */
import type { Hono } from 'hono';
import type { RestEnv } from '../env.ts';

export interface GatewayInfo {
  url: () => string;
  shards: number;
}

export function gatewayRoutes(app: Hono<RestEnv>, info: GatewayInfo): void {
  app.get('/gateway', (c) => c.json({ url: info.url() }));
  app.get('/gateway/bot', (c) =>
    c.json({
      url: info.url(),
      shards: info.shards,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 16 },
    }),
  );
}
