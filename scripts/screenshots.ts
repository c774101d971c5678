/**
 * Makes the pictures of the README from the real thing: the bot, the embedded Discord and the page in a browser.
 * `npm run screenshots`; needs /usr/bin/chromium.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import {
  button,
  messages,
  openChannel,
  playAs,
  send,
  startPlayground,
} from '../test/playground/web/browser.ts';

const folder = fileURLToPath(new URL('../docs', import.meta.url));

const wrongName =
  "openai.InternalServerError: Error code: 503 - {'error': {'message': 'No available channel for model gtp-5.2-chat under group default (distributor) (request id: 20260322181502720834819yLu54ARI)', 'type': 'new_api_error'}}";
const rightName = wrongName
  .replace('gtp', 'gpt')
  .replace('20260322181502720834819', '20260322181744102938475');

const playground = await startPlayground();
try {
  mkdirSync(folder, { recursive: true });
  const page = await playground.open({ width: 1280 });
  await page.setViewportSize({ width: 1280, height: 1080 });
  await page.locator('.hint').getByRole('button').last().click();
  await send(page, 'gm everyone ☕');
  await send(page, wrongName);
  await messages(page).filter({ hasText: 'Did you mean' }).waitFor();
  await picture(page, 'conversation');
  await page.setViewportSize({ width: 1280, height: 860 });

  await send(page, rightName);
  await messages(page).filter({ hasText: 'The support team has this as case' }).waitFor();
  await playAs(page, '小博');
  await openChannel(page, '#help');
  await send(page, `一直报错，怎么办？\n${rightName.replace('102938475', '564738291')}`);
  await messages(page).filter({ hasText: '模型不可用' }).waitFor();
  await playAs(page, 'Mei');
  await openChannel(page, '#support-desk');
  await messages(page).filter({ hasText: 'people: 2' }).waitFor();
  await button(page, 'Claim').click();
  await messages(page)
    .filter({ hasText: /State\s*Claimed by/ })
    .waitFor();
  await page.getByRole('tab', { name: 'Why?' }).click();
  await page.locator('why-pane').getByText('Ranking').waitFor();
  await picture(page, 'desk');
  if (playground.problems.length > 0) throw new Error(playground.problems.join('\n'));
} finally {
  await playground.close();
}

/** Without the pointer and the caret, which would look different in every picture. */
async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${folder}/${name}.png`, caret: 'hide' });
  process.stdout.write(`docs/${name}.png\n`);
}
