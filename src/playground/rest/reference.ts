/** Replies and forwards: what `message_reference` in a body leads to. */
import {
  MessageReferenceType,
  PermissionFlagsBits as P,
  type APIMessageReference,
  type APIMessageSnapshot,
} from 'discord-api-types/v10';
import { mayDo } from '../world/permissions.ts';
import { referenceTo, snapshotOf } from '../world/reference.ts';
import type { Channel } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { MessageBody } from './checks/message-body.ts';
import { FormErrors } from './form-errors.ts';
import { refuse } from './refusal.ts';

interface Resolved {
  reference: APIMessageReference | undefined;
  snapshots: APIMessageSnapshot[] | undefined;
  repliedUserId: string | null;
}

const NOTHING: Resolved = { reference: undefined, snapshots: undefined, repliedUserId: null };

export function referenceOf(
  world: World,
  channel: Channel,
  given: MessageBody['message_reference'],
): Resolved {
  if (!given) return NOTHING;
  const forward = given.type === MessageReferenceType.Forward;
  const from = forward ? world.channels.get(given.channel_id ?? '') : channel;
  if (!from) refuse('unknownChannel');
  if (!mayDo(world, from, world.application.id, P.ReadMessageHistory)) refuse('replyNeedsHistory');
  const message = world.messages.get(from.id)?.get(given.message_id);
  if (!message || world.facts.get(message.id)?.visibleTo) {
    if (!forward && given.fail_if_not_exists === false) return NOTHING;
    return refuseUnknown();
  }
  const reference = referenceTo(from, message, forward);
  return forward
    ? { reference, snapshots: [snapshotOf(message)], repliedUserId: null }
    : { reference, snapshots: undefined, repliedUserId: message.author.id };
}

function refuseUnknown(): never {
  const errors = new FormErrors();
  errors.add('REPLIES_UNKNOWN_MESSAGE', 'Unknown message', ['message_reference']);
  return errors.refuse();
}
