/** Why Discord ends a connection for good, in one sentence each. */
import { GatewayCloseCodes } from 'discord.js';

export interface Fault {
  readonly sentence: string;
  readonly hint: string;
}

const tokenHint = 'copy the token anew from the Bot page of your application into DISCORD_TOKEN';

export const wrongToken: Fault = { sentence: 'Discord refused the token', hint: tokenHint };

const byCode: Readonly<Record<number, Fault>> = {
  [GatewayCloseCodes.AuthenticationFailed]: wrongToken,
  [GatewayCloseCodes.InvalidShard]: { sentence: 'Discord refused the shard', hint: 'start errdesk anew' },
  [GatewayCloseCodes.ShardingRequired]: {
    sentence: 'Discord requires sharding: the bot is in too many servers for one connection',
    hint: 'this version of errdesk runs in up to 2,500 servers',
  },
  [GatewayCloseCodes.InvalidAPIVersion]: {
    sentence: 'Discord no longer speaks the version of its API that errdesk uses',
    hint: 'update errdesk',
  },
  [GatewayCloseCodes.InvalidIntents]: {
    sentence: 'Discord does not know the intents asked for',
    hint: 'update errdesk',
  },
  [GatewayCloseCodes.DisallowedIntents]: {
    sentence: 'Discord took the message content intent away',
    hint: 'switch it on again on the Bot page, or start anew to run without it',
  },
};

export function faultOfClose(code: number): Fault {
  return (
    byCode[code] ?? {
      sentence: `Discord closed the connection for good (code ${code})`,
      hint: 'start errdesk anew',
    }
  );
}

export function isDisallowedIntents(code: number | null): boolean {
  return code === GatewayCloseCodes.DisallowedIntents;
}
