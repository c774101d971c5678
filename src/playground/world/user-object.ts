/** A user as Discord shows it to everybody. */
import type { APIUser } from 'discord-api-types/v10';

export interface UserTraits {
  id: string;
  username: string;
  globalName: string | null;
  bot: boolean;
}

export function userObject({ id, username, globalName, bot }: UserTraits): APIUser {
  const user: unknown = {
    id,
    username,
    global_name: globalName,
    // Bots still have the four digits that people lost.
    discriminator: bot ? '0001' : '0',
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    ...(bot ? { bot: true } : {}),
  };
  return user as APIUser;
}
