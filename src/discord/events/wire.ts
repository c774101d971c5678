/** Puts the handlers on a client: the one place where events and what is done about them meet. */
import { type Client, Events } from 'discord.js';
import type { Background } from '../background.ts';
import type { Services } from '../services.ts';
import { onInteraction } from './on-interaction.ts';
import { onMessage } from './on-message.ts';
import { onMessageDelete } from './on-message-delete.ts';
import { onMessageUpdate } from './on-message-update.ts';
import { onPermissions } from './on-permissions.ts';

/** @returns takes the handlers off again, so that a stopping bot begins nothing new */
export function wire(client: Client, services: Services, background: Background): () => void {
  client.on(Events.MessageCreate, (message) => {
    background.run('message', () => onMessage(message, services));
  });
  client.on(Events.MessageUpdate, (_before, message) => {
    background.run('edit', () => onMessageUpdate(message, services));
  });
  client.on(Events.MessageDelete, (message) => {
    background.run('deletion', () => onMessageDelete(message, services));
  });
  client.on(Events.MessageBulkDelete, (messages) => {
    for (const message of messages.values())
      background.run('deletion', () => onMessageDelete(message, services));
  });
  client.on(Events.InteractionCreate, (interaction) => {
    background.run('interaction', () => onInteraction(interaction, services));
  });
  const changed = (guildId: string): void => {
    background.run('permissions', () => onPermissions(guildId, services));
  };
  client.on(Events.ChannelCreate, ({ guildId }) => {
    changed(guildId);
  });
  client.on(Events.ChannelUpdate, (_before, channel) => {
    if (!channel.isDMBased()) changed(channel.guildId);
  });
  client.on(Events.GuildRoleUpdate, (_before, { guild }) => {
    changed(guild.id);
  });
  client.on(Events.GuildMemberUpdate, (_before, { id, guild }) => {
    if (id === client.user?.id) changed(guild.id);
  });
  return () => {
    for (const event of handled) client.removeAllListeners(event);
  };
}

const handled = [
  Events.MessageCreate,
  Events.MessageUpdate,
  Events.MessageDelete,
  Events.MessageBulkDelete,
  Events.InteractionCreate,
  Events.ChannelCreate,
  Events.ChannelUpdate,
  Events.GuildRoleUpdate,
  Events.GuildMemberUpdate,
] as const;
