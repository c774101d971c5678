/** The everyday talk between a bot and people, over the real socket. */
import { once } from 'node:events';
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leave, scene, type Scene } from './bot.ts';

let s: Scene;
beforeEach(async () => {
  s = await scene();
});
afterEach(() => leave(s));

const button = (id: string, label = id) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary),
  );

/** What the bot of a test does with every interaction. */
function onInteraction(act: (interaction: Interaction) => Promise<unknown>): void {
  s.client.on(Events.InteractionCreate, (interaction) => {
    act(interaction).catch((error: unknown) => {
      s.client.emit(Events.Error, error as Error);
    });
  });
}

test('a client gets ready and knows the guild, its channels and its own permissions', () => {
  const guild = s.client.guilds.cache.get(s.guild.id);
  expect(guild?.available).toBe(true);
  expect(guild?.name).toBe('Example API');
  const desk = guild?.channels.cache.get(s.supportDesk.id);
  const me = guild?.members.me;
  expect(me && desk?.permissionsFor(me).has('SendMessages')).toBe(true);
  expect(desk?.permissionsFor(s.guild.id)?.has('ViewChannel')).toBe(false);
});

test('a message is answered with an embed and a button, and the answer can be edited and deleted', async () => {
  s.client.on(Events.MessageCreate, (message) => {
    if (message.author.bot) return;
    void message.reply({
      embeds: [{ title: '503', description: message.content }],
      components: [button('solved')],
    });
  });
  const question = s.discord.say({ user: s.alice, channel: s.help, content: '503 no available channel' });
  const reply = await s.discord.waitForReply(question);
  expect(reply.embeds[0]).toMatchObject({
    type: 'rich',
    title: '503',
    description: '503 no available channel',
  });
  expect(s.discord.pings(reply).users).toEqual([s.alice.id]);

  const channel = await s.client.channels.fetch(s.help.id);
  if (!channel?.isTextBased()) throw new Error('not a text channel');
  const own = await channel.messages.fetch(reply.id);
  await own.edit({ content: 'edited', embeds: [] });
  expect(s.discord.message(reply)).toMatchObject({ content: 'edited', embeds: [] });
  expect(s.discord.message(reply)?.edited_timestamp).not.toBeNull();
  await own.delete();
  expect(s.discord.message(reply)).toBeNull();
});

test('a slash command is deferred, filled and followed up, ephemerally where asked', async () => {
  await s.client.application.commands.set([
    {
      name: 'error',
      description: 'Look an error up',
      options: [
        { name: 'code', description: 'The code', type: ApplicationCommandOptionType.String, required: true },
      ],
    },
  ]);
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(
      `looked up ${interaction.options.getString('code', true)} in ${interaction.locale}`,
    );
    await interaction.followUp({ content: 'for all' });
  });
  const use = s.discord.slash({
    user: s.alice,
    channel: s.help,
    name: 'error',
    options: { code: '503' },
    locale: 'zh-CN',
  });
  await use.acknowledged();
  const answer = await use.message();
  expect(answer.content).toBe('looked up 503 in zh-CN');
  expect(s.discord.visibleTo(answer)).toBe(s.alice.id);
  const more = await use.followUp();
  expect(more.content).toBe('for all');
  expect(s.discord.visibleTo(more)).toBeNull();
});

test('autocomplete gives choices for what is being typed', async () => {
  await s.client.application.commands.set([
    {
      name: 'error',
      description: 'Look an error up',
      options: [
        {
          name: 'code',
          description: 'The code',
          type: ApplicationCommandOptionType.String,
          autocomplete: true,
        },
      ],
    },
  ]);
  onInteraction(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}3 Unavailable`, value: `${typed}3` }]);
  });
  const choices = await s.discord.autocomplete({
    user: s.alice,
    channel: s.help,
    name: 'error',
    options: { code: '50' },
  });
  expect(choices).toEqual([{ name: '503 Unavailable', value: '503' }]);
});

test('a context menu carries the message it was opened on', async () => {
  await s.client.application.commands.set([{ name: 'Diagnose', type: ApplicationCommandType.Message }]);
  onInteraction(async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return;
    await interaction.reply({
      content: `read: ${interaction.targetMessage.content}`,
      flags: MessageFlags.Ephemeral,
    });
  });
  const message = s.discord.say({ user: s.alice, channel: s.help, content: 'HTTP 500' });
  const answer = await s.discord.contextMenu({ user: s.mei, message, name: 'Diagnose' }).message();
  expect(answer.content).toBe('read: HTTP 500');
});

test('a button opens a modal, and its submission updates the message with the button', async () => {
  onInteraction(async (interaction) => {
    if (interaction.isButton()) {
      const input = new TextInputBuilder().setCustomId('model').setStyle(TextInputStyle.Short);
      const label = new LabelBuilder().setLabel('Model').setTextInputComponent(input);
      const modal = new ModalBuilder().setCustomId('ask').setTitle('Which model?');
      await interaction.showModal(modal.addLabelComponents(label));
    } else if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      await interaction.update({
        content: `model: ${interaction.fields.getTextInputValue('model')}`,
        components: [],
      });
    }
  });
  const channel = await s.client.channels.fetch(s.help.id);
  if (!channel?.isSendable()) throw new Error('not a text channel');
  const card = await channel.send({ content: 'card', components: [button('stuck', 'Still stuck')] });
  const click = s.discord.click({ user: s.bo, message: card, customId: 'Still stuck' });
  const modal = await click.modal();
  expect(modal.title).toBe('Which model?');
  const submitted = s.discord.submitModal({ interaction: click, values: { model: 'gpt-x' } });
  expect((await submitted.message()).content).toBe('model: gpt-x');
  expect(s.discord.message(card)?.components).toEqual([]);
});

test('a select sends its values, and a deferred update edits its message', async () => {
  onInteraction(async (interaction) => {
    if (!interaction.isStringSelectMenu()) return;
    await interaction.deferUpdate();
    await interaction.editReply({ content: `chosen: ${interaction.values.join()}`, components: [] });
  });
  const channel = await s.client.channels.fetch(s.help.id);
  if (!channel?.isSendable()) throw new Error('not a text channel');
  const menu = new StringSelectMenuBuilder()
    .setCustomId('which')
    .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' });
  const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
  const card = await channel.send({ content: 'card', components: [row] });
  s.discord.select({ user: s.bo, message: card, customId: 'which', values: ['b'] });
  const changed = await s.discord.waitForUpdate(card, ({ content }) => content !== 'card');
  expect(changed.content).toBe('chosen: b');
});

test('attachments travel both ways', async () => {
  s.client.on(Events.MessageCreate, (message) => {
    const file = message.attachments.first();
    if (message.author.bot || !file) return;
    void fetch(file.url)
      .then((answer) => answer.text())
      .then((text) =>
        message.reply({ files: [{ attachment: Buffer.from(text.toUpperCase()), name: 'loud.txt' }] }),
      );
  });
  const attachments = [{ name: 'message.txt', bytes: 'quiet' }];
  const reply = await s.discord.waitForReply(s.discord.say({ user: s.alice, channel: s.help, attachments }));
  const [file] = reply.attachments;
  expect(file).toMatchObject({ filename: 'loud.txt', size: 5 });
  const got = await fetch(file?.url ?? '');
  expect(got.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(await got.text()).toBe('QUIET');
});

test('a paste over 2000 characters arrives as message.txt', async () => {
  const arrived = once(s.client, Events.MessageCreate);
  s.discord.say({ user: s.alice, channel: s.help, content: 'x'.repeat(2001) });
  const [message] = (await arrived) as [
    { content: string; attachments: Map<string, { name: string; size: number }> },
  ];
  expect(message.content).toBe('');
  expect([...message.attachments.values()]).toMatchObject([{ name: 'message.txt', size: 2001 }]);
});

test('a forwarded message carries its text in a snapshot', async () => {
  const original = s.discord.say({ user: s.alice, channel: s.help, content: 'HTTP 503' });
  s.client.on(Events.MessageCreate, (message) => {
    const snapshot = message.messageSnapshots.first();
    if (snapshot) void message.reply(`forwarded: ${snapshot.content}`);
  });
  const forward = s.discord.say({ user: s.bo, channel: s.help, forwardOf: original });
  expect((await s.discord.waitForReply(forward)).content).toBe('forwarded: HTTP 503');
});

test('a person can talk with the bot in a DM', async () => {
  s.client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) void message.reply('hello in private');
  });
  const reply = await s.discord.waitForReply(s.discord.say({ user: s.alice, content: 'hi' }));
  expect(reply.channel_id).toBe(s.discord.directMessages(s.alice).id);
});

test('a thread is opened from a message and written in', async () => {
  s.client.on(Events.MessageCreate, (message) => {
    if (message.author.bot || message.channel.isThread()) return;
    void message.startThread({ name: 'case 1' }).then((thread) => thread.send('here'));
  });
  const message = s.discord.say({ user: s.alice, channel: s.help, content: 'stuck' });
  const written = await s.discord.waitForMessage((one) => one.content === 'here');
  expect(written.channel_id).toBe(message.id);
});
