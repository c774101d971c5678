/** Files: dropped, pasted from the clipboard, given to a command, and long texts that become one. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { noChannel, noChannelFor } from '../../e2e/stage.ts';
import { composer, messages, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

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

/** At once, as a paste comes: typing a megabyte takes the browser too long. */
async function paste(page: Page, text: string, times: number): Promise<void> {
  await page.evaluate(
    `(() => { const area = document.querySelector('play-composer textarea'); area.value = ${JSON.stringify(text)}.repeat(${times}) + area.value; area.dispatchEvent(new Event('input')); })()`,
  );
}

test('a paste of a megabyte goes as message.txt too; one of more than 10 MB is refused in one sentence', async () => {
  const page = await playground.open();
  await composer(page).fill(noChannelFor('gpt-megabyte'));
  await paste(page, 'INFO ok\n', 130_000);
  await composer(page).press('Enter');
  await messages(page)
    .filter({ hasText: '503 · Model unavailable' })
    .filter({ hasText: 'gpt-megabyte' })
    .waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await paste(page, '错', 4 * 1024 * 1024);
  await composer(page).press('Enter');
  await page.getByRole('alert').getByText('文字和文件合计不能超过 10 MB。').waitFor();
  await expect
    .poll(() =>
      composer(page)
        .inputValue()
        .then(({ length }) => length),
    )
    .toBe(4 * 1024 * 1024);
  expect(playground.problems).toEqual([]);
});

test('more files than one message takes are told, and wait until some are taken away', async () => {
  const page = await playground.open();
  const dataTransfer = await page.evaluateHandle(
    `(() => { const all = new DataTransfer(); for (let n = 1; n <= 11; n += 1) all.items.add(new File(['ok'], 'part-' + n + '.log')); return all; })()`,
  );
  await page.locator('#messages').dispatchEvent('drop', { dataTransfer });
  await page.locator('.files').getByText('At most 10 files').waitFor();
  await send(page, 'eleven parts');
  await page.getByRole('alert').getByText('At most 10 files').waitFor();
  await page.getByRole('button', { name: 'Remove part-3.log' }).click();
  await expect.poll(() => page.locator('.files').getByText('At most 10 files').count()).toBe(0);
  await composer(page).press('Enter');
  const sent = messages(page).filter({ hasText: 'eleven parts' });
  await expect.poll(() => sent.locator('discord-file-attachment').count()).toBe(10);
  expect(playground.problems).toEqual([]);
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
