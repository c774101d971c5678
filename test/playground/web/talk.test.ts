/** How the talk is drawn: who said it, what it answers, and where the focus stays when something of it goes. */
import { expect, test } from 'vitest';
import { eventually } from '../../e2e/stage.ts';
import { composer, messages, openChannel, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

test('the line above a reply shows names, and the message as it is now', async () => {
  const page = await playground.open();
  const { discord, alice, mei, general, staffRole } = playground.stage;
  await openChannel(page, '#general');
  const asked = discord.say({ user: alice, channel: general, content: `<@&${staffRole.id}> **help** me` });
  discord.say({ user: mei, channel: general, content: 'which model?', reply: asked });
  const line = messages(page).filter({ hasText: 'which model?' }).locator('.replied');
  await line.filter({ hasText: '@Support help me' }).waitFor();
  discord.editMessage({ message: asked, content: `never mind, <@${mei.id}>` });
  await line.filter({ hasText: 'never mind, @Mei' }).waitFor();
  expect(playground.problems).toEqual([]);
});

test('a deleted message can be read nowhere, neither at once nor after a reload', async () => {
  const page = await playground.open();
  const { discord, alice, mei, general } = playground.stage;
  await openChannel(page, '#general');
  const posted = discord.say({ user: alice, channel: general, content: 'my key is sk-very-secret' });
  discord.say({ user: mei, channel: general, content: 'delete that', reply: posted });
  const reply = messages(page).filter({ hasText: 'delete that' });
  await reply.locator('.replied').filter({ hasText: 'sk-very-secret' }).waitFor();
  discord.deleteMessage(posted);
  await reply.getByText('The message was deleted.').waitFor();
  await expect.poll(() => page.getByText('sk-very-secret').count()).toBe(0);
  await page.reload();
  await reply.getByText('The message was deleted.').waitFor();
  await expect.poll(() => page.getByText('sk-very-secret').count()).toBe(0);
  expect(playground.problems).toEqual([]);
});

test('what goes away takes the focus to the messages, not to nowhere', async () => {
  const page = await playground.open();
  await playAs(page, 'Mei');
  await openChannel(page, '#general');
  await composer(page).fill('/cases ');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('button', { name: 'Dismiss message' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Only you can see this').waitFor({ state: 'hidden' });
  await eventually(() => page.evaluate('document.activeElement.id')).toBe('messages');
});

test('a private answer and a public one do not share an author line', async () => {
  const page = await playground.open();
  await playAs(page, 'Mei');
  await openChannel(page, '#general');
  await composer(page).fill('/cases ');
  await page.getByRole('button', { name: 'Run' }).click();
  await messages(page).filter({ hasText: 'Only you can see this' }).last().waitFor();
  const { discord, general } = playground.stage;
  discord.say({ user: discord.bot, channel: general, content: 'for all to see' });
  const open = messages(page).filter({ hasText: 'for all to see' });
  await open.waitFor();
  await expect.poll(() => open.getAttribute('message-body-only')).toBe(null);
});

test('a name within code stays as it was typed', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  await send(page, 'a word for @Mei: `@Mei`');
  const said = messages(page).filter({ hasText: 'a word for' }).last();
  await said.locator('discord-mention').waitFor();
  await expect.poll(() => said.locator('discord-code').textContent()).toBe('@Mei');
});

test('small print ends its line, and a list has bullets', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  await send(page, '-# in small print\nthe next line\n- **an** item\n> - quoted');
  const said = messages(page).filter({ hasText: 'in small print' }).last();
  await said.waitFor();
  const text = said.locator('.content');
  await expect.poll(() => text.innerText()).toContain('in small print\nthe next line\n• an item');
  await expect.poll(() => text.locator('blockquote').innerText()).toBe('• quoted');
});
