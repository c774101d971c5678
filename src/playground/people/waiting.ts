/** Waiting for messages and threads, and for nothing at all. */
import type { APIMessage } from 'discord-api-types/v10';
import { messageById } from '../world/find.ts';
import { idOf, type Channel, type Ref } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { until } from './until.ts';

export type Fits = (message: APIMessage) => boolean;

/** Messages that are there already count, the newest first. */
export function waitForMessage(world: World, fits: Fits, ms?: number): Promise<APIMessage> {
  // Looking through everything once is enough; after that only news can fit.
  const known = newestFirst(world).find(fits);
  if (known) return Promise.resolve(known);
  const news: APIMessage[] = [];
  const hear = (message: APIMessage): void => {
    news.push(message);
  };
  world.events.on('message', hear).on('messageUpdate', hear);
  const stop = (): void => {
    world.events.off('message', hear).off('messageUpdate', hear);
  };
  return until(
    world,
    () => news.splice(0).find(fits),
    () => `a message; ${lastWords(world)}`,
    ms,
  ).finally(stop);
}

function newestFirst(world: World): APIMessage[] {
  return [...world.messages.values()]
    .flatMap((inChannel) => [...inChannel.values()])
    .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1));
}

export function waitForReply(world: World, to: Ref, ms?: number): Promise<APIMessage> {
  const id = idOf(to);
  const bot = world.application.id;
  return waitForMessage(
    world,
    (one) => one.message_reference?.message_id === id && one.author.id === bot,
    ms,
  );
}

export function waitForUpdate(world: World, ref: Ref, fits: Fits, ms?: number): Promise<APIMessage> {
  const look = (): APIMessage | null => {
    const message = messageById(world, idOf(ref));
    return message && fits(message) ? message : null;
  };
  return until(world, look, () => `a change of message ${idOf(ref)}`, ms);
}

export async function waitForDelete(world: World, ref: Ref, ms?: number): Promise<void> {
  await until(
    world,
    () => (messageById(world, idOf(ref)) ? null : true),
    () => `the end of message ${idOf(ref)}`,
    ms,
  );
}

export function waitForThread(
  world: World,
  fits: (thread: Channel) => boolean,
  ms?: number,
): Promise<Channel> {
  const look = (): Channel | undefined => [...world.channels.values()].find((one) => one.thread && fits(one));
  return until(world, look, () => 'a thread', ms);
}

export function expectSilence(world: World, ms: number, fits: Fits = () => true): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      world.events.off('message', heard);
      resolve();
    }, ms);
    const heard = (message: APIMessage): void => {
      if (message.author.id !== world.application.id || !fits(message)) return;
      clearTimeout(timer);
      world.events.off('message', heard);
      reject(
        new Error(`the bot was to be silent and wrote: ${message.content || JSON.stringify(message.embeds)}`),
      );
    };
    world.events.on('message', heard);
  });
}

/** For the words of a failed wait. */
function lastWords(world: World): string {
  const [last] = newestFirst(world);
  return last
    ? `the last one was by ${last.author.username}: ${last.content.slice(0, 80)}`
    : 'there was none at all';
}
