/** References from one message to another, and the copy a forward carries. */
import {
  MessageReferenceType,
  type APIMessage,
  type APIMessageReference,
  type APIMessageSnapshot,
} from 'discord-api-types/v10';
import { present } from './present.ts';
import type { Channel } from './types.ts';

export function referenceTo(channel: Channel, message: APIMessage, forward: boolean): APIMessageReference {
  return present<APIMessageReference>({
    type: forward ? MessageReferenceType.Forward : MessageReferenceType.Default,
    channel_id: channel.id,
    message_id: message.id,
    guild_id: channel.guildId ?? undefined,
  });
}

/** A forwarded message is a copy of its text and files; who wrote it is not told. */
export function snapshotOf(message: APIMessage): APIMessageSnapshot {
  const {
    type,
    content,
    embeds,
    attachments,
    timestamp,
    edited_timestamp,
    flags,
    mentions,
    mention_roles,
    components,
  } = message.message_snapshots?.[0]?.message ?? message;
  return {
    message: present({
      type,
      content,
      embeds,
      attachments,
      timestamp,
      edited_timestamp,
      flags,
      mentions,
      mention_roles,
      components,
    }),
  };
}
