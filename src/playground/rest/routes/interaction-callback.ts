/** POST /interactions/:id/:token/callback: the first answer, once, and within three seconds. */
import {
  InteractionResponseType as Response,
  InteractionType,
  MessageFlags,
  type APIMessage,
} from 'discord-api-types/v10';
import * as spec from 'discord-api-spec/zod';
import type { Hono } from 'hono';
import { ACKNOWLEDGE_WITHIN } from '../../world/interactions.ts';
import { messageById } from '../../world/find.ts';
import type { Interaction, InteractionState } from '../../world/types.ts';
import type { World } from '../../world/world.ts';
import { checkChoices } from '../checks/choices.ts';
import { checkMessageBody } from '../checks/message-body.ts';
import { checkModal } from '../checks/modal.ts';
import { idParam, type RestContext, type RestEnv } from '../env.ts';
import { FormErrors } from '../form-errors.ts';
import { refuse } from '../refusal.ts';
import { editAnswer, postAnswer, postLoading, tell } from '../responses.ts';
import { shown } from '../show.ts';

export function interactionCallbackRoute(app: Hono<RestEnv>, world: World): void {
  app.post('/interactions/:interaction/:token/callback', (c) => {
    const interaction = answerable(world, c);
    const body = (c.get('json') ?? {}) as { type?: Response; data?: unknown };
    checkType(world, interaction, body.type);
    const message = answer(world, interaction, c, body.type, body.data);
    tell(world, interaction);
    return c.req.query('with_response') === 'true'
      ? c.json(callbackResponse(world, interaction, message))
      : c.body(null, 204);
  });
}

function answerable(world: World, c: RestContext): Interaction {
  const interaction = world.interactions.get(idParam(c, 'interaction'));
  if (interaction?.token !== idParam(c, 'token')) return refuse('unknownInteraction');
  if (interaction.state !== 'pending') refuse('alreadyAcknowledged');
  if (world.now() - interaction.createdAt > ACKNOWLEDGE_WITHIN) refuse('unknownInteraction');
  return interaction;
}

function checkType(
  world: World,
  interaction: Interaction,
  type: Response | undefined,
): asserts type is Response {
  const known = allowedTypes(world, interaction);
  if (type !== undefined && known.includes(type)) return;
  const errors = new FormErrors(['type']);
  if (type === undefined) errors.required();
  else errors.add('BASE_TYPE_CHOICES', `Value must be one of (${known.join(', ')}).`);
  errors.refuseIfAny();
}

function allowedTypes(world: World, { type, messageId }: Interaction): Response[] {
  const messages = [Response.ChannelMessageWithSource, Response.DeferredChannelMessageWithSource];
  const updates = [Response.DeferredMessageUpdate, Response.UpdateMessage];
  switch (type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [Response.ApplicationCommandAutocompleteResult];
    case InteractionType.MessageComponent:
      return [...messages, ...updates, Response.Modal];
    case InteractionType.ModalSubmit:
      return messageId && messageById(world, messageId) ? [...messages, ...updates] : messages;
    default:
      return [...messages, Response.Modal];
  }
}

function answer(
  world: World,
  interaction: Interaction,
  c: RestContext,
  type: Response,
  data: unknown,
): APIMessage | null {
  switch (type) {
    case Response.ChannelMessageWithSource: {
      const message = postAnswer(world, interaction, { body: messageData(c, data), files: c.get('files') });
      interaction.ephemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      return settle(world, interaction, type, 'answered', message);
    }
    case Response.DeferredChannelMessageWithSource:
      interaction.ephemeral =
        (((data as { flags?: number } | null)?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      return settle(world, interaction, type, 'deferred', postLoading(world, interaction));
    case Response.DeferredMessageUpdate:
      return settle(
        world,
        interaction,
        type,
        'deferred-update',
        messageById(world, interaction.messageId ?? '') ?? null,
      );
    case Response.UpdateMessage:
      return settle(world, interaction, type, 'answered', updateSource(world, interaction, c, data));
    case Response.ApplicationCommandAutocompleteResult:
      interaction.choices = checkChoices(data, new FormErrors(['data']));
      return settle(world, interaction, type, 'answered', null);
    case Response.Modal:
      interaction.modal = checkModal(data ?? {}, new FormErrors(['data']));
      return settle(world, interaction, type, 'answered', null);
    default:
      return null;
  }
}

function settle(
  world: World,
  interaction: Interaction,
  type: Response,
  state: InteractionState,
  message: APIMessage | null,
): APIMessage | null {
  interaction.responseType = type;
  interaction.state = state;
  interaction.acknowledgedAt = world.now();
  interaction.originalId = message?.id ?? null;
  return message;
}

function messageData(c: RestContext, data: unknown) {
  const errors = new FormErrors(['data']);
  if (data === undefined || data === null) errors.required();
  errors.refuseIfAny();
  return checkMessageBody(data, {
    schema: spec.IncomingWebhookInteractionRequestSchema,
    fileCount: c.get('files').length,
    errors,
  });
}

function updateSource(world: World, interaction: Interaction, c: RestContext, data: unknown): APIMessage {
  const before = messageById(world, interaction.messageId ?? '') ?? refuse('unknownMessage');
  const files = c.get('files');
  const body = checkMessageBody(data ?? {}, {
    schema: spec.IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
    fileCount: files.length,
    errors: new FormErrors(['data']),
    flags: before.flags,
  });
  return editAnswer(world, interaction, before, { body, files });
}

function callbackResponse(world: World, interaction: Interaction, message: APIMessage | null): object {
  const { id, type, state, ephemeral, originalId } = interaction;
  const about = originalId
    ? {
        response_message_id: originalId,
        response_message_loading: state === 'deferred',
        response_message_ephemeral: ephemeral,
      }
    : {};
  const resource = { type: interaction.responseType, ...(message ? { message: shown(world, message) } : {}) };
  return { interaction: { id, type, ...about }, resource };
}
