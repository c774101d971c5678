/** The one walk that a newcomer takes, in the browser: a paste, its answer, its card, and the word back. */
import { expect, test } from 'vitest';
import { noChannel, noChannelFor } from '../../e2e/stage.ts';
import { button, composer, messages, openChannel, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

test('a paste from the gallery is answered, claimed and resolved, and its author is told', async () => {
  const page = await playground.open();
  await page.getByTitle('Paste: Model unavailable').first().click();
  await page.keyboard.press('Enter');
  await messages(page)
    .filter({ hasText: '503 · Model unavailable' })
    .filter({ hasText: 'What to do' })
    .waitFor();

  await playAs(page, 'Mei');
  await messages(page).filter({ hasText: 'claude-opus-4-6' }).waitFor();
  await button(page, 'Claim').click();
  await messages(page)
    .filter({ hasText: /State\s*Claimed by/ })
    .waitFor();
  await page.getByText('Done. Play as Alice again').waitFor();

  await button(page, 'Resolve').click();
  const dialog = page.getByRole('dialog', { name: 'Resolve' });
  await dialog.getByRole('textbox').fill('The channel is back.');
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await dialog.waitFor({ state: 'hidden' });

  await playAs(page, 'Alice');
  await messages(page)
    .filter({ hasText: 'has marked your case' })
    .filter({ hasText: 'The channel is back.' })
    .waitFor();
  expect(playground.problems).toEqual([]);
});

test('the model name is taken by a form and stands on the card', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  await composer(page).fill('/error ');
  await page.getByLabel('query').fill('503');
  await page.keyboard.press('Enter');
  await button(page, 'Add the model name').click();
  await page.getByRole('dialog').getByLabel('Which model did you call?').fill('gpt-5.2-chat');
  await page.keyboard.press('Enter');
  await messages(page).filter({ hasText: 'gpt-5.2-chat' }).waitFor();
  await playAs(page, 'Mei');
  await messages(page)
    .filter({ hasText: 'gpt-5.2-chat' })
    .filter({ has: page.locator('discord-embed') })
    .waitFor();
  expect(playground.problems).toEqual([]);
});

test('a link on the card leads to the message, and people who are not played are told of news', async () => {
  const page = await playground.open();
  await send(page, noChannel);
  const waiting = page.locator('label').filter({ hasText: 'Mei' }).locator('.badge');
  await waiting.waitFor();
  await playAs(page, 'Mei');
  const card = messages(page).filter({ hasText: 'gpt-4o-mini' });
  await card.getByRole('button', { name: '#help ›' }).first().click();
  await page.getByRole('heading', { name: '#help' }).waitFor();
  await page.locator('discord-message.marked').filter({ hasText: 'openai.InternalServerError' }).waitFor();
  expect(playground.problems).toEqual([]);
});

test('a link to a message that is deleted leads to its channel', async () => {
  const page = await playground.open();
  const { discord, alice, help } = playground.stage;
  const report = discord.say({ user: alice, channel: help, content: noChannelFor('gpt-deleted') });
  await playAs(page, 'Mei');
  const card = messages(page).filter({ hasText: 'gpt-deleted' });
  await card.waitFor();
  discord.deleteMessage(report);
  await card.getByRole('button', { name: '#help ›' }).first().click();
  await page.getByRole('heading', { name: '#help' }).waitFor();
  expect(playground.problems).toEqual([]);
});

test('staff open a thread, in which they write', async () => {
  const page = await playground.open();
  await send(page, noChannel.replaceAll('gpt-4o-mini', 'gpt-thread'));
  await playAs(page, 'Mei');
  await messages(page).filter({ hasText: 'gpt-thread' }).waitFor();
  await button(page, 'Open thread').click();
  await page.locator('.thread').getByText('Open the thread').last().click();
  await messages(page).first().locator('discord-embed').filter({ hasText: 'gpt-thread' }).waitFor();
  await expect.poll(() => messages(page).first().locator('discord-button').count()).toBe(0);
  await send(page, 'Which channel is it?');
  await messages(page).filter({ hasText: 'Which channel is it?' }).waitFor();
  expect(playground.problems).toEqual([]);
});
