/** PATCH of a message: the own one in full, another's only to hide its embeds. */
import { MessageFlags, PermissionFlagsBits as P, type APIMessage } from 'discord-api-types/v10';
import * as spec from 'discord-api-spec/zod';
import { messageFlags } from '../world/flags.ts';
import { pingsOf } from '../world/mentions.ts';
import { changeMessage, mentionFields } from '../world/messages.ts';
import type { Channel } from '../world/types.ts';
import { timestamp, type World } from '../world/world.ts';
import { need, reachChannel, reachMessage } from './access.ts';
import { checkMessageBody, type MessageBody } from './checks/message-body.ts';
import { compose, partsOf, refuseEmpty, withoutForbiddenEmbeds, type Parts } from './compose.ts';
import { idParam, type RestContext } from './env.ts';
import { FormErrors } from './form-errors.ts';
import { refuse } from './refusal.ts';
import { shown } from './show.ts';

export function editMessage(world: World, c: RestContext): APIMessage {
  const channel = reachChannel(world, idParam(c, 'channel'));
  const before = reachMessage(world, channel, idParam(c, 'message'));
  const files = c.get('files');
  const body = checkMessageBody(c.get('json') ?? {}, {
    schema: spec.MessageEditRequestPartialSchema,
    fileCount: files.length,
    errors: new FormErrors(),
    flags: before.flags,
  });
  if (before.author.id !== world.application.id) return suppressEmbeds(world, channel, before, body);
  if (channel.thread?.metadata.archived) refuse('threadArchived');
  const parts = compose(world, body, files, channel.id, partsOf(before));
  const allowed = withoutForbiddenEmbeds(world, channel, parts);
  refuseEmpty(allowed, body);
  return shown(
    world,
    changeMessage(world, channel, before.id, editOf(world, channel, before, body, allowed)),
  );
}

/** The only thing that may be changed in another's message, with MANAGE_MESSAGES. */
function suppressEmbeds(world: World, channel: Channel, before: APIMessage, body: MessageBody): APIMessage {
  if (Object.entries(body).some(([key, value]) => key !== 'flags' && value !== undefined))
    refuse('notTheAuthor');
  need(world, channel, P.ManageMessages);
  return shown(world, changeMessage(world, channel, before.id, { flags: flagsAfter(before, body) }));
}

function flagsAfter(message: APIMessage, body: MessageBody): MessageFlags {
  if (body.flags == null) return messageFlags(message.flags);
  const kept = (message.flags ?? 0) & ~MessageFlags.SuppressEmbeds;
  return messageFlags(kept, body.flags & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2));
}

/** An edit rewrites whom the message names, but notifies nobody: the pings on record stay those of its birth. */
function editOf(
  world: World,
  channel: Channel,
  before: APIMessage,
  body: MessageBody,
  parts: Parts,
): Partial<APIMessage> {
  const repliedUserId = before.referenced_message?.author.id ?? null;
  const named = pingsOf(world, {
    channel,
    authorId: world.application.id,
    content: parts.content,
    allowed: body.allowed_mentions,
    repliedUserId: before.mentions.some(({ id }) => id === repliedUserId) ? repliedUserId : null,
  });
  return {
    ...parts,
    ...mentionFields(world, named),
    flags: flagsAfter(before, body),
    edited_timestamp: timestamp(world),
  };
}
