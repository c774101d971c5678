/** What somebody names in a terminal – `#help`, `@Alice`, `@Support`, a file – as Discord knows it. */
import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { Guild } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { ChatRefusal, upload } from './files.ts';
import type { Look } from './slash.ts';

export function lookUp(world: World, guild: Guild): Look {
  return (type, text) => {
    if (type === Type.Attachment) return upload(text);
    const wanted = text.replace(/^[#@]/, '').toLowerCase();
    const found = candidates(world, guild, type).find(({ id, names }) => {
      return id === text || names.some((name) => name?.toLowerCase() === wanted);
    });
    if (found === undefined) throw new ChatRefusal(`there is no ${text}`);
    return { id: found.id };
  };
}

interface Candidate {
  readonly id: string;
  readonly names: readonly (string | null | undefined)[];
}

function candidates(world: World, guild: Guild, type: Type): Candidate[] {
  const channels = [...world.channels.values()].map(({ id, name }) => ({ id, names: [name] }));
  const roles = [...guild.roles.values()].map(({ id, name }) => ({ id, names: [name] }));
  const people = [...world.people.values()].map(({ user }) => ({
    id: user.id,
    names: [user.global_name, user.username],
  }));
  if (type === Type.Channel) return channels;
  if (type === Type.Role) return roles;
  return type === Type.User ? people : [...roles, ...people];
}
