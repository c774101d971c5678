/** What a person does on the page, as requests: each is checked and handed to the embedded Discord. */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { z } from 'zod';
import { ClientRefusal, type InteractionHandle } from '../embedded-discord.ts';
import type { OptionValue } from '../people/options.ts';
import type { Upload } from '../world/attachments.ts';
import { mayDo } from '../world/permissions.ts';
import type { Message } from '../world/types.ts';
import { bounds, type Begun, type Handlers } from './protocol.ts';
import { type Place, seesMessage } from './seen.ts';

const id = z.string().min(1).max(bounds.id);
const text = z.string().max(bounds.content);
const file = z.strictObject({ name: z.string().min(1).max(bounds.name), data: z.base64() });
const option = z.union([text, z.number(), z.boolean(), z.strictObject({ id }), z.strictObject({ file })]);

const bodies = {
  say: z.strictObject({
    channel: id,
    content: text,
    files: z.array(file).max(bounds.files),
    reply: id.nullable(),
  }),
  edit: z.strictObject({ message: id, content: z.string().max(bounds.edited) }),
  remove: z.strictObject({ message: id }),
  slash: z.strictObject({
    channel: id,
    name: z.string().max(bounds.customId),
    options: z.record(z.string().max(32), option),
  }),
  suggest: z.strictObject({
    channel: id,
    name: z.string().max(bounds.customId),
    options: z.record(z.string().max(32), text),
    focused: z.string().max(32),
  }),
  menu: z.strictObject({ message: id, name: z.string().max(bounds.customId) }),
  press: z.strictObject({ message: id, customId: z.string().max(bounds.customId) }),
  choose: z.strictObject({
    message: id,
    customId: z.string().max(bounds.customId),
    values: z.array(z.string().max(bounds.customId)).max(bounds.values),
  }),
  submit: z.strictObject({
    interaction: id,
    values: z.record(
      z.string().max(bounds.customId),
      z.union([text, z.array(z.string().max(bounds.customId)).max(bounds.values)]),
    ),
  }),
};

/** Forms that one page can have left open; an older one is forgotten. */
const mostForms = 20;

/** @param viewer who acts, at the moment of the act */
export function createActs({ discord }: Place, viewer: () => string): Handlers {
  const forms = new Map<string, InteractionHandle>();

  const begun = async (handle: InteractionHandle): Promise<Begun> => {
    await handle.acknowledged();
    const { modal } = handle.record;
    if (modal === null) return { form: null };
    forms.set(handle.id, handle);
    const [oldest] = forms.keys();
    if (forms.size > mostForms && oldest !== undefined) forms.delete(oldest);
    return { form: { interaction: handle.id, modal } };
  };
  const seen = (messageId: string): Message => {
    const message = discord.message(messageId);
    if (message === null || !seesMessage(discord.world, message, viewer()))
      throw new ClientRefusal('that message is gone');
    return message;
  };
  const own = (messageId: string): Message => {
    const message = seen(messageId);
    if (message.author.id !== viewer()) throw new ClientRefusal('only your own messages can be changed');
    return message;
  };
  const removable = (messageId: string): Message => {
    const message = seen(messageId);
    const channel = discord.world.channels.get(message.channel_id);
    const moderates = channel !== undefined && mayDo(discord.world, channel, viewer(), P.ManageMessages);
    return moderates ? message : own(messageId);
  };

  return {
    say: (body) => {
      const { channel, content, files, reply } = bodies.say.parse(body);
      discord.say({
        user: viewer(),
        channel,
        content,
        attachments: files.map(upload),
        ...(reply === null ? {} : { reply: seen(reply) }),
      });
    },
    edit: (body) => {
      const { message, content } = bodies.edit.parse(body);
      discord.editMessage({ message: own(message), content });
    },
    remove: (body) => {
      discord.deleteMessage(removable(bodies.remove.parse(body).message));
    },
    slash: (body) => {
      const { channel, name, options } = bodies.slash.parse(body);
      const values = Object.entries(options).map(([key, value]): [string, OptionValue] => [
        key,
        typeof value === 'object' && 'file' in value ? upload(value.file) : value,
      ]);
      return begun(discord.slash({ user: viewer(), channel, name, options: Object.fromEntries(values) }));
    },
    suggest: (body) => discord.autocomplete({ user: viewer(), ...bodies.suggest.parse(body) }),
    menu: (body) => {
      const { message, name } = bodies.menu.parse(body);
      return begun(discord.contextMenu({ user: viewer(), message: seen(message), name }));
    },
    press: (body) => begun(discord.click({ user: viewer(), ...bodies.press.parse(body) })),
    choose: (body) => begun(discord.select({ user: viewer(), ...bodies.choose.parse(body) })),
    submit: (body) => {
      const { interaction, values } = bodies.submit.parse(body);
      const form = forms.get(interaction);
      if (form?.record.user.id !== viewer()) throw new ClientRefusal('that form is no longer open');
      const submitted = discord.submitModal({ interaction: form, values });
      // What is refused before the bot hears of it can be mended and sent again.
      forms.delete(interaction);
      return begun(submitted);
    },
  };
}

function upload({ name, data }: z.infer<typeof file>): Upload {
  return { name, bytes: Buffer.from(data, 'base64') };
}
