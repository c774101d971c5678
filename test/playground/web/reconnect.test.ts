/** The connection goes and comes back: the page says so, and goes on as the same person. */
import { expect, test } from 'vitest';
import { composer, messages, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

test('what is being written stays, what was missed is there', async () => {
  const page = await playground.open();
  await playAs(page, 'Mei');
  await page.getByRole('button', { name: '#general' }).click();
  await composer(page).fill('half a sen');
  await playground.restart(async () => {
    await page.getByRole('alert').getByText('connection to the playground was lost').waitFor();
    await composer(page).press('Enter');
    await page.getByRole('alert').getByText('was lost').waitFor();
    await expect.poll(() => composer(page).inputValue()).toBe('half a sen');
    const { discord, alice, general } = playground.stage;
    discord.say({ user: alice, channel: general, content: 'said meanwhile' });
  });
  await messages(page).filter({ hasText: 'said meanwhile' }).waitFor();
  await expect.poll(() => page.getByRole('main').getAttribute('aria-label')).toBe('#general, as Mei');
  await expect.poll(() => composer(page).inputValue()).toBe('half a sen');
  await send(page, 'and on');
  await messages(page).filter({ hasText: 'and on' }).waitFor();
});
