/** The terminal chat: reads lines, lets people act, prints everything that happens in the demo guild. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { APIMessage } from 'discord-api-types/v10';
import { ClientRefusal, type DemoGuild, type EmbeddedDiscord } from '../embedded-discord.ts';
import { createChat, type Chat } from './chat.ts';
import { ChatRefusal } from './files.ts';
import { helpText, inputs, parse } from './parse.ts';
import { untilQuiet } from './quiet.ts';
import { type Names, renderMessage } from './render.ts';

export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

/** Runs until the input ends or `/quit`. With piped input every line is echoed, so that the output reads as a talk. */
export async function runChat(
  discord: EmbeddedDiscord,
  guild: DemoGuild,
  { input, output }: Terminal,
): Promise<void> {
  const interactive = input.isTTY === true;
  const print = (lines: readonly string[]) => {
    for (const line of lines) output.write(`${line}\n`);
  };
  const stopWatching = watch(discord, namesOf(discord, guild), print);
  const chat = createChat(discord, guild);
  const prompt = () => {
    const { user, channel } = chat.where();
    if (interactive) output.write(`${user.global_name ?? user.username} in #${channel.name ?? ''}> `);
  };
  if (interactive)
    print(['A demo server on this machine; nothing leaves it. /help lists what you can do.', '']);
  prompt();
  for await (const line of inputs(createInterface({ input, crlfDelay: Infinity }))) {
    const action = parse(line);
    if (action.kind === 'quit') break;
    if (!interactive && action.kind !== 'say') print([`> ${line}`]);
    print(action.kind === 'help' ? [helpText] : await attempt(chat, action));
    await untilQuiet(discord.requests);
    prompt();
  }
  await untilQuiet(discord.requests);
  stopWatching();
}

/** What a person cannot do is said to them; it does not end the chat. */
async function attempt(chat: Chat, action: Parameters<Chat['act']>[0]): Promise<string[]> {
  try {
    return await chat.act(action);
  } catch (error) {
    if (error instanceof ChatRefusal || error instanceof ClientRefusal) return [`! ${error.message}`];
    throw error;
  }
}

/** Prints new messages, and changed ones when they look different. */
function watch(
  discord: EmbeddedDiscord,
  names: Names,
  print: (lines: readonly string[]) => void,
): () => void {
  const shown = new Map<string, string>();
  const show = (message: APIMessage, change: 'new' | 'edited') => {
    const onlyFor = discord.visibleTo(message);
    const lines = renderMessage(
      { message, onlyFor: onlyFor === null ? null : names.user(onlyFor), change },
      names,
    );
    const [, ...body] = lines;
    const look = body.join('\n');
    if (look === '' || shown.get(message.id) === look) return;
    shown.set(message.id, look);
    print([...lines, '']);
  };
  const stop = [
    discord.on('message', (message) => {
      show(message, 'new');
    }),
    discord.on('messageUpdate', (message) => {
      show(message, shown.has(message.id) ? 'edited' : 'new');
    }),
    discord.on('messageDelete', ({ id, channelId }) => {
      if (shown.delete(id)) print([`${names.channel(channelId)} (a message was deleted)`, '']);
    }),
  ];
  return () => {
    for (const end of stop) end();
  };
}

function namesOf(discord: EmbeddedDiscord, guild: DemoGuild): Names {
  return {
    user: (id) => {
      const user = discord.world.people.get(id)?.user ?? (id === discord.bot.id ? discord.bot : undefined);
      return user?.global_name ?? user?.username ?? id;
    },
    channel: (id) => {
      const channel = discord.world.channels.get(id);
      return channel?.name === undefined || channel.name === null ? '[direct message]' : `#${channel.name}`;
    },
    role: (id) => (id === guild.staffRole.id ? guild.staffRole.name : id),
  };
}
