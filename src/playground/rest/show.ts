/** Messages as REST shows them: attachments signed anew, content hidden from an application without the intent. */
import type { APIMessage } from 'discord-api-types/v10';
import { withFreshLinks } from '../world/attachments.ts';
import { withoutContent } from '../world/readable.ts';
import type { World } from '../world/world.ts';

export function shown(world: World, message: APIMessage): APIMessage {
  const readable = world.application.messageContent ? message : withoutContent(world, message);
  return withFreshLinks(world, readable);
}
