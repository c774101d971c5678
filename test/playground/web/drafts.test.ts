/** What is begun and not sent stays where it was begun; an edit that is left leaves nothing behind. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { composer, messages, openChannel, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

async function edit(page: Page, text: string): Promise<void> {
  await messages(page).filter({ hasText: text }).last().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit message' }).click();
  await page.getByText('Editing your message').waitFor();
}

/** A file as it comes by drag, dropped on the messages. */
async function drop(page: Page): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    `(() => { const all = new DataTransfer(); all.items.add(new File(['INFO ok'], 'app.log')); return all; })()`,
  );
  await page.locator('#messages').dispatchEvent('drop', { dataTransfer });
}

const written = (page: Page) => composer(page).inputValue();

test('each person and each channel has a draft of its own', async () => {
  const page = await playground.open();
  await composer(page).fill('for help');
  await drop(page);
  await openChannel(page, '#general');
  await expect.poll(() => written(page)).toBe('');
  await expect.poll(() => page.locator('.files').count()).toBe(0);
  await composer(page).fill('for everybody');
  await playAs(page, 'Mei');
  await expect.poll(() => written(page)).toBe('');
  await playAs(page, 'Alice');
  await expect.poll(() => written(page)).toBe('for everybody');
  await openChannel(page, '#help');
  await expect.poll(() => written(page)).toBe('for help');
  await page.getByText('app.log').waitFor();
  expect(playground.problems).toEqual([]);
});

test('a command that is being filled in does not follow to another channel', async () => {
  const page = await playground.open();
  await composer(page).fill('/error ');
  await page.getByLabel('query').fill('503');
  await openChannel(page, '#general');
  await composer(page).waitFor();
  await openChannel(page, '#help');
  await page.getByLabel('query').waitFor();
});

test('an edit that is left by another channel or person leaves no text behind', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  await send(page, 'as it was');
  await edit(page, 'as it was');
  await expect.poll(() => written(page)).toBe('as it was');
  await openChannel(page, '#help');
  await expect.poll(() => written(page)).toBe('');
  await openChannel(page, '#general');
  await expect.poll(() => written(page)).toBe('');
  await edit(page, 'as it was');
  await playAs(page, 'Mei');
  await expect.poll(() => written(page)).toBe('');
  expect(playground.problems).toEqual([]);
});

test('a draft is back after an edit, whether it was sent or left', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  await send(page, 'a first try');
  await messages(page).filter({ hasText: 'a first try' }).waitFor();
  await composer(page).fill('half a sen');
  await drop(page);
  await edit(page, 'a first try');
  await expect.poll(() => page.locator('.files').count()).toBe(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => written(page)).toBe('half a sen');
  await page.getByText('app.log').waitFor();
  await edit(page, 'a first try');
  await send(page, 'a second try');
  await messages(page).filter({ hasText: 'a second try (edited)' }).waitFor();
  await page.getByText('app.log').waitFor();
  await expect.poll(() => written(page)).toBe('half a sen');
});

test('an edit takes no files and no more than 2,000 characters, and says so before it is sent', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  await send(page, 'short and good');
  await edit(page, 'short and good');
  await expect.poll(() => page.getByRole('button', { name: 'Attach files' }).count()).toBe(0);
  await drop(page);
  await page.getByRole('alert').getByText('Files cannot be added').waitFor();
  await expect.poll(() => page.locator('.files').count()).toBe(0);

  await composer(page).fill('long '.repeat(401));
  await page.getByRole('status').getByText('at most 2,000 characters').waitFor();
  await composer(page).press('Enter');
  await page.getByRole('alert').getByText('at most 2,000 characters').waitFor();
  await expect.poll(() => written(page)).toBe('long '.repeat(401));
  await page.keyboard.press('Escape');
  await page.locator('.notice').waitFor({ state: 'detached' });
  await expect.poll(() => written(page)).toBe('');
  await messages(page).getByText('short and good').waitFor();
});

test('an edit shows names, cannot be left empty, and is not taken over by an example', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  await send(page, 'a word for @Mei');
  await edit(page, 'a word for');
  await expect.poll(() => written(page)).toBe('a word for @Mei');
  await composer(page).fill('');
  await composer(page).press('Enter');
  await page.getByRole('alert').getByText('cannot be left empty').waitFor();

  await page.locator('button.example').first().click();
  await page.getByText('Editing your message').waitFor({ state: 'detached' });
  await expect.poll(() => written(page)).not.toBe('');
  await messages(page).getByText('a word for').waitFor();
});

test('an example takes the place of another, but not of what somebody wrote', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  const example = page.locator('button.example').first();
  const text = ((await example.textContent()) ?? '').trim();
  await example.click();
  await example.click();
  await expect.poll(async () => (await written(page)).trim()).toBe(text);
  await composer(page).fill('look at this');
  await example.click();
  await expect.poll(async () => (await written(page)).trim()).toBe(`look at this\n${text}`);
});
