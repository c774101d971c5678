/** The application and its bot user as they see themselves. */
import { ApplicationFlags } from 'discord-api-types/v10';
import type { World } from './world.ts';

export function selfObject({ application }: World): object {
  return { ...application.bot, verified: true, mfa_enabled: true, email: null, locale: 'en-US' };
}

export function applicationFlags({ application }: World): number {
  return (
    (application.messageContent ? ApplicationFlags.GatewayMessageContentLimited : 0) |
    (application.guildMembers ? ApplicationFlags.GatewayGuildMembersLimited : 0) |
    (application.presences ? ApplicationFlags.GatewayPresenceLimited : 0)
  );
}

export function applicationObject(world: World): object {
  const { id, name, bot } = world.application;
  const flags = applicationFlags(world);
  return {
    id,
    name,
    bot,
    flags,
    flags_new: String(flags),
    type: null,
    description: '',
    icon: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    redirect_uris: [],
    integration_types_config: { 0: {} },
    owner: bot,
    team: null,
  };
}
