/** Makes the page: its TypeScript as one small script, its style sheet and its HTML, compressed once. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface PageFile {
  readonly contentType: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/** By path. */
export type PageFiles = Readonly<Record<string, PageFile>>;

/** The page cannot be made; the message says why and what to do. */
export class BundleFault extends Error {}

const folder = new URL('../page/', import.meta.url);

/** @throws BundleFault where the bundler is not installed, or the page's source does not hold together */
export async function bundlePage(): Promise<PageFiles> {
  const [html, css, script] = await Promise.all([
    readFile(new URL('index.html', folder)),
    readFile(new URL('style.css', folder)),
    bundleScript(),
  ]);
  const [page, style, app] = await Promise.all([
    pageFile('text/html; charset=utf-8', html),
    pageFile('text/css; charset=utf-8', css),
    pageFile('text/javascript; charset=utf-8', Buffer.from(script)),
  ]);
  return { '/': page, '/style.css': style, '/app.js': app };
}

async function bundleScript(): Promise<string> {
  const { rolldown } = await loadBundler();
  try {
    const bundle = await rolldown({
      input: fileURLToPath(new URL('main.ts', folder)),
      tsconfig: fileURLToPath(new URL('tsconfig.json', folder)),
      platform: 'browser',
      logLevel: 'silent',
    });
    const { output } = await bundle.generate({ format: 'es', minify: true, codeSplitting: false });
    await bundle.close();
    return output[0].code;
  } catch (error) {
    throw new BundleFault(`the page cannot be made: ${(error as Error).message}`);
  }
}

/** A development dependency: an installation that only runs the bot does without it. */
async function loadBundler(): Promise<typeof import('rolldown')> {
  try {
    return await import('rolldown');
  } catch {
    throw new BundleFault('the page needs the development dependencies; run "npm ci" without --omit=dev');
  }
}

async function pageFile(contentType: string, plain: Buffer<ArrayBuffer>): Promise<PageFile> {
  return {
    contentType,
    plain,
    gzipped: await promisify(gzip)(plain, { level: 9 }),
    etag: `"${createHash('sha256').update(plain).digest('hex').slice(0, 16)}"`,
  };
}
