/** Looking things up by id where their absence is a mistake of the caller. */
import type { APIGuildMember, APIMessage, APIUser } from 'discord-api-types/v10';
import { idOf, type Channel, type Guild, type Person, type Ref } from './types.ts';
import type { World } from './world.ts';

function found<T>(thing: T | undefined, what: string, id: string): T {
  if (thing === undefined) throw new Error(`there is no ${what} ${id}`);
  return thing;
}

export function findPerson(world: World, ref: Ref): Person {
  return found(world.people.get(idOf(ref)), 'user', idOf(ref));
}

export function findGuild(world: World, ref: Ref): Guild {
  return found(world.guilds.get(idOf(ref)), 'guild', idOf(ref));
}

export function findChannel(world: World, ref: Ref): Channel {
  return found(world.channels.get(idOf(ref)), 'channel', idOf(ref));
}

export function findMember(guild: Guild, ref: Ref): APIGuildMember & { user: APIUser } {
  return found(guild.members.get(idOf(ref)), `member in ${guild.name}`, idOf(ref));
}

/** Messages are few enough here to look through the channels; callers know only the id. */
export function messageById(world: World, id: string): APIMessage | undefined {
  for (const inChannel of world.messages.values()) {
    const message = inChannel.get(id);
    if (message) return message;
  }
  return undefined;
}

export function findMessage(world: World, ref: Ref): APIMessage {
  return found(messageById(world, idOf(ref)), 'message', idOf(ref));
}
