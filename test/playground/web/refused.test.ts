/** What is refused while a form is open is said in the form: what is behind it can be neither seen nor heard. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { noChannel } from '../../e2e/stage.ts';
import { button, messages, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

async function openForm(page: Page) {
  await playAs(page, 'Mei');
  await button(page, 'Resolve').click();
  return page.getByRole('dialog', { name: 'Resolve' });
}

test('a lost connection and a form that is no longer known, and both go when the form is left', async () => {
  const page = await playground.open();
  await send(page, noChannel);
  await messages(page).last().getByText('What to do').waitFor();
  const dialog = await openForm(page);
  await dialog.getByRole('textbox').fill('It is back.');
  await playground.restart(async () => {
    await dialog.getByRole('alert').getByText('connection to the playground was lost').waitFor();
  });
  await dialog.getByText('connection to the playground was lost').waitFor({ state: 'hidden' });
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await dialog.getByRole('alert').getByText('that form is no longer open').waitFor();
  await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('It is back.');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => page.locator('.notice').count()).toBe(0);

  const again = await openForm(page);
  await again.getByRole('textbox').fill('It is back.');
  await again.getByRole('button', { name: 'Submit' }).click();
  await again.waitFor({ state: 'hidden' });
});
