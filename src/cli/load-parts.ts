/** What the bot needs before it starts, for a person at the terminal: what is wrong with it is told in one line. */
import { ConfigFault, type Environment } from '../config.ts';
import { WordsFault } from '../discord/language/words.ts';
import { KnowledgeFault } from '../knowledge/fault.ts';
import { loadParts } from '../main.ts';
import { CatalogueFault } from '../models/shipped.ts';
import { UserError } from './user-error.ts';

/** @throws UserError */
export function loadPartsOrFail(env: Environment): ReturnType<typeof loadParts> {
  try {
    return loadParts(env);
  } catch (error) {
    if (error instanceof ConfigFault) throw new UserError(error.message, 'see .env.example');
    if (error instanceof KnowledgeFault) throw new UserError(error.message, 'run "errdesk knowledge check"');
    if (error instanceof WordsFault || error instanceof CatalogueFault)
      throw new UserError(error.message, 'check DATA_DIR');
    throw error;
  }
}
