/** Interactions on their way to the bot. */
import { randomBytes } from 'node:crypto';
import {
  InteractionContextType,
  InteractionType,
  type APIMessage,
  type APIMessageInteractionMetadata,
} from 'discord-api-types/v10';
import { withFreshLinks } from './attachments.ts';
import { channelObject } from './channel-object.ts';
import { findGuild, findPerson } from './find.ts';
import { channelPermissions } from './permissions.ts';
import { present } from './present.ts';
import type { Channel, Interaction, Ref } from './types.ts';
import { dispatch, type World } from './world.ts';

/** A first answer is due within this time, and the token dies after the second one. */
export const ACKNOWLEDGE_WITHIN = 3_000;
export const TOKEN_LIFE = 15 * 60_000;
/** 10 MiB: what a guild without boosts may upload. */
export const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

export interface NewInteraction {
  type: InteractionType;
  user: Ref;
  channel: Channel;
  label: string;
  data: object;
  locale?: string | undefined;
  message?: APIMessage | undefined;
  triggeredBy?: Interaction | undefined;
  commandName?: string | undefined;
}

export function openInteraction(world: World, options: NewInteraction): Interaction {
  const person = findPerson(world, options.user);
  const id = world.nextId();
  const interaction: Interaction = {
    id,
    token: newToken(id),
    type: options.type,
    createdAt: world.now(),
    user: person.user,
    channelId: options.channel.id,
    guildId: options.channel.guildId,
    locale: options.locale ?? person.locale,
    label: options.label,
    data: options.data,
    messageId: options.message?.id ?? null,
    triggeredBy: options.triggeredBy?.id ?? null,
    commandName: options.commandName ?? null,
    state: 'pending',
    responseType: null,
    acknowledgedAt: null,
    ephemeral: false,
    originalId: null,
    followUpIds: [],
    modal: null,
    choices: null,
  };
  world.interactions.set(interaction.id, interaction);
  dispatch(world, 'INTERACTION_CREATE', interactionEvent(world, interaction, options), options.channel);
  return interaction;
}

/** As Discord's own, a token carries the id of its interaction. */
function newToken(id: string): string {
  return Buffer.from(`interaction:${id}:${randomBytes(24).toString('base64url')}`).toString('base64url');
}

export function interactionByToken(world: World, token: string): Interaction | undefined {
  const id = /^interaction:(\d+):/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  const interaction = world.interactions.get(id ?? '');
  return interaction?.token === token ? interaction : undefined;
}

function interactionEvent(
  world: World,
  interaction: Interaction,
  { channel, data, message }: NewInteraction,
): object {
  const permissions = channelPermissions(world, channel, interaction.user.id).toString();
  return present({
    id: interaction.id,
    application_id: world.application.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...channelObject(world, channel), permissions },
    locale: interaction.locale,
    app_permissions: channelPermissions(world, channel, world.application.id).toString(),
    entitlements: [],
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    message: message && withFreshLinks(world, message),
    ...whereFrom(world, interaction, channel, permissions),
  });
}

function whereFrom(world: World, { user }: Interaction, channel: Channel, permissions: string): object {
  if (channel.guildId === null) {
    return { user, context: InteractionContextType.BotDM, authorizing_integration_owners: { 0: '0' } };
  }
  const guild = findGuild(world, channel.guildId);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferredLocale, features: ['COMMUNITY'] },
    guild_locale: guild.preferredLocale,
    context: InteractionContextType.Guild,
    authorizing_integration_owners: { 0: guild.id },
    member: { ...guild.members.get(user.id), user, permissions },
  };
}

/** What a message tells about the interaction it answers. */
export function interactionMetadata(world: World, interaction: Interaction): APIMessageInteractionMetadata {
  const opener = interaction.triggeredBy ? world.interactions.get(interaction.triggeredBy) : undefined;
  return present({
    id: interaction.id,
    type: interaction.type,
    user: interaction.user,
    authorizing_integration_owners: { 0: interaction.guildId ?? '0' },
    name: interaction.commandName ?? undefined,
    interacted_message_id:
      interaction.type === InteractionType.MessageComponent ? interaction.messageId : undefined,
    original_response_message_id: interaction.originalId ?? undefined,
    triggering_interaction_metadata: opener && interactionMetadata(world, opener),
  }) as unknown as APIMessageInteractionMetadata;
}
