/** Everybody can use the page: axe finds nothing serious, the keyboard reaches all, and a phone is wide enough. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { eventually, noChannel } from '../../e2e/stage.ts';
import { button, composer, messages, openChannel, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const playground = usePlayground();

async function faults(page: Page): Promise<string[]> {
  const found = await page.evaluate<AxeResults>(`${axe}; axe.run()`);
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
}

/** A talk with an answer, a card, a private word and a reply. */
async function talk(page: Page): Promise<void> {
  await send(page, noChannel);
  await messages(page).filter({ hasText: '503 · Model unavailable' }).first().waitFor();
  await composer(page).fill('/case ');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByText('Only you can see this').first().waitFor();
}

describe('by keyboard', () => {
  test('from the first key to a claimed case', async () => {
    const page = await playground.open();
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Skip to the messages');
    await reach(page, 'Paste a 503 for me');
    await page.keyboard.press('Enter');
    await page.waitForFunction(`document.activeElement.tagName === 'TEXTAREA'`);
    await page.keyboard.press('Enter');
    await messages(page).filter({ hasText: '503 · Model unavailable' }).last().waitFor();
    await page.getByRole('radio', { name: 'Alice' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('main', { name: /Mei$/ }).waitFor();
    await reach(page, 'Claim');
    await page.keyboard.press('Enter');
    await messages(page)
      .filter({ hasText: /Claimed by/ })
      .last()
      .waitFor();
  });

  test('the menu is walked by arrows and left by Escape, back to where it was opened', async () => {
    const page = await playground.open();
    await send(page, 'good morning');
    const more = messages(page)
      .last()
      .getByRole('button', { name: /^Actions for/ });
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('Reply');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await eventually(() => focused(page)).toBe('⋯');
  });

  test('new messages are announced', async () => {
    const page = await playground.open();
    const log = page.getByRole('log', { name: 'Messages in #help' });
    await expect.poll(() => log.getAttribute('aria-live')).toBe('polite');
  });
});

describe.each([
  ['dark', { dark: true }],
  ['light', { dark: false }],
])('%s', (_, looks) => {
  test('the first sight', async () => {
    const page = await playground.open(looks);
    expect(await faults(page)).toEqual([]);
  });

  test('a talk, the desk, a form, a menu and the command picker', async () => {
    const page = await playground.open(looks);
    await talk(page);
    expect(await faults(page)).toEqual([]);
    await composer(page).fill('/');
    await page.getByRole('listbox').waitFor();
    expect(await faults(page)).toEqual([]);
    await composer(page).fill('/error ');
    await page.getByRole('option').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await playAs(page, 'Mei');
    await button(page, 'Reply').click();
    await page.getByRole('dialog').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await messages(page).last().click({ button: 'right' });
    await page.getByRole('menu').waitFor();
    expect(await faults(page)).toEqual([]);
  });
});

describe.each([
  ['dark', { dark: true }],
  ['light', { dark: false }],
  ['a phone', { dark: true, width: 360 }],
])('the panes at the side, %s', (_, looks) => {
  test('how a report was read, and an entry that is tried', async () => {
    const page = await playground.open(looks);
    await send(page, noChannel);
    await messages(page).filter({ hasText: 'What to do' }).last().waitFor();
    const behind = page.getByRole('button', { name: 'Gallery and more' });
    if (await behind.isVisible()) await behind.click();
    await page.getByRole('tab', { name: 'Why?' }).click();
    await page.locator('why-pane').getByText('Ranking').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Try an entry' }).click();
    await page.locator('entry-pane').getByRole('combobox').selectOption('rate-limited');
    await page
      .locator('entry-pane')
      .getByText(/texts lead where they should/)
      .waitFor();
    expect(await faults(page)).toEqual([]);
    const sideways = await page.evaluate(
      `[...document.querySelectorAll('html, body, .panel, .panel > :not([hidden])')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.id || one.className || one.tagName)`,
    );
    expect(sideways).toEqual([]);
  });
});

describe.each([480, 320])('%i pixels wide', (width) => {
  test('nothing scrolls sideways; channels and gallery are behind buttons', async () => {
    const page = await playground.open({ width });
    await page.getByRole('button', { name: 'Gallery and more' }).click();
    await page.getByTitle('Paste: Model unavailable').first().click();
    await composer(page).press('Enter');
    await messages(page).filter({ hasText: '503 · Model unavailable' }).last().waitFor();
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await playAs(page, 'Mei');
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await openChannel(page, '#support-desk');
    await messages(page).filter({ hasText: 'claude-opus-4-6' }).last().waitFor();
    const sideways = await page.evaluate(
      `[...document.querySelectorAll('html, body, .page, #messages')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.className || one.tagName)`,
    );
    expect(sideways).toEqual([]);
    expect(await faults(page)).toEqual([]);
  });
});

/** The text of what has the focus, within the library's elements too. */
function focused(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    let at = document.activeElement;
    const host = at;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return (at === host ? at.textContent : host.textContent).trim();
  })()`);
}

async function reach(page: Page, text: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    if ((await focused(page)) === text) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${text}" is not reached by Tab`);
}
