/** /webhooks/:application/:token: everything after the first answer, for fifteen minutes. */
import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import * as spec from 'discord-api-spec/zod';
import type { Hono } from 'hono';
import { TOKEN_LIFE, interactionByToken } from '../../world/interactions.ts';
import { removeMessage } from '../../world/messages.ts';
import type { Interaction } from '../../world/types.ts';
import type { World } from '../../world/world.ts';
import { checkMessageBody } from '../checks/message-body.ts';
import { idParam, type RestContext, type RestEnv } from '../env.ts';
import { FormErrors } from '../form-errors.ts';
import { refuse } from '../refusal.ts';
import { channelOf, editAnswer, postAnswer, tell } from '../responses.ts';
import { shown } from '../show.ts';

export function webhookRoutes(app: Hono<RestEnv>, world: World): void {
  const base = '/webhooks/:application/:token';
  app.post(base, (c) => c.json(shown(world, followUp(world, c))));
  app.get(`${base}/messages/:message`, (c) =>
    c.json(shown(world, ownMessage(world, alive(world, c), idParam(c, 'message')))),
  );
  app.patch(`${base}/messages/:message`, (c) => {
    const interaction = alive(world, c);
    const before = ownMessage(world, interaction, idParam(c, 'message'));
    const message = editAnswer(world, interaction, before, checkedEdit(c, before));
    if (interaction.state !== 'answered') interaction.state = 'answered';
    tell(world, interaction);
    return c.json(shown(world, message));
  });
  app.delete(`${base}/messages/:message`, (c) => {
    const interaction = alive(world, c);
    const message = ownMessage(world, interaction, idParam(c, 'message'));
    removeMessage(world, channelOf(world, interaction), message.id);
    tell(world, interaction);
    return c.body(null, 204);
  });
}

/** Before its first answer an interaction has no webhook. */
function alive(world: World, c: RestContext): Interaction {
  const interaction = interactionByToken(world, idParam(c, 'token'));
  if (!interaction || idParam(c, 'application') !== world.application.id) return refuse('unknownWebhook');
  if (world.now() - interaction.createdAt > TOKEN_LIFE) refuse('invalidWebhookToken');
  return interaction.state === 'pending' ? refuse('unknownWebhook') : interaction;
}

function ownMessage(world: World, interaction: Interaction, id: string): APIMessage {
  const wanted = id === '@original' ? interaction.originalId : id;
  const message = world.messages.get(interaction.channelId)?.get(wanted ?? '');
  if (!message) return refuse('unknownMessage');
  const own =
    message.id === interaction.originalId || world.facts.get(message.id)?.interactionId === interaction.id;
  return own ? message : refuse('unknownMessage');
}

function checkedEdit(c: RestContext, before: APIMessage) {
  const files = c.get('files');
  const body = checkMessageBody(c.get('json') ?? {}, {
    schema: spec.IncomingWebhookUpdateRequestPartialSchema,
    fileCount: files.length,
    errors: new FormErrors(),
    flags: before.flags,
  });
  return { body, files };
}

/** The first follow-up after a defer fills the waiting message, and stays as ephemeral as the defer was. */
function followUp(world: World, c: RestContext): APIMessage {
  const interaction = alive(world, c);
  const files = c.get('files');
  const body = checkMessageBody(c.get('json') ?? {}, {
    schema: spec.IncomingWebhookRequestPartialSchema,
    fileCount: files.length,
    errors: new FormErrors(),
  });
  const original = world.messages.get(interaction.channelId)?.get(interaction.originalId ?? '');
  const loading = original !== undefined && ((original.flags ?? 0) & MessageFlags.Loading) !== 0;
  const message = loading
    ? editAnswer(world, interaction, original, { body, files })
    : postAnswer(world, interaction, { body, files });
  if (!loading) interaction.followUpIds.push(message.id);
  interaction.state = 'answered';
  tell(world, interaction);
  return message;
}
