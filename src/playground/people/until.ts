/** Waiting for something to become true in the world, with a deadline and words for its failure. */
import type { World, WorldEvents } from '../world/world.ts';

export const PATIENCE = 5_000;

const NEWS: (keyof WorldEvents)[] = [
  'message',
  'messageUpdate',
  'messageDelete',
  'interactionResponse',
  'thread',
];

/** `look` is asked at once and after each piece of news, until it finds something. */
export function until<T>(
  world: World,
  look: () => T | null | undefined,
  what: () => string,
  ms = PATIENCE,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      for (const event of NEWS) world.events.off(event, check);
    };
    const check = (): void => {
      try {
        const result = look();
        if (result === null || result === undefined) return;
        stop();
        resolve(result);
      } catch (error) {
        stop();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited ${ms} ms for ${what()}`));
    }, ms);
    for (const event of NEWS) world.events.on(event, check);
    check();
  });
}
