/** Files: dropped, pasted from the clipboard, given to a command, and long texts that become one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noChannel, noChannelFor } from '../../e2e/stage.ts';
import { composer, messages, type Playground, send, startPlayground } from './browser.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.close());

/** What the browser hands a page when files come by drag or by clipboard, as a JavaScript expression. */
function transfer(name: string, text: string): string {
  return `(() => { const all = new DataTransfer(); all.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)})); return all; })()`;
}

test('a log dropped on the page is attached, can be taken away again, and is answered when sent', async () => {
  const page = await playground.open();
  const dataTransfer = await page.evaluateHandle(transfer('app.log', `INFO ok\n${noChannel}\n`));
  await page.locator('#messages').dispatchEvent('drop', { dataTransfer });
  await page.getByRole('button', { name: 'Remove app.log' }).click();
  await expect.poll(() => page.locator('.files').count()).toBe(0);
  await page.locator('#messages').dispatchEvent('drop', { dataTransfer });
  await composer(page).press('Enter');
  await messages(page).filter({ hasText: '503 · Model unavailable' }).waitFor();
  await expect
    .poll(() => page.locator('discord-file-attachment').getAttribute('bytes'))
    .toBe(String(noChannel.length + 9));
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'app.log' }).click();
  expect((await download).suggestedFilename()).toBe('app.log');
  expect(playground.problems).toEqual([]);
});

test('a file on the clipboard is attached', async () => {
  const page = await playground.open();
  await composer(page).focus();
  await page.evaluate(
    `document.activeElement.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: ${transfer('paste.txt', noChannelFor('gpt-clipboard'))} }))`,
  );
  await page.getByText('paste.txt').waitFor();
  await composer(page).press('Enter');
  await messages(page)
    .filter({ hasText: '503 · Model unavailable' })
    .filter({ hasText: 'gpt-clipboard' })
    .waitFor();
});

test('a text of more than 2,000 characters goes as message.txt', async () => {
  const page = await playground.open();
  await composer(page).fill('INFO ok\n'.repeat(400) + noChannelFor('gpt-long'));
  await page.getByText('goes as message.txt').waitFor();
  await composer(page).press('Enter');
  await page.getByRole('link', { name: 'message.txt' }).waitFor();
  await messages(page)
    .filter({ hasText: '503 · Model unavailable' })
    .filter({ hasText: 'gpt-long' })
    .waitFor();
});

test('a picture is shown, from this machine', async () => {
  const page = await playground.open();
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await page.locator('play-composer input[type=file]').setInputFiles({
    name: 'screen.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png, 'base64'),
  });
  await composer(page).press('Enter');
  const picture = page.getByRole('img', { name: 'screen.png' });
  await picture.waitFor();
  await expect.poll(() => picture.getAttribute('src')).toMatch(/^\/files\//);
  expect(playground.problems).toEqual([]);
});

test('/error takes a log', async () => {
  const page = await playground.open();
  await composer(page).fill('/error ');
  await page.getByLabel('query').fill('what is this');
  await page.getByLabel(/^log/).setInputFiles({
    name: 'my.log',
    mimeType: 'text/plain',
    buffer: Buffer.from(noChannelFor('gpt-in-log')),
  });
  await page.getByRole('button', { name: 'Run' }).click();
  await messages(page)
    .filter({ hasText: '503 · Model unavailable' })
    .filter({ hasText: 'gpt-in-log' })
    .waitFor();
});

test('files that are too big are refused in one sentence, and the text stays', async () => {
  const page = await playground.open();
  await composer(page).fill('see the log');
  await page.locator('play-composer input[type=file]').setInputFiles({
    name: 'huge.log',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(11 * 1024 * 1024),
  });
  await page.getByRole('alert').getByText('more than 10 MB').waitFor();
  await expect.poll(() => composer(page).inputValue()).toBe('see the log');
  await send(page, 'and on');
  await messages(page).filter({ hasText: 'and on' }).waitFor();
});
