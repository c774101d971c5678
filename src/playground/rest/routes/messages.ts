/** Messages of a channel: list, get, create, edit, delete; and the typing sign. */
import { PermissionFlagsBits as P, type APIMessage } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { removeMessage } from '../../world/messages.ts';
import { mayDo, speaking } from '../../world/permissions.ts';
import { startTyping } from '../../world/typing.ts';
import type { World } from '../../world/world.ts';
import { need, reachChannel, reachMessage } from '../access.ts';
import { createMessage } from '../create-message.ts';
import { editMessage } from '../edit-message.ts';
import { idParam, type RestContext, type RestEnv } from '../env.ts';
import { listMessages } from '../list-messages.ts';
import { refuse } from '../refusal.ts';
import { shown } from '../show.ts';

export function messageRoutes(app: Hono<RestEnv>, world: World): void {
  const base = '/channels/:channel/messages';
  app.get(base, (c) =>
    c.json(listMessages(world, reachChannel(world, idParam(c, 'channel')), c.req.query())),
  );
  app.get(`${base}/:message`, (c) => c.json(getMessage(world, c)));
  app.post(base, (c) => c.json(createMessage(world, c)));
  app.patch(`${base}/:message`, (c) => c.json(editMessage(world, c)));
  app.delete(`${base}/:message`, (c) => {
    deleteMessage(world, c);
    return c.body(null, 204);
  });
  app.post('/channels/:channel/typing', (c) => {
    const channel = reachChannel(world, idParam(c, 'channel'));
    need(world, channel, speaking(channel));
    startTyping(world, channel, world.application.id);
    return c.body(null, 204);
  });
}

function getMessage(world: World, c: RestContext): APIMessage {
  const channel = reachChannel(world, idParam(c, 'channel'));
  if (!mayDo(world, channel, world.application.id, P.ReadMessageHistory)) refuse('missingAccess');
  return shown(world, reachMessage(world, channel, idParam(c, 'message')));
}

function deleteMessage(world: World, c: RestContext): void {
  const channel = reachChannel(world, idParam(c, 'channel'));
  const message = reachMessage(world, channel, idParam(c, 'message'));
  const own = message.author.id === world.application.id;
  if (!own && channel.guildId === null) refuse('notInDirectMessages');
  if (!own) need(world, channel, P.ManageMessages);
  removeMessage(world, channel, message.id);
}
