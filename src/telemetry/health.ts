/** A file whose age tells a health check whether the bot is alive. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How often the file is touched; a health check should allow three times as long. */
export const healthPeriodMs = 15_000;

/**
 * Touches `file` now and every period for as long as `alive` says yes.
 * @returns stops touching and removes the file, so that a stopped bot is never taken for a healthy one
 */
export function startHealthFile(file: string, alive: () => boolean, periodMs = healthPeriodMs): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const touch = (): void => {
    if (alive()) writeFileSync(file, `${new Date().toISOString()}\n`);
  };
  touch();
  const timer = setInterval(touch, periodMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    rmSync(file, { force: true });
  };
}
