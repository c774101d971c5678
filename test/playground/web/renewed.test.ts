/** The playground is started anew while pages are open: another world, in which nobody of the last one is known. */
import { expect, test } from 'vitest';
import { noChannelFor } from '../../e2e/stage.ts';
import { button, composer, messages, openChannel, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

test('an open page begins anew, without anything of the world before', async () => {
  const page = await playground.open();
  await send(page, noChannelFor('gpt-before'));
  await messages(page).last().getByText('What to do').waitFor();
  await playAs(page, 'Mei');
  await page.getByRole('tab', { name: 'Why?' }).click();
  await page.locator('why-pane').getByText('Answered: model-unavailable').waitFor();
  await composer(page).fill('half a sen');
  await button(page, 'Resolve').click();
  await page.getByRole('dialog').waitFor();

  await playground.renew();
  await page.getByRole('main', { name: '#help, as Alice' }).waitFor();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await expect.poll(() => messages(page).count()).toBe(0);
  await expect.poll(() => composer(page).inputValue()).toBe('');
  await expect.poll(() => page.locator('.notice').count()).toBe(0);
  await page.getByRole('tab', { name: 'Why?' }).click();
  await page.locator('why-pane').getByText('No report yet').waitFor();

  await send(page, noChannelFor('gpt-after'));
  await messages(page).last().getByText('What to do').waitFor();
  await playAs(page, 'Mei');
  await openChannel(page, '#support-desk');
  await messages(page).filter({ hasText: 'gpt-after' }).waitFor();
});
