/** Whatever is pasted, posted or named stays text: nothing of it becomes markup, a script, or a way out. */
import { beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { messages, openChannel, playAs, send } from './browser.ts';
import { usePlayground } from './use-playground.ts';

const playground = usePlayground();

let page: Page;
beforeEach(async () => {
  page = await playground.open();
  page.on('dialog', (dialog) => {
    playground.problems.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
});

/** What a successful attack would have left. */
async function harm(): Promise<unknown> {
  return page.evaluate(
    `({ ran: globalThis.harm ?? null, parts: document.querySelectorAll('discord-message :is(script, iframe, object, style, form, img[src="x"], a:not([href^="http"]))').length })`,
  );
}

const unharmed = { ran: null, parts: 0 };

const payloads = [
  '<img src=x onerror="globalThis.harm=1">',
  '<script>globalThis.harm=1</script>',
  '"><svg/onload=globalThis.harm=1>',
  '</span></discord-message><iframe srcdoc="<script>parent.harm=1</script>">',
  '${globalThis.harm=1} {{constructor.constructor("harm=1")()}}',
  '[click](javascript:globalThis.harm=1) <javascript:globalThis.harm=1>',
  '[click](data:text/html,<script>harm=1</script>)',
  '[click](JaVaScRiPt:globalThis.harm=1)',
  '```html\n<img src=x onerror=globalThis.harm=1>\n```',
  '> <b onmouseover=globalThis.harm=1>x</b>',
  '<:harm:123456789012345678> <a:harm:123456789012345678>',
  '<@123456789012345678> <@&123456789012345678> <#123456789012345678> </harm:123456789012345678>',
  '<t:99999999999999999:R> <t:0:X>',
];

test('pastes stay text', async () => {
  for (const payload of payloads) await send(page, payload);
  await messages(page)
    .nth(payloads.length - 1)
    .waitFor();
  await expect.poll(() => messages(page).first().textContent()).toContain(payloads[0]);
  expect(await harm()).toEqual(unharmed);
  expect(playground.problems).toEqual([]);
});

test('pastes stay text where the bot quotes them, and in what staff read', async () => {
  await send(
    page,
    `Error code: 503 - {'error': {'message': 'No available channel for model <img/src=x/onerror=harm=1> under group [x](javascript:harm=1) (distributor)', 'type': 'new_api_error'}}`,
  );
  await messages(page).filter({ hasText: '503 · Model unavailable' }).waitFor();
  expect(await harm()).toEqual(unharmed);
  await playAs(page, 'Mei');
  await messages(page).first().waitFor();
  expect(await harm()).toEqual(unharmed);
  expect(playground.problems).toEqual([]);
});

test('names stay text: of files, of people, of channels and threads', async () => {
  const { discord, guild, help } = playground.stage;
  const name = '<img src=x onerror=globalThis.harm=1>';
  const stranger = discord.createUser({ username: 'stranger', globalName: name });
  discord.addMember(guild, stranger);
  const said = discord.say({
    user: stranger,
    channel: help,
    content: 'hello',
    attachments: [
      { name: `${name}.txt`, bytes: 'x' },
      { name: 'page.html', bytes: '<script>harm=1</script>' },
      { name: 'picture.svg', bytes: '<svg xmlns="http://www.w3.org/2000/svg" onload="harm=1"/>' },
    ],
  });
  discord.startThread({ user: stranger, message: said, name });
  discord.sayAsWebhook({
    channel: help,
    username: 'feed',
    embeds: [
      {
        title: `${name} <:harm:123456789012345678>`,
        url: 'https://example.com',
        description: name,
        author: { name, icon_url: 'https://example.com/icon.png' },
        image: { url: 'https://example.com/image.png' },
        thumbnail: { url: 'https://example.com/thumbnail.png' },
        footer: { text: name, icon_url: 'https://example.com/footer.png' },
        fields: [{ name: `${name} <:harm:123456789012345678>`, value: name }],
      },
    ],
  });
  await messages(page).filter({ hasText: 'hello' }).last().waitFor();
  await openChannel(page, name);
  await page.getByRole('heading', { name }).waitFor();
  expect(await harm()).toEqual(unharmed);
  expect(playground.problems).toEqual([]);
});

test('a posted page is saved, never opened', async () => {
  const [file] = [...playground.stage.discord.world.attachments.values()].filter(({ path }) =>
    path.endsWith('.html'),
  );
  const answer = await fetch(`${playground.url}/files/${file?.path ?? ''}`);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('text made to hurt the Markdown parser does not stop the page', async () => {
  for (const unit of ['*', '_', '[', '`', '> ', '||', '**_', '~~*', '<', '<@', '[a](', '\\', '- ', '__*'])
    await send(page, unit.repeat(Math.floor(2000 / unit.length)));
  await send(page, 'still here');
  await messages(page).filter({ hasText: 'still here' }).waitFor();
  expect(playground.problems).toEqual([]);
});
