/** The people of the demo guild in the hands of whoever types: acts on the embedded Discord, remembers what is open. */
import { ComponentType, type APIMessage, type APIUser } from 'discord-api-types/v10';
import type { DemoGuild, EmbeddedDiscord, InteractionHandle } from '../embedded-discord.ts';
import { flatten, type AnyComponent } from '../rest/checks/components.ts';
import type { Upload } from '../world/attachments.ts';
import type { Channel } from '../world/types.ts';
import { ChatRefusal, upload } from './files.ts';
import { lookUp } from './look-up.ts';
import type { Action } from './parse.ts';
import { readSlash } from './slash.ts';

export interface Chat {
  /** Who is typing, and where. */
  where: () => { readonly user: APIUser; readonly channel: Channel };
  /** Does it; the lines returned are to be printed. Throws ChatRefusal or ClientRefusal. */
  act: (action: Action) => Promise<string[]>;
}

export function createChat(discord: EmbeddedDiscord, guild: DemoGuild): Chat {
  let user = guild.alice;
  let channel = guild.help;
  let lastOwn: APIMessage | null = null;
  let form: InteractionHandle | null = null;

  const say = (saying: {
    content?: string;
    attachments?: Upload[];
    mention?: APIUser;
    direct?: boolean;
  }): string[] => {
    const { direct, ...rest } = saying;
    lastOwn = discord.say({ user, ...(direct === true ? {} : { channel }), ...rest });
    return [];
  };
  const own = (): APIMessage => {
    if (lastOwn === null || discord.message(lastOwn) === null)
      throw new ChatRefusal('there is no message of yours yet');
    return lastOwn;
  };
  const begun = async (handle: InteractionHandle): Promise<string[]> => {
    await handle.acknowledged();
    form = handle.record.modal === null ? null : handle;
    return form === null ? [] : formLines(handle);
  };

  const owner = discord.world.people.get(guild.guild.ownerId)?.user ?? guild.mei;
  const people = { alice: guild.alice, bo: guild.bo, staff: guild.mei, owner };
  const typedCommand = (name: string, text: string) => {
    const command = [...discord.world.globalCommands.values()].find((one) => one.name === name);
    if (command === undefined) throw new ChatRefusal(`there is no /${name}; /help lists the commands`);
    return readSlash(name, text, command.options ?? [], lookUp(discord.world, guild.guild));
  };

  const act = async (action: Action): Promise<string[]> => {
    switch (action.kind) {
      case 'say':
        return say({ content: action.text });
      case 'mention':
        return say({ content: action.text, mention: discord.bot });
      case 'direct':
        return say({ content: action.text, direct: true });
      case 'file':
        return say({ attachments: [upload(action.path)] });
      case 'error':
        return begun(
          discord.slash({
            user,
            channel,
            name: 'error',
            options: {
              query: action.query,
              ...(action.model === undefined ? {} : { model: action.model }),
              ...(action.log === undefined ? {} : { log: upload(action.log) }),
            },
          }),
        );
      case 'suggest': {
        const choices = await discord.autocomplete({
          user,
          channel,
          name: 'error',
          options: { query: action.query },
          focused: 'query',
        });
        return choices.length === 0 ? ['(no suggestion)'] : choices.map(({ name }) => `· ${name}`);
      }
      case 'menu':
        return begun(
          discord.contextMenu({ user, message: lastSeen(discord, channel), name: 'Diagnose error' }),
        );
      case 'edit':
        discord.editMessage({ message: own(), content: action.text });
        return [];
      case 'delete':
        discord.deleteMessage(own());
        return [];
      case 'press': {
        const { message, component } = findControl(
          discord,
          (part) => part.type === ComponentType.Button && sameLabel(part.label, action.label),
          `button "${action.label}"`,
        );
        return begun(discord.click({ user, message, customId: component.custom_id ?? '' }));
      }
      case 'pick': {
        const { message, component } = findControl(
          discord,
          (part) => part.type === ComponentType.StringSelect,
          'list',
        );
        return begun(
          discord.select({
            user,
            message,
            customId: component.custom_id ?? '',
            values: [pickedValue(component, action.choice)],
          }),
        );
      }
      case 'fill': {
        if (form === null) throw new ChatRefusal('no form is open');
        return begun(discord.submitModal({ interaction: form, values: { [firstInput(form)]: action.text } }));
      }
      case 'become':
        user = people[action.who];
        channel = action.who === 'staff' ? guild.supportDesk : guild.help;
        return [`You are ${user.global_name ?? user.username} in #${channel.name ?? ''}.`];
      case 'slash':
        return begun(discord.slash({ user, channel, ...typedCommand(action.command, action.text) }));
      case 'help':
      case 'quit':
        return [];
    }
  };
  return { where: () => ({ user, channel }), act };
}

function lastSeen(discord: EmbeddedDiscord, channel: Channel): APIMessage {
  const message = messagesOf(discord, channel).findLast(({ author }) => author.id !== discord.bot.id);
  if (message === undefined) throw new ChatRefusal('there is no message here yet');
  return message;
}

function messagesOf(discord: EmbeddedDiscord, channel: Channel): APIMessage[] {
  return [...(discord.world.messages.get(channel.id)?.values() ?? [])];
}

/** The newest message, wherever it stands, that has such a control. */
function findControl(discord: EmbeddedDiscord, fits: (part: AnyComponent) => boolean, what: string) {
  const newestFirst = [...discord.world.channels.values()]
    .flatMap((channel) => messagesOf(discord, channel))
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  for (const message of newestFirst) {
    const component = flatten((message.components ?? []) as unknown as AnyComponent[]).find(fits);
    if (component !== undefined) return { message, component };
  }
  throw new ChatRefusal(`there is no ${what}`);
}

function sameLabel(label: string | null | undefined, wanted: string): boolean {
  return label?.toLowerCase() === wanted.toLowerCase();
}

function pickedValue(component: AnyComponent, choice: string): string {
  const options = component.options ?? [];
  const option = options[Number(choice) - 1] ?? options.find(({ label }) => sameLabel(label, choice));
  if (option === undefined) throw new ChatRefusal(`choose 1 to ${options.length}`);
  return option.value;
}

function inputsOf(handle: InteractionHandle): AnyComponent[] {
  return flatten((handle.record.modal?.components ?? []) as unknown as AnyComponent[]).filter(
    ({ custom_id: id }) => id !== undefined,
  );
}

function firstInput(handle: InteractionHandle): string {
  return inputsOf(handle)[0]?.custom_id ?? '';
}

function formLines(handle: InteractionHandle): string[] {
  const labels = inputsOf(handle).map(({ label, custom_id: id }) => label ?? id ?? '');
  return [
    `A form opened: ${handle.record.modal?.title ?? ''} (${labels.join(', ')}). Answer with /fill TEXT.`,
  ];
}
