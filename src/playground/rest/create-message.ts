/** POST of a message: what must hold, in Discord's order, before it comes to be. */
import { MessageFlags, MessageType, PermissionFlagsBits as P, type APIMessage } from 'discord-api-types/v10';
import * as spec from 'discord-api-spec/zod';
import { pingsOf } from '../world/mentions.ts';
import { postMessage } from '../world/messages.ts';
import { earlierTwin } from '../world/nonces.ts';
import { takesDirectMessages } from '../world/people.ts';
import { mayDo, speaking } from '../world/permissions.ts';
import { present } from '../world/present.ts';
import { addThreadMember, changeThread } from '../world/threads.ts';
import type { Channel } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { need, reachChannel } from './access.ts';
import { checkMessageBody } from './checks/message-body.ts';
import { NO_PARTS, compose, refuseEmpty, withoutForbiddenEmbeds } from './compose.ts';
import { idParam, type RestContext } from './env.ts';
import { FormErrors } from './form-errors.ts';
import { referenceOf } from './reference.ts';
import { refuse } from './refusal.ts';
import { shown } from './show.ts';

const SETTABLE =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export function createMessage(world: World, c: RestContext): APIMessage {
  const channel = reachChannel(world, idParam(c, 'channel'));
  maySpeak(world, channel, c.get('files').length > 0);
  const files = c.get('files');
  const body = checkMessageBody(c.get('json') ?? {}, {
    schema: spec.MessageCreateRequestSchema,
    fileCount: files.length,
    errors: new FormErrors(),
  });
  const nonce = body.nonce ?? undefined;
  const twin = body.enforce_nonce ? earlierTwin(world, world.application.id, nonce) : undefined;
  if (twin) return present({ ...shown(world, twin), nonce });
  const { reference, snapshots, repliedUserId } = referenceOf(world, channel, body.message_reference);
  const parts = withoutForbiddenEmbeds(world, channel, compose(world, body, files, channel.id, NO_PARTS));
  if (!snapshots) refuseEmpty(parts, body);
  wakeThread(world, channel);
  const pinged = pingsOf(world, {
    channel,
    authorId: world.application.id,
    content: parts.content,
    allowed: body.allowed_mentions,
    repliedUserId,
  });
  if (channel.thread) for (const id of pinged.users) addThreadMember(world, channel, id);
  const message = postMessage(world, {
    channel,
    author: world.application.bot,
    type: reference && !snapshots ? MessageType.Reply : MessageType.Default,
    ...parts,
    reference,
    snapshots,
    nonce,
    flags: ((body.flags ?? 0) & SETTABLE) | (snapshots ? MessageFlags.HasSnapshot : 0),
    pinged,
  });
  return present({ ...shown(world, message), nonce });
}

function maySpeak(world: World, channel: Channel, withFiles: boolean): void {
  if (channel.recipientId && !takesDirectMessages(world, channel.recipientId))
    refuse('closedToDirectMessages');
  need(world, channel, speaking(channel));
  if (withFiles) need(world, channel, P.AttachFiles);
}

/** Writing to an archived thread wakes it, unless it is locked. */
function wakeThread(world: World, channel: Channel): void {
  if (!channel.thread?.metadata.archived) return;
  if (channel.thread.metadata.locked && !mayDo(world, channel, world.application.id, P.ManageThreads))
    refuse('threadArchived');
  changeThread(world, channel, { archived: false });
}
