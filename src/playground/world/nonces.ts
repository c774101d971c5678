/** Nonces of sent messages: with them a repeated request finds the message that the first one made. */
import type { APIMessage } from 'discord-api-types/v10';
import type { World } from './world.ts';

export type Nonce = string | number;

/** Discord says "the past few minutes". */
const MEMORY = 5 * 60_000;

export function rememberNonce(world: World, message: APIMessage, nonce: Nonce | undefined): void {
  if (nonce === undefined) return;
  world.nonces.set(key(message.author.id, nonce), {
    messageId: message.id,
    channelId: message.channel_id,
    at: world.now(),
  });
}

export function earlierTwin(
  world: World,
  authorId: string,
  nonce: Nonce | undefined,
): APIMessage | undefined {
  if (nonce === undefined) return undefined;
  const known = world.nonces.get(key(authorId, nonce));
  if (!known || world.now() - known.at >= MEMORY) return undefined;
  return world.messages.get(known.channelId)?.get(known.messageId);
}

function key(authorId: string, nonce: Nonce): string {
  return `${authorId} ${nonce}`;
}
