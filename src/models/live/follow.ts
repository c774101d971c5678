/** Follows redirects by hand: fetch() itself has no bound that can be set. */
import type { Question } from './fetch-json.ts';

const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * The key stays with the origin that it is for; once a redirect has led elsewhere it is not sent any more.
 * @returns the first answer that is no redirect, or what is wrong with the way there
 */
export async function follow(
  { url, apiKey, etag }: Question,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<Response | string> {
  const headers = new Headers({ accept: 'application/json', 'user-agent': 'errdesk' });
  if (apiKey) headers.set('authorization', `Bearer ${apiKey}`);
  if (etag) headers.set('if-none-match', etag);
  let place = new URL(url);
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const response = await fetch(place, { headers, redirect: 'manual', signal });
    const location = redirects.has(response.status) ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel();
    const next = URL.parse(location, place.href);
    if (next === null || !/^https?:$/.test(next.protocol))
      return 'it redirects to what is no http(s) address';
    if (next.origin !== place.origin) headers.delete('authorization');
    place = next;
  }
  return `it redirects more than ${mostRedirects} times`;
}
