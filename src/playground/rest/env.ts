/** What travels with a request through the REST application. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { RequestRecord } from './request-log.ts';

export interface UploadedFile {
  /** The n of `files[n]`, to which `attachments[].id` refers. */
  index: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface RestEnv {
  Bindings: HttpBindings;
  Variables: { json: unknown; files: UploadedFile[]; record: RequestRecord };
}

export type RestContext = Context<RestEnv>;

/** The id in the path; discord.js percent-encodes `@me` and `@original`, hono has decoded them. */
export function idParam(c: RestContext, name: string): string {
  return c.req.param(name) ?? '';
}
