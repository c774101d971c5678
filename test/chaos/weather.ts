/** The ways in which Discord fails in a storm, each ordered from the embedded one. */
import type { EmbeddedDiscord, Fault } from '../../src/playground/embedded-discord.ts';
import type { Chance } from './random.ts';

/** discord.js gives a request up after 15 s. */
const longerThanAnybodyWaits = 16_000;

export type Blow = (discord: EmbeddedDiscord, chance: Chance) => void;

function limited(seconds: number, global: boolean): Partial<Fault> {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}

/** The next few requests, whatever they ask for; half of those that fail have done what was asked. */
function requests(fault: (chance: Chance) => Partial<Fault>): Blow {
  return (discord, chance) => {
    discord.failNext({ path: /./, times: chance.between(1, 3), ...fault(chance) });
  };
}

const halfDone = (chance: Chance) => ({ afterwards: chance.next() < 0.5 });

/** The first ones are common, the others rare: a lost session takes discord.js seconds to replace. */
export const common: Readonly<Record<string, Blow>> = {
  'route limit': requests((chance) => limited(chance.between(1, 10) / 10, false)),
  'global limit': requests((chance) => limited(chance.between(1, 10) / 10, true)),
  'status 500': requests((chance) => ({ status: 500, ...halfDone(chance) })),
  'status 502': requests((chance) => ({
    status: 502,
    body: '<html>Bad gateway</html>',
    ...halfDone(chance),
  })),
  'cut request': requests((chance) => ({ cut: true, ...halfDone(chance) })),
  'slow request': requests((chance) => ({ delayMs: chance.between(50, 800) })),
};

export const rare: Readonly<Record<string, Blow>> = {
  'dropped socket': (discord) => void discord.dropConnections(),
  'asked to reconnect': (discord) => {
    discord.askToReconnect();
  },
  'session to be resumed': (discord) => {
    discord.invalidateSessions({ resumable: true });
  },
  'session lost': (discord) => {
    discord.invalidateSessions();
  },
};

export const timeout: Blow = (discord, chance) => {
  discord.failNext({ path: /./, delayMs: longerThanAnybodyWaits, status: 504, ...halfDone(chance) });
};
