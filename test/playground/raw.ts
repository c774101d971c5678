/** Bare requests, for what discord.js itself would never send. */
import type { EmbeddedDiscord } from '../../src/playground/embedded-discord.ts';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & { id: string; code?: number };
}

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export function caller(discord: EmbeddedDiscord): Call {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? null : JSON.parse(text)) as Answer['body'],
    };
  };
}
