/** What happens to every request before its route: log, body, faults, token, rate limits. */
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import type { World } from '../world/world.ts';
import type { RestContext, RestEnv } from './env.ts';
import { isSilent, type Fault, type Faults } from './faults.ts';
import { RateLimiter, type Limit, type RateLimits, type Verdict } from './rate-limits.ts';
import { refuse } from './refusal.ts';
import { readBody } from './read-body.ts';
import type { RequestLog } from './request-log.ts';

export function pathOf(c: RestContext): string {
  return decodeURIComponent(new URL(c.req.url).pathname).replace(/^\/api\/v10/, '');
}

export function logRequests(world: World, log: RequestLog): MiddlewareHandler<RestEnv> {
  return async (c, next) => {
    const started = performance.now();
    const record = {
      at: world.now(),
      method: c.req.method,
      path: pathOf(c),
      query: new URL(c.req.url).search,
      body: null as unknown,
      files: [] as { name: string; size: number }[],
      status: 0,
      code: null as number | null,
      ms: 0,
    };
    c.set('record', record);
    log.all.push(record);
    await next();
    record.status = c.res.status;
    record.ms = performance.now() - started;
    log.events.emit('request', record);
  };
}

export function takeBody(): MiddlewareHandler<RestEnv> {
  return async (c, next) => {
    const { json, files } = await readBody(c.req);
    c.set('json', json);
    c.set('files', files);
    const record = c.get('record');
    record.body = json;
    record.files = files.map(({ name, bytes }) => ({ name, size: bytes.byteLength }));
    await next();
  };
}

export function injectFaults(faults: Faults): MiddlewareHandler<RestEnv> {
  return async (c, next) => {
    const fault = faults.take(c.req.method, pathOf(c));
    if (!fault) return next();
    if (fault.afterwards) await next();
    if (fault.delayMs) await wait(fault.delayMs);
    if (isSilent(fault)) return fault.afterwards ? undefined : next();
    if (fault.cut) c.env.outgoing.destroy();
    c.res = faultyAnswer(fault);
    return undefined;
  };
}

function faultyAnswer({ status = 500, code, message, body, headers = {} }: Fault): Response {
  const answer = body ?? { code: code ?? 0, message: message ?? `${status}: ordered failure` };
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** Interaction callbacks and their webhooks carry their own token in the path. */
export function requireToken(world: World): MiddlewareHandler<RestEnv> {
  return async (c, next) => {
    const free = /^\/(interactions|webhooks)\//.test(pathOf(c));
    if (!free && c.req.header('authorization') !== `Bot ${world.application.token}`) refuse('unauthorized');
    await next();
  };
}

export function limitRates(limits: RateLimits | null): MiddlewareHandler<RestEnv> {
  const limiter = new RateLimiter();
  return async (c, next) => {
    const path = pathOf(c);
    const interaction = /^\/(interactions|webhooks)\//.test(path);
    if (limits && !interaction) {
      const all = limiter.use('global', limits.global);
      if (all.exceeded) return tooMany(c, all, 'global');
    }
    const [key, limit] = bucketOf(c, path, limits);
    const verdict = limiter.use(key, limit);
    if (verdict.exceeded) return tooMany(c, verdict, key);
    await next();
    for (const [name, value] of Object.entries(rateHeaders(verdict, key))) c.res.headers.set(name, value);
    return undefined;
  };
}

const WITHOUT_LIMIT: Limit = { requests: 1_000_000, perMs: 1000 };

/** The first id in a path is the major one; every other one shares its bucket. */
function bucketOf(c: RestContext, path: string, limits: RateLimits | null): [key: string, limit: Limit] {
  let major = true;
  const route = path.replace(/\d{15,}/g, (id) => {
    const kept = major ? id : ':id';
    major = false;
    return kept;
  });
  const key = `${c.req.method} ${path.startsWith('/interactions/') ? '/interactions' : route}`;
  if (!limits || path.startsWith('/interactions/')) return [key, WITHOUT_LIMIT];
  if (/^POST \/channels\/\d+\/messages$/.test(key)) return [key, limits.messages];
  if (/^PATCH \/channels\/\d+$/.test(key) && isRename(c.get('json'))) return [`${key} name`, limits.rename];
  return [key, limits.route];
}

function isRename(body: unknown): boolean {
  return typeof body === 'object' && body !== null && ('name' in body || 'topic' in body);
}

function rateHeaders({ limit, remaining, resetAfter }: Verdict, key: string): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': (Date.now() / 1000 + resetAfter).toFixed(3),
    'x-ratelimit-reset-after': resetAfter.toFixed(3),
    'x-ratelimit-bucket': createHash('sha1').update(key).digest('hex').slice(0, 32),
  };
}

/** Always with Retry-After: discord.js ignores the body and would retry at once, for ever. */
function tooMany(c: RestContext, verdict: Verdict, key: string): Response {
  const global = key === 'global';
  const retryAfter = verdict.resetAfter;
  c.get('record').code = 0;
  return c.json({ message: 'You are being rate limited.', retry_after: retryAfter, global }, 429, {
    ...rateHeaders(verdict, key),
    'retry-after': String(retryAfter),
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global ? { 'x-ratelimit-global': 'true' } : {}),
  });
}
