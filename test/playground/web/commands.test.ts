/** Commands, menus and edits, by keyboard and by mouse. */
import { expect, test } from 'vitest';
import { noChannelFor } from '../../e2e/stage.ts';
import { composer, messages, openChannel, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

test('/error 429 is typed with a suggestion of the bot, by keyboard alone', async () => {
  const page = await playground.open();
  await composer(page).focus();
  await page.keyboard.type('/err');
  await page.getByRole('option', { name: /\/error/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('429');
  await page.getByRole('option', { name: /429 · Upstream rate limit/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const answer = messages(page).filter({ hasText: '429 · Upstream rate limit' });
  await answer.waitFor();
  await expect.poll(() => answer.textContent()).toContain('used /error');
  expect(playground.problems).toEqual([]);
});

test('a command may be typed on in one go', async () => {
  const page = await playground.open();
  await composer(page).focus();
  await page.keyboard.type('/error 401');
  await page.keyboard.press('Enter');
  await messages(page).filter({ hasText: '401' }).last().waitFor();
});

test('a command without its required option is not sent', async () => {
  const page = await playground.open();
  await composer(page).fill('/error ');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect.poll(() => page.locator('input:invalid').count()).toBe(1);
  await expect.poll(() => page.getByLabel('query').isVisible()).toBe(true);
});

test('staff are offered lists of choices and sub-commands', async () => {
  const page = await playground.open();
  await playAs(page, 'Mei');
  await composer(page).fill('/incident');
  await page.getByRole('option', { name: '/incident end' }).waitFor();
  await composer(page).fill('/cases ');
  await page.getByLabel('state').selectOption('open');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByText('Only you can see this').waitFor();
  await page.getByRole('button', { name: 'Dismiss message' }).click();
  await page.getByText('Only you can see this').waitFor({ state: 'hidden' });
});

test('/setup is offered to the owner alone, with channels, numbers and yes or no', async () => {
  const page = await playground.open();
  await composer(page).fill('/set');
  await page.getByText('There is no such command.').waitFor();
  await playAs(page, 'Owner');
  await composer(page).fill('/setup ');
  await page.getByLabel('retention-days').fill('14');
  await page.getByLabel('quiet').selectOption({ label: 'No' });
  await page.getByLabel('watch optional', { exact: true }).selectOption({ label: 'help' });
  await page.getByRole('button', { name: 'Run' }).click();
  await messages(page).filter({ hasText: '14 days' }).waitFor();
  expect(playground.problems).toEqual([]);
});

test('the Chinese user gets the page, the commands and the answer in Chinese', async () => {
  const page = await playground.open();
  await playAs(page, '小博');
  await page.getByRole('tab', { name: '示例' }).waitFor();
  await composer(page).fill('/error ');
  await page.keyboard.type('429');
  await page.keyboard.press('Enter');
  const answer = messages(page).filter({ hasText: '429 · ' }).filter({ hasText: '小博' });
  await answer.waitFor();
  await expect.poll(() => answer.textContent()).toContain('使用了');
  await answer.getByRole('button', { name: '已解决' }).waitFor();
  expect(playground.problems).toEqual([]);
});

test('the menu of a message diagnoses it; its author may edit and delete it', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  await send(page, '413');
  const message = messages(page).first();
  await message.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Diagnose error' }).click();
  await messages(page).filter({ hasText: 'used Diagnose error' }).filter({ hasText: '413' }).waitFor();

  await message.getByRole('button', { name: /^Actions for/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Edit message' }).click();
  await composer(page).fill('never mind');
  await page.keyboard.press('Enter');
  await messages(page).filter({ hasText: 'never mind (edited)' }).waitFor();

  await messages(page).filter({ hasText: 'never mind' }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete message' }).click();
  await messages(page).filter({ hasText: 'never mind' }).waitFor({ state: 'detached' });
  expect(playground.problems).toEqual([]);
});

test('an answer follows the edit of its message', async () => {
  const page = await playground.open();
  await send(page, noChannelFor('gpt-edited-1'));
  await messages(page)
    .filter({ hasText: '503 · Model unavailable' })
    .filter({ hasText: 'gpt-edited-1' })
    .waitFor();
  await messages(page).filter({ hasText: 'gpt-edited-1' }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit message' }).click();
  await composer(page).fill(noChannelFor('gpt-edited-2'));
  await page.keyboard.press('Enter');
  await messages(page)
    .filter({ hasText: '503 · Model unavailable' })
    .filter({ hasText: 'gpt-edited-2' })
    .waitFor();
});

test('the causes behind "Not this" are chosen from a list', async () => {
  const page = await playground.open();
  await composer(page).fill('/error 503');
  await page.getByLabel('query').fill('503');
  await page.keyboard.press('Enter');
  const answer = messages(page).filter({ hasText: '503 · Model unavailable' }).last();
  await answer.getByRole('button', { name: 'Not this' }).click();
  const list = page.locator('discord-message select').last();
  await list.selectOption({ index: 1 });
  await answer.or(messages(page).filter({ hasText: '503' }).last()).waitFor();
  expect(playground.problems).toEqual([]);
});

test('what cannot be done is said in one sentence', async () => {
  const page = await playground.open();
  await send(page, 'hello');
  const message = messages(page).filter({ hasText: 'hello' }).last();
  await message.click({ button: 'right' });
  playground.stage.discord.deleteMessage((await message.getAttribute('data-id')) ?? '');
  await page.getByRole('menuitem', { name: 'Delete message' }).click();
  await page.getByRole('alert').getByText('that message is gone').waitFor();
});
