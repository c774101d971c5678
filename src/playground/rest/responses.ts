/** Messages that answer an interaction: the original, follow-ups, and the filling of a deferred one. */
import { MessageFlags, MessageType, type APIMessage, type APIMessageReference } from 'discord-api-types/v10';
import { hasFlag, messageFlags } from '../world/flags.ts';
import { interactionMetadata } from '../world/interactions.ts';
import { NOBODY, pingsOf } from '../world/mentions.ts';
import { changeMessage, mentionFields, postMessage } from '../world/messages.ts';
import { present } from '../world/present.ts';
import { referenceTo } from '../world/reference.ts';
import type { Channel, Interaction, Pings } from '../world/types.ts';
import { timestamp, type World } from '../world/world.ts';
import { isVersion2, type MessageBody } from './checks/message-body.ts';
import { NO_PARTS, compose, partsOf, refuseEmpty } from './compose.ts';
import type { UploadedFile } from './env.ts';
import { refuse } from './refusal.ts';

export interface Answer {
  body: MessageBody;
  files: UploadedFile[];
}

export function channelOf(world: World, interaction: Interaction): Channel {
  return world.channels.get(interaction.channelId) ?? refuse('unknownChannel');
}

export function tell(world: World, interaction: Interaction): void {
  world.events.emit('interactionResponse', interaction);
}

/** The three dots: a message that waits to be filled. */
export function postLoading(world: World, interaction: Interaction): APIMessage {
  const flags = MessageFlags.Loading | (interaction.ephemeral ? MessageFlags.Ephemeral : 0);
  return postMessage(world, {
    ...draftFor(world, interaction, interaction.ephemeral),
    flags,
    pinged: NOBODY,
  });
}

export function postAnswer(world: World, interaction: Interaction, { body, files }: Answer): APIMessage {
  const channel = channelOf(world, interaction);
  const parts = compose(world, body, files, channel.id, NO_PARTS);
  refuseEmpty(parts, body);
  const flags = answerFlags(body);
  const ephemeral = (flags & MessageFlags.Ephemeral) !== 0;
  const pinged = ephemeral ? NOBODY : pingsIn(world, channel, body, parts.content);
  return postMessage(world, { ...draftFor(world, interaction, ephemeral), ...parts, flags, pinged });
}

function answerFlags({ flags }: MessageBody): number {
  const settable =
    MessageFlags.Ephemeral |
    MessageFlags.SuppressEmbeds |
    MessageFlags.SuppressNotifications |
    MessageFlags.IsComponentsV2;
  return (flags ?? 0) & settable;
}

function pingsIn(world: World, channel: Channel, body: MessageBody, content: string): Pings {
  return pingsOf(world, {
    channel,
    authorId: world.application.id,
    content,
    allowed: body.allowed_mentions,
    repliedUserId: null,
  });
}

function draftFor(world: World, interaction: Interaction, ephemeral: boolean) {
  const { reference, type } = placeOf(world, interaction);
  return {
    channel: channelOf(world, interaction),
    author: world.application.bot,
    type,
    visibleTo: ephemeral ? interaction.user.id : null,
    ...(reference ? { reference } : {}),
    interaction: present<Parameters<typeof postMessage>[1]['interaction'] & object>({
      id: interaction.id,
      interaction_metadata: interactionMetadata(world, interaction),
      application_id: world.application.id,
      webhook_id: world.application.id,
    }),
  };
}

/** A follow-up replies to the original answer, an answer to a component replies to the message it hangs on. */
function placeOf(
  world: World,
  interaction: Interaction,
): { type: MessageType; reference?: APIMessageReference } {
  const channel = channelOf(world, interaction);
  const above = interaction.originalId ?? interaction.messageId;
  const message = above ? world.messages.get(channel.id)?.get(above) : undefined;
  if (message) return { type: MessageType.Reply, reference: referenceTo(channel, message, false) };
  const slash = interaction.label.startsWith('/');
  return {
    type: interaction.commandName && !slash ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand,
  };
}

/** Fills a deferred answer, or changes one that is there. Whether it is ephemeral was fixed when it began. */
export function editAnswer(
  world: World,
  interaction: Interaction,
  before: APIMessage,
  { body, files }: Answer,
): APIMessage {
  const channel = channelOf(world, interaction);
  const parts = compose(world, body, files, channel.id, partsOf(before));
  refuseEmpty(parts, body);
  const loading = hasFlag(before, MessageFlags.Loading);
  const named = pingsIn(world, channel, body, parts.content);
  const facts = world.facts.get(before.id);
  if (loading && facts?.visibleTo === null) facts.pinged = named;
  return changeMessage(world, channel, before.id, {
    ...parts,
    ...mentionFields(world, named),
    flags: messageFlags(
      (before.flags ?? 0) & ~MessageFlags.Loading,
      isVersion2(body) ? MessageFlags.IsComponentsV2 : 0,
    ),
    edited_timestamp: loading ? null : timestamp(world),
  });
}
