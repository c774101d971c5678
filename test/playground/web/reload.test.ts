/** A reload goes on where one was; what is kept for it is not trusted. */
import { expect, test } from 'vitest';
import { composer, openChannel, playAs } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

test('person, channel, theme, language and the hidden steps are still the same', async () => {
  const page = await playground.open();
  await playAs(page, 'Mei');
  await openChannel(page, '#general');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('button', { name: 'Hide these steps' }).click();
  await page.getByRole('button', { name: '中文' }).click();
  await page.reload();
  await page.getByRole('main', { name: '#general，身份：Mei' }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('light');
  await expect.poll(() => page.locator('.hint').count()).toBe(0);
  expect(playground.problems).toEqual([]);
});

test('a private answer that was put away stays away', async () => {
  const page = await playground.open();
  await playAs(page, 'Mei');
  await openChannel(page, '#general');
  await composer(page).fill('/cases ');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('button', { name: 'Dismiss message' }).click();
  await page.getByText('Only you can see this').waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('main', { name: '#general, as Mei' }).waitFor();
  await expect.poll(() => page.getByText('Only you can see this').count()).toBe(0);
  expect(playground.problems).toEqual([]);
});

test.each([
  '{',
  '[]',
  '"x"',
  '{"person":7,"places":[1],"theme":{},"hint":null,"dismissed":{}}',
  '{"person":"nobody"}',
])('broken content is ignored: %s', async (content) => {
  const page = await playground.open();
  await page.evaluate(`sessionStorage.setItem('errdesk-playground', ${JSON.stringify(content)})`);
  await page.reload();
  await page.getByRole('main', { name: '#help, as Alice' }).waitFor();
  expect(playground.problems).toEqual([]);
});
