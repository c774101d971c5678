/** Reading guilds, roles, members, channels, users and the application; opening a DM. */
import * as spec from 'discord-api-spec/zod';
import type { Hono } from 'hono';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { applicationObject, selfObject } from '../../world/application-object.ts';
import { channelObject, guildObject } from '../../world/channel-object.ts';
import { directMessageChannel } from '../../world/people.ts';
import { guildPermissions, mayDo } from '../../world/permissions.ts';
import type { World } from '../../world/world.ts';
import { checkId, reachChannel, reachGuild } from '../access.ts';
import { checkSchema } from '../checks/schema.ts';
import { idParam, type RestEnv } from '../env.ts';
import { FormErrors } from '../form-errors.ts';
import { refuse } from '../refusal.ts';

export function guildRoutes(app: Hono<RestEnv>, world: World): void {
  app.get('/guilds/:guild', (c) => c.json(guildObject(reachGuild(world, idParam(c, 'guild')))));
  app.get('/guilds/:guild/roles', (c) => c.json([...reachGuild(world, idParam(c, 'guild')).roles.values()]));
  app.get('/guilds/:guild/roles/:role', (c) => {
    const guild = reachGuild(world, idParam(c, 'guild'));
    return c.json(guild.roles.get(idParam(c, 'role')) ?? refuse('notFound'));
  });
  app.get('/guilds/:guild/members/:user', (c) => {
    const guild = reachGuild(world, idParam(c, 'guild'));
    checkId(idParam(c, 'user'), 'user_id');
    return c.json(guild.members.get(idParam(c, 'user')) ?? refuse('unknownMember'));
  });
  app.get('/guilds/:guild/channels', (c) => {
    const guild = reachGuild(world, idParam(c, 'guild'));
    const channels = [...world.channels.values()].filter((one) => one.guildId === guild.id && !one.thread);
    return c.json(channels.map((channel) => channelObject(world, channel)));
  });
  app.get('/guilds/:guild/threads/active', (c) => {
    const guild = reachGuild(world, idParam(c, 'guild'));
    const threads = [...world.channels.values()].filter(
      (one) =>
        one.guildId === guild.id &&
        one.thread?.metadata.archived === false &&
        mayDo(world, one, world.application.id, P.ViewChannel),
    );
    return c.json({ threads: threads.map((thread) => channelObject(world, thread)), members: [] });
  });
}

export function userRoutes(app: Hono<RestEnv>, world: World): void {
  app.get('/channels/:channel', (c) =>
    c.json(channelObject(world, reachChannel(world, idParam(c, 'channel')))),
  );
  app.get('/users/:user', (c) => {
    const id = idParam(c, 'user');
    if (id === '@me') return c.json(selfObject(world));
    checkId(id, 'user_id');
    return c.json(world.people.get(id)?.user ?? refuse('unknownUser'));
  });
  app.get('/users/:user/guilds', (c) => {
    const joined = [...world.guilds.values()].filter(({ members }) => members.has(world.application.id));
    return c.json(
      joined.map((guild) => ({
        ...guildObject(guild),
        owner: false,
        permissions: guildPermissions(guild, world.application.id).toString(),
      })),
    );
  });
  app.post('/users/:user/channels', (c) => {
    const body = c.get('json') ?? {};
    const errors = new FormErrors();
    checkSchema(spec.CreatePrivateChannelRequestSchema, body, errors);
    errors.refuseIfAny();
    const { recipient_id: recipient } = body as { recipient_id?: string };
    if (!recipient || !world.people.has(recipient)) return refuse('unknownUser');
    if (recipient === world.application.id) return refuse('closedToDirectMessages');
    return c.json(channelObject(world, directMessageChannel(world, recipient)));
  });
  app.get('/applications/@me', (c) => c.json(applicationObject(world)));
  app.get('/oauth2/applications/@me', (c) => c.json(applicationObject(world)));
}
