/** What is new is in view, unless somebody reads further up. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { eventually, noChannelFor } from '../../e2e/stage.ts';
import { composer, messages, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

/** How far the end of the talk is below what is in view, in pixels. */
function belowView(page: Page): Promise<number> {
  return page
    .locator('#messages')
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
}

async function use(page: Page, query: string): Promise<void> {
  const before = await messages(page).count();
  await composer(page).fill('/error ');
  await page.getByLabel('query').fill(query);
  await page.keyboard.press('Enter');
  await eventually(() => messages(page).count()).toBeGreaterThan(before);
  await messages(page).last().getByText('What to do').waitFor();
}

test('the answer to a paste and to one command after the other', async () => {
  const page = await playground.open();
  await send(page, noChannelFor('gpt-5'));
  await messages(page).last().getByText('What to do').waitFor();
  await eventually(() => belowView(page)).toBeLessThan(5);
  for (const query of ['401', '429', '404', '500']) {
    await use(page, query);
    await eventually(() => belowView(page)).toBeLessThan(5);
  }
});

test('somebody who reads further up stays there until they say something', async () => {
  const page = await playground.open();
  const { discord, bo, help } = playground.stage;
  for (const model of ['gpt-5.1', 'gpt-5.2']) await send(page, noChannelFor(model));
  await eventually(() => belowView(page)).toBeLessThan(5);
  await page.locator('#messages').hover();
  await page.mouse.wheel(0, -900);
  await eventually(() => belowView(page)).toBeGreaterThan(300);
  discord.say({ user: bo, channel: help, content: 'good morning everybody' });
  await messages(page).filter({ hasText: 'good morning everybody' }).waitFor();
  await expect.poll(() => belowView(page)).toBeGreaterThan(300);
  await send(page, 'thanks');
  await eventually(() => belowView(page)).toBeLessThan(5);
});
