/** The report behind a message of the playground, as the bot was given it: to show how it was read. */
import { ChannelType, type APIAttachment } from 'discord-api-types/v10';
import { joinTexts } from '../../intake/join.ts';
import type { ReadFiles } from '../../intake/read-files.ts';
import type { ReportedText } from '../workbench/handlers.ts';
import { withFreshLinks } from '../world/attachments.ts';
import { messageById } from '../world/find.ts';
import type { Interaction, Message } from '../world/types.ts';
import type { World } from '../world/world.ts';

/**
 * @param readFiles the bot's own way of reading files
 * @returns null for a message that is not known, or that is no report: a card, a word of staff
 */
export function createReportOfMessage(
  world: World,
  readFiles: ReadFiles,
): (messageId: string) => Promise<ReportedText | null> {
  const read = async (
    text: string,
    files: readonly APIAttachment[],
    asked: boolean,
  ): Promise<ReportedText | null> => {
    const outcomes = await readFiles(files.map(({ filename, url }) => ({ name: filename, url })));
    const texts = outcomes.flatMap((outcome) => (outcome.kind === 'text' ? [outcome.text] : []));
    const whole = joinTexts([text, ...texts]);
    return whole.trim() === '' ? null : { text: whole, asked };
  };
  const ofMessage = (message: Message, asked: boolean): Promise<ReportedText | null> => {
    const { content, attachments } = withFreshLinks(world, message);
    const mention = `<@${world.application.bot.id}>`;
    const isAsked = asked || content.includes(mention) || isDirect(world, message);
    return read(content.replaceAll(mention, ' '), attachments, isAsked);
  };
  return async (messageId) => {
    const message = messageById(world, messageId);
    if (message === undefined) return null;
    if (message.author.id !== world.application.bot.id) return ofMessage(message, false);
    const interaction = world.interactions.get(world.facts.get(messageId)?.interactionId ?? '');
    if (interaction === undefined) return null;
    const { targetId, text, attachments } = givenTo(interaction);
    const target = targetId === null ? undefined : messageById(world, targetId);
    return target === undefined ? read(text, attachments, true) : ofMessage(target, true);
  };
}

function isDirect(world: World, { channel_id: id }: Message): boolean {
  return world.channels.get(id)?.type === ChannelType.DM;
}

interface Given {
  /** The message that a menu was used on. */
  readonly targetId: string | null;
  readonly text: string;
  readonly attachments: readonly APIAttachment[];
}

/** What somebody gave to a command. */
function givenTo({ data }: Interaction): Given {
  const {
    target_id: targetId,
    options = [],
    resolved,
  } = data as {
    readonly target_id?: string;
    readonly options?: readonly { readonly name: string; readonly value?: unknown }[];
    readonly resolved?: { readonly attachments?: Readonly<Record<string, APIAttachment>> };
  };
  const query = options.find(({ name }) => name === 'query')?.value;
  return {
    targetId: targetId ?? null,
    text: typeof query === 'string' ? query : '',
    attachments: Object.values(resolved?.attachments ?? {}),
  };
}
