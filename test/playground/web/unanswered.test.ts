/** What the bot left without an answer is told apart from what it answered. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { noChannel, noChannelFor } from '../../e2e/stage.ts';
import { button, messages, openChannel, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const once = { most: 1, windowMs: 60_000 };
const playground = usePlayground({ limits: { user: once, channel: { most: 600, windowMs: 60_000 } } });

/** By the menu of a message that a person wrote. */
async function askWhy(page: Page, author: string, text: string): Promise<void> {
  const message = page.locator(`discord-message[author="${author}"]`).filter({ hasText: text });
  await message.getByRole('button', { name: /Actions for/ }).click({ force: true });
  await page.getByRole('menuitem', { name: 'Why?' }).click();
}

test('Why? does not say "answered" of an error beyond the limit', async () => {
  const page = await playground.open();
  await send(page, noChannelFor('gpt-first'));
  await messages(page).filter({ hasText: 'What to do' }).waitFor();
  await send(page, noChannelFor('gpt-second'));
  await expect.poll(() => messages(page).count()).toBe(4);
  await playAs(page, 'Mei');
  await openChannel(page, '#help');
  await askWhy(page, 'Alice', 'model gpt-second');
  const pane = page.locator('why-pane');
  await pane.getByText('Read as model-unavailable; this message got no answer').waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await pane.getByText('读作 model-unavailable；这条消息没有得到回答').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await askWhy(page, 'Alice', 'model gpt-first');
  await pane.getByText('Answered: model-unavailable').waitFor();
  await expect.poll(() => page.locator('.tools').getByRole('button', { name: 'Why?' }).count()).toBe(1);
});

test('nor of one at the desk, where nobody is answered', async () => {
  const page = await playground.open();
  await playAs(page, 'Mei');
  await send(page, `seen again: ${noChannel}`);
  await askWhy(page, 'Mei', 'seen again');
  await page.locator('why-pane').getByText('this message got no answer').waitFor();
});

test('Why? is not offered on the word that staff are looking into it', async () => {
  const page = await playground.open();
  await playAs(page, 'Mei');
  await button(page, 'Claim').click();
  await openChannel(page, '#help');
  const told = messages(page).filter({ hasText: 'is looking into your case' }).last();
  await told.hover();
  await expect.poll(() => told.getByRole('button', { name: 'Why?' }).count()).toBe(0);
  await told.getByRole('button', { name: /Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Reply' }).waitFor();
  await expect.poll(() => page.getByRole('menuitem', { name: 'Why?' }).count()).toBe(0);
  expect(playground.problems).toEqual([]);
});
