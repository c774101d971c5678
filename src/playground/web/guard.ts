/** Who may speak to the page's server: a browser on this machine that shows our own page, and nobody else. */
import type { MiddlewareHandler } from 'hono';

/**
 * The names under which a browser reaches us. Any other name in `Host` is a foreign site whose name was pointed at
 * this machine (DNS rebinding).
 */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

export function isOwnHost(host: string | undefined, port: number): boolean {
  return host !== undefined && ownHosts(port).includes(host.toLowerCase());
}

/** Browsers send `Origin` with every WebSocket; one without is no page of ours. */
export function isOwnOrigin(origin: string | undefined, port: number): boolean {
  return origin !== undefined && ownHosts(port).some((host) => origin.toLowerCase() === `http://${host}`);
}

/**
 * Lit makes its templates through a policy of this name; nothing else may turn text into markup. The library's elements
 * set colours by style attributes (Lit's `styleMap`); style sheets come from us alone.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Refuses foreign names with 403 and sets the security headers on every answer. */
export function guard(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    if (isOwnHost(c.req.header('host'), port())) await next();
    else c.res = c.text('This playground answers to 127.0.0.1 and localhost only.', 403);
    for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
  };
}
