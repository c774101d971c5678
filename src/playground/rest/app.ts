/** The REST side of the embedded Discord: version 10 of the API, and the CDN. */
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { World } from '../world/world.ts';
import type { RestEnv } from './env.ts';
import type { Faults } from './faults.ts';
import { injectFaults, limitRates, logRequests, requireToken, takeBody } from './middleware.ts';
import type { RateLimits } from './rate-limits.ts';
import { Refusal } from './refusal.ts';
import type { RequestLog } from './request-log.ts';
import { cdnApp } from './routes/cdn.ts';
import { commandRoutes } from './routes/commands.ts';
import { gatewayRoutes, type GatewayInfo } from './routes/gateway.ts';
import { guildRoutes, userRoutes } from './routes/guilds.ts';
import { interactionCallbackRoute } from './routes/interaction-callback.ts';
import { messageRoutes } from './routes/messages.ts';
import { reactionRoutes } from './routes/reactions.ts';
import { threadRoutes } from './routes/threads.ts';
import { webhookRoutes } from './routes/webhooks.ts';

export interface RestOptions {
  world: World;
  log: RequestLog;
  faults: Faults;
  rateLimits: RateLimits | null;
  gateway: GatewayInfo;
}

export function restApp({ world, log, faults, rateLimits, gateway }: RestOptions): Hono<RestEnv> {
  const api = new Hono<RestEnv>();
  api.use(requireToken(world), limitRates(rateLimits));
  gatewayRoutes(api, gateway);
  messageRoutes(api, world);
  reactionRoutes(api, world);
  threadRoutes(api, world);
  guildRoutes(api, world);
  userRoutes(api, world);
  commandRoutes(api, world);
  interactionCallbackRoute(api, world);
  webhookRoutes(api, world);

  const app = new Hono<RestEnv>();
  app.use(logRequests(world, log), takeBody(), injectFaults(faults));
  app.route('/api/v10', api);
  app.route('/cdn', cdnApp(world));
  app.notFound((c) => c.json({ message: '404: Not Found', code: 0 }, 404));
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    c.get('record').code = error.code;
    const { code, message, errors } = error;
    return c.json({ message, code, ...(errors ? { errors } : {}) }, error.status as ContentfulStatusCode);
  });
  return app;
}
