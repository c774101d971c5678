/** The bot's own reactions. */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { react, unreact, type Reacting } from '../../world/reactions.ts';
import type { World } from '../../world/world.ts';
import { need, reachChannel, reachMessage } from '../access.ts';
import { idParam, type RestContext, type RestEnv } from '../env.ts';
import { refuse } from '../refusal.ts';

export function reactionRoutes(app: Hono<RestEnv>, world: World): void {
  const path = '/channels/:channel/messages/:message/reactions/:emoji/@me';
  app.put(path, (c) => {
    const reacting = target(world, c);
    need(world, reacting.channel, P.ReadMessageHistory);
    const first = !reacting.message.reactions?.some(({ emoji }) => emoji.name === reacting.emoji);
    if (first) need(world, reacting.channel, P.AddReactions);
    react(world, reacting);
    return c.body(null, 204);
  });
  app.delete(path, (c) => {
    unreact(world, target(world, c));
    return c.body(null, 204);
  });
}

/** There are no custom emojis here, so only Unicode ones are known. */
function target(world: World, c: RestContext): Reacting {
  const channel = reachChannel(world, idParam(c, 'channel'));
  const message = reachMessage(world, channel, idParam(c, 'message'));
  const emoji = idParam(c, 'emoji');
  if (!/\p{Emoji}/u.test(emoji) || emoji.includes(':')) refuse('unknownEmoji');
  return { channel, message, userId: world.application.id, emoji };
}
