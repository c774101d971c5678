/** Threads: from a message or on their own, their members, and changes to channels. */
import { ChannelType, PermissionFlagsBits as P, type APIChannel } from 'discord-api-types/v10';
import * as spec from 'discord-api-spec/zod';
import type { Hono } from 'hono';
import { channelObject } from '../../world/channel-object.ts';
import { mayDo } from '../../world/permissions.ts';
import { addThreadMember, changeThread, createThread, type ThreadChange } from '../../world/threads.ts';
import type { Channel } from '../../world/types.ts';
import { dispatch, type World } from '../../world/world.ts';
import { need, reachChannel, reachMessage } from '../access.ts';
import { checkSchema } from '../checks/schema.ts';
import { idParam, type RestContext, type RestEnv } from '../env.ts';
import { FormErrors } from '../form-errors.ts';
import { refuse } from '../refusal.ts';

interface ThreadBody {
  name: string;
  type?: ChannelType | null;
  auto_archive_duration?: number | null;
  rate_limit_per_user?: number | null;
}

interface ChannelBody {
  name?: string | null;
  topic?: string | null;
  archived?: boolean | null;
  locked?: boolean | null;
  auto_archive_duration?: number | null;
  rate_limit_per_user?: number | null;
}

const THREE_DAYS = 4320;

export function threadRoutes(app: Hono<RestEnv>, world: World): void {
  app.post('/channels/:channel/messages/:message/threads', (c) => c.json(threadFromMessage(world, c), 201));
  app.post('/channels/:channel/threads', (c) => c.json(threadWithoutMessage(world, c), 201));
  app.patch('/channels/:channel', (c) => c.json(changeChannel(world, c)));
  app.put('/channels/:channel/thread-members/:user', (c) => {
    const channel = openThread(world, idParam(c, 'channel'));
    addThreadMember(world, channel, userOf(world, idParam(c, 'user')));
    return c.body(null, 204);
  });
  app.delete('/channels/:channel/thread-members/:user', (c) => {
    const channel = openThread(world, idParam(c, 'channel'));
    channel.thread?.memberIds.delete(userOf(world, idParam(c, 'user')));
    return c.body(null, 204);
  });
}

function userOf(world: World, id: string): string {
  if (id === '@me') return world.application.id;
  return world.people.has(id) ? id : refuse('unknownUser');
}

function openThread(world: World, id: string): Channel {
  const channel = reachChannel(world, id);
  if (!channel.thread) refuse('wrongChannelType');
  return channel.thread.metadata.archived ? refuse('threadArchived') : channel;
}

function threadFromMessage(world: World, c: RestContext): APIChannel {
  const parent = threadable(world, c);
  const message = reachMessage(world, parent, idParam(c, 'message'));
  need(world, parent, P.CreatePublicThreads);
  const body = checkBody(c, spec.CreateTextThreadWithMessageRequestSchema) as ThreadBody;
  if (world.channels.has(message.id)) refuse('threadExists');
  return channelObject(world, start(world, parent, body, ChannelType.PublicThread, message));
}

function threadWithoutMessage(world: World, c: RestContext): APIChannel {
  const parent = threadable(world, c);
  const body = checkBody(c, spec.CreateTextThreadWithoutMessageRequestSchema) as ThreadBody;
  const type = body.type ?? ChannelType.PrivateThread;
  need(world, parent, type === ChannelType.PrivateThread ? P.CreatePrivateThreads : P.CreatePublicThreads);
  return channelObject(world, start(world, parent, body, type, null));
}

function threadable(world: World, c: RestContext): Channel {
  const parent = reachChannel(world, idParam(c, 'channel'));
  return parent.type === ChannelType.GuildText || parent.type === ChannelType.GuildAnnouncement
    ? parent
    : refuse('wrongChannelType');
}

function start(
  world: World,
  parent: Channel,
  body: ThreadBody,
  type: ChannelType,
  from: Parameters<typeof createThread>[1]['from'],
): Channel {
  return createThread(world, {
    parent,
    owner: world.application.bot,
    name: body.name,
    type,
    from,
    autoArchiveDuration: body.auto_archive_duration ?? THREE_DAYS,
    rateLimitPerUser: body.rate_limit_per_user ?? 0,
  });
}

function checkBody(c: RestContext, schema: Parameters<typeof checkSchema>[0]): object {
  const errors = new FormErrors();
  const body = c.get('json') ?? {};
  checkSchema(schema, body, errors);
  const { name } = body as { name?: string | null };
  if (typeof name === 'string' && !name.trim()) errors.required('name');
  errors.refuseIfAny();
  return body;
}

function changeChannel(world: World, c: RestContext): APIChannel {
  const channel = reachChannel(world, idParam(c, 'channel'));
  if (channel.guildId === null) refuse('notInDirectMessages');
  if (channel.thread) {
    const body = checkBody(c, spec.UpdateThreadRequestPartialSchema) as ChannelBody;
    mayChangeThread(world, channel, body);
    changeThread(world, channel, threadChange(body));
  } else {
    const body = checkBody(c, spec.UpdateGuildChannelRequestPartialSchema) as ChannelBody;
    need(world, channel, P.ManageChannels);
    if (body.name != null) channel.name = body.name;
    if (body.topic !== undefined) channel.topic = body.topic;
    if (body.rate_limit_per_user != null) channel.rateLimitPerUser = body.rate_limit_per_user;
    dispatch(world, 'CHANNEL_UPDATE', channelObject(world, channel), channel);
  }
  return channelObject(world, channel);
}

/** Its owner may rename and archive a thread; locking it, or opening a locked one, is for MANAGE_THREADS. */
function mayChangeThread(world: World, channel: Channel, body: ChannelBody): void {
  const { thread } = channel;
  if (!thread || mayDo(world, channel, world.application.id, P.ManageThreads)) return;
  if (body.locked != null || thread.metadata.locked || thread.ownerId !== world.application.id)
    refuse('missingPermissions');
  if (thread.metadata.archived && body.archived !== false) refuse('threadArchived');
}

function threadChange(body: ChannelBody): ThreadChange {
  return {
    ...(body.name == null ? {} : { name: body.name }),
    ...(body.archived == null ? {} : { archived: body.archived }),
    ...(body.locked == null ? {} : { locked: body.locked }),
    ...(body.auto_archive_duration == null ? {} : { autoArchiveDuration: body.auto_archive_duration }),
  };
}
