/** The panes at the side: how a report was read, and an entry that is tried while it is written. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { noChannel } from '../../e2e/stage.ts';
import { composer, messages, openChannel, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

function tab(page: Page, name: string) {
  return page.getByRole('tab', { name });
}

const key = 'sk-proj-Zk3mQ9vX2bN7cR5tY8wL4pH6jD1sF0gAaKu7';

test('Why? shows staff how the report of an answer was read, without its secrets', async () => {
  const page = await playground.open();
  await send(page, `with ${key}: ${noChannel}`);
  await messages(page).filter({ hasText: 'What to do' }).waitFor();
  await playAs(page, 'Mei');
  await openChannel(page, '#help');
  await messages(page).filter({ hasText: 'What to do' }).getByRole('button', { name: 'Why?' }).click();
  const pane = page.locator('why-pane');
  await pane.getByText('Answered: model-unavailable').waitFor();
  await pane.getByText(/needed\s+0\.70/).waitFor();
  await pane.locator('mark', { hasText: 'gpt-4o-mini' }).first().waitFor();
  const shown = await pane.locator('section').innerText();
  expect(shown).toContain('Secrets taken out: 1');
  expect(shown).not.toContain(key);
  expect(playground.problems).toEqual([]);
});

test('Why? knows what was given to a command, and takes the last report by itself', async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  await composer(page).fill('/error ');
  await page.getByLabel('query').fill('HTTP 429 Too Many Requests');
  await page.keyboard.press('Enter');
  await messages(page).filter({ hasText: 'What to do' }).waitFor();
  await playAs(page, 'Mei');
  await tab(page, 'Why?').click();
  const pane = page.locator('why-pane');
  await pane.getByText(/Answered: rate-limited/).waitFor();
  await pane.getByText('somebody asked').first().waitFor();
});

test('Why? reads a text that is typed there, and says why nothing would be answered', async () => {
  const page = await playground.open();
  await tab(page, 'Why?').click();
  const pane = page.locator('why-pane');
  await pane.getByText('Read another text').click();
  await pane.getByRole('textbox').fill('lol my bot said <img src=x onerror=alert(1)> 503');
  await pane.getByRole('button', { name: 'Read' }).click();
  await pane.getByText(/Silent/).waitFor();
  await expect.poll(() => pane.locator('img').count()).toBe(0);
  expect(playground.problems).toEqual([]);
});

test("the tab itself shows the last report again, after a look at another and after a text of one's own", async () => {
  const page = await playground.open();
  await openChannel(page, '#general');
  await playAs(page, 'Mei');
  await openChannel(page, '#general');
  await send(page, '<@' + playground.stage.discord.bot.id + '> 413');
  await messages(page).filter({ hasText: '413 ·' }).last().waitFor();
  await openChannel(page, '#help');
  await messages(page)
    .filter({ hasText: 'What to do' })
    .first()
    .getByRole('button', { name: 'Why?' })
    .click();
  const pane = page.locator('why-pane');
  await pane.getByText('Answered: model-unavailable').waitFor();
  await tab(page, 'Why?').click();
  await pane.locator('pre').filter({ hasText: '413' }).waitFor();
  await pane.getByText('Read another text').click();
  await pane.getByRole('textbox').fill('good morning');
  await pane.getByRole('button', { name: 'Read' }).click();
  await pane.locator('pre').filter({ hasText: 'good morning' }).waitFor();
  await tab(page, 'Why?').click();
  await pane.locator('pre').filter({ hasText: '413' }).waitFor();
});

test('Why? is offered on answers to reports, not on what other commands say', async () => {
  const page = await playground.open();
  await playAs(page, 'Mei');
  await openChannel(page, '#general');
  await composer(page).fill('/cases ');
  await page.getByRole('button', { name: 'Run' }).click();
  const cases = messages(page).filter({ hasText: 'used /cases' }).last();
  await cases.waitFor();
  await cases.hover();
  await expect.poll(() => cases.getByRole('button', { name: 'Why?' }).count()).toBe(0);
  await composer(page).fill('/error ');
  await page.getByLabel('query').fill('401');
  await page.keyboard.press('Enter');
  const answer = messages(page).filter({ hasText: 'used /error' }).last();
  await answer.getByRole('button', { name: 'Why?' }).waitFor();
});

test('an entry is tried as it is typed: faults with their line, examples, and what it takes from others', async () => {
  const page = await playground.open();
  await tab(page, 'Try an entry').click();
  const pane = page.locator('entry-pane');
  await pane.getByRole('combobox').selectOption('rate-limited');
  await pane.getByText(/texts lead where they should; 0 taken from other entries/).waitFor();

  const editor = pane.getByRole('textbox');
  const yaml = readFileSync('data/knowledge/rate-limited.yaml', 'utf8');
  await editor.fill(yaml.replace('escalation: offer', 'escalation: perhaps'));
  await pane
    .getByText(/escalation/)
    .first()
    .waitFor();
  await pane
    .getByRole('button', { name: /line \d+/i })
    .first()
    .click();
  expect(
    await editor.evaluate((field: unknown) => (field as { selectionStart: number }).selectionStart),
  ).toBeGreaterThan(0);

  await editor.fill(
    yaml.replace(
      'signatures:\n',
      "signatures:\n  - 'No available channel for model {model} under group {group} (distributor)'\n",
    ),
  );
  await pane.getByText(/[1-9]\d* claimed twice/).waitFor();

  // A look elsewhere loses nothing.
  await tab(page, 'Gallery').click();
  await tab(page, 'Try an entry').click();
  await expect.poll(() => editor.inputValue()).toContain('No available channel for model {model}');
  await pane.getByRole('button', { name: 'Undo all' }).click();
  await expect.poll(() => editor.inputValue()).toBe(yaml);

  await editor.fill(`${yaml}# mine\n`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: 'Save as file…' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('rate-limited.yaml');
  expect(readFileSync('data/knowledge/rate-limited.yaml', 'utf8')).toBe(yaml);
  expect(playground.problems).toEqual([]);
});
