/** Little room: nothing lies outside the page, and what covers it is left again. */
import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { noChannel } from '../../e2e/stage.ts';
import { button, composer, messages, openChannel, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

const height = async (place: Locator) => (await place.boundingBox())?.height ?? 0;
const isWithin = (place: string) => `document.querySelector('${place}').contains(document.activeElement)`;
const focusedLabel = (page: Page) =>
  page.evaluate(`document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName`);

test.each([
  ['a low window', { width: 1024, height: 600 }],
  ['a phone on its side', { width: 740, height: 360 }],
])('a command is filled in and run in %s', async (_name, looks) => {
  const page = await playground.open(looks);
  await composer(page).fill('/error ');
  await page.getByLabel('query').fill('429');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  const run = page.getByRole('button', { name: 'Run' });
  const box = await run.boundingBox();
  expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(looks.height);
  await run.click();
  await messages(page).filter({ hasText: '429 · ' }).last().waitFor();
  expect(await page.evaluate('document.documentElement.scrollTop + document.body.scrollTop')).toBe(0);
  expect(playground.problems).toEqual([]);
});

test('a suggestion that the arrows are on is in view', async () => {
  const page = await playground.open();
  await composer(page).fill('/error ');
  await page.getByRole('option').nth(15).waitFor();
  for (let times = 0; times < 16; times += 1) await page.keyboard.press('ArrowDown');
  const [option, list] = await Promise.all([
    page.locator('[role=option][aria-selected=true]').boundingBox(),
    page.locator('.option .picker:not([hidden])').boundingBox(),
  ]);
  expect(option?.y ?? 0).toBeGreaterThanOrEqual(list?.y ?? 9999);
  expect((option?.y ?? 9999) + (option?.height ?? 0)).toBeLessThanOrEqual(
    (list?.y ?? 0) + (list?.height ?? 0),
  );
});

test('a message that is pointed at keeps its height', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  for (const text of ['one', 'two', 'three']) await send(page, text);
  const last = messages(page).filter({ hasText: 'three' });
  await last.waitFor();
  await page.mouse.move(0, 0);
  const before = await height(last);
  await last.hover();
  expect(before).toBeGreaterThan(0);
  expect(await height(last)).toBe(before);
});

test('on a phone the columns take the focus, are closed by a button or by Escape, and give it back', async () => {
  const page = await playground.open({ width: 360, height: 740, touch: true });
  for (const [opener, column] of [
    ['Channels and people', '.side'],
    ['Gallery and more', '.panel'],
  ] as const) {
    await page.getByRole('button', { name: opener }).click();
    await expect.poll(() => page.evaluate(isWithin(column))).toBe(true);
    for (let times = 0; times < 8; times += 1) {
      await page.keyboard.press('Tab');
      // Beyond the last there is the browser itself.
      expect(await page.evaluate(`${isWithin(column)} || document.activeElement === document.body`)).toBe(
        true,
      );
    }
    await page.locator(column).getByRole('button', { name: 'Close', exact: true }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedLabel(page)).toBe(opener);
    await page.getByRole('button', { name: opener }).click();
    await page.locator(column).getByRole('button', { name: 'Close', exact: true }).click();
    await page.locator(column).waitFor({ state: 'hidden' });
  }
});

test('the page is free again when the window grows wide', async () => {
  const page = await playground.open({ width: 480 });
  await page.getByRole('button', { name: 'Channels and people' }).click();
  await page.locator('main[inert]').waitFor();
  await page.setViewportSize({ width: 1400, height: 900 });
  await page.locator('main:not([inert])').waitFor();
});

test('only a claim counts as one in the first steps', async () => {
  const page = await playground.open();
  await send(page, noChannel);
  await messages(page).filter({ hasText: '503 · Model unavailable' }).last().waitFor();
  await playAs(page, 'Mei');
  await openChannel(page, '#support-desk');
  await button(page, 'Reply').click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await expect.poll(() => page.locator('.hint [role=status]').count()).toBe(0);
  await button(page, 'Claim').click();
  await page.locator('.hint [role=status]').waitFor();
});
