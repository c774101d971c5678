/** The real page in a real browser, before the real bot. What goes wrong in the page is written down. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { bundlePage } from '../../../src/playground/web/bundle.ts';
import { createKnownNames } from '../../../src/models/names.ts';
import { loadShippedCatalogue } from '../../../src/models/shipped.ts';
import { createHandlers } from '../../../src/playground/web/handlers.ts';
import { servePlayground } from '../../../src/playground/web/serve.ts';
import { setStage, type Stage, type StageOptions } from '../../e2e/stage.ts';

const executablePath = '/usr/bin/chromium';

export interface Looks {
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly touch?: boolean;
}

export interface Playground {
  readonly url: string;
  readonly stage: Stage;
  /** The server of the page goes and comes back. */
  readonly restart: (meanwhile: () => Promise<void>) => Promise<void>;
  /** The whole playground goes, and another begins at the same address: new people, new channels, nothing said yet. */
  readonly renew: () => Promise<void>;
  /** Opens the page anew, as another visitor. */
  readonly open: (looks?: Looks) => Promise<Page>;
  /** Errors and warnings of the console, refusals of the content policy, requests to other hosts. */
  readonly problems: string[];
  readonly close: () => Promise<void>;
}

/** @throws where no chromium is installed: these tests are not to be skipped */
export async function startPlayground(more: StageOptions = {}): Promise<Playground> {
  const options = { chineseUser: true, ...more };
  if (!existsSync(executablePath))
    throw new Error(
      `the tests of the page need ${executablePath}; install it with "apt-get install chromium"`,
    );
  const [page, firstStage, browser] = await Promise.all([
    bundlePage(),
    setStage(options),
    chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  let stage = firstStage;
  const serve = (port: number) => {
    const handlers = createHandlers(stage.discord.world, {
      knowledge: loadKnowledge('data'),
      dataDir: 'data',
      modelNames: createKnownNames(loadShippedCatalogue('data')),
    });
    return servePlayground({ discord: stage.discord, guild: stage, page, port, handlers });
  };
  let server = await serve(0);
  const problems: string[] = [];
  return {
    url: server.url,
    get stage() {
      return stage;
    },
    restart: async (meanwhile) => {
      await server.close();
      await meanwhile();
      server = await serve(Number(new URL(server.url).port));
    },
    renew: async () => {
      await server.close();
      await stage.close();
      stage = await setStage(options);
      server = await serve(Number(new URL(server.url).port));
    },
    open: (looks) => openPage(browser, server.url, problems, looks),
    problems,
    close: async () => {
      await browser.close();
      await server.close();
      await stage.close();
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  problems: string[],
  { dark = true, width = 1400, height = 900, touch = false }: Looks = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  // Sooner than the test's own limit, so that a failure names what was waited for.
  page.setDefaultTimeout(10_000);
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) problems.push(line.text());
  });
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:'))
      problems.push(`request to ${request.url()}`);
  });
  await page.goto(url);
  await composer(page).waitFor();
  return page;
}

/** Where a person writes. */
export function composer(page: Page) {
  return page.locator('play-composer textarea');
}

export async function send(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

export async function playAs(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name }).check({ force: true });
  await page.getByRole('main', { name: new RegExp(`${name}$`) }).waitFor();
}

export async function openChannel(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click();
}

/** The messages on show. */
export function messages(page: Page) {
  return page.locator('discord-message');
}

/** A button of the bot, on the newest message that has it. */
export function button(page: Page, label: string) {
  return page.locator('discord-button').getByRole('button', { name: label, exact: true }).last();
}
