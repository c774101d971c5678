/** Where the knowledge base lies, and loading it for a person at the terminal. */
import { fileURLToPath } from 'node:url';
import { KnowledgeFault } from '../knowledge/fault.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { UserError } from './user-error.ts';

/** The folder given, or DATA_DIR, or the one that ships with errdesk. */
export function dataDir(option: string | undefined): string {
  return option ?? process.env.DATA_DIR ?? fileURLToPath(new URL('../../data', import.meta.url));
}

/** Throws UserError that counts the faults and names the first. */
export function loadKnowledgeOrFail(dir: string): KnowledgeBase {
  try {
    return loadKnowledge(dir);
  } catch (error) {
    if (!(error instanceof KnowledgeFault)) throw error;
    const [first] = error.message.split('\n');
    const more = error.faults.length > 1 ? ` and ${error.faults.length - 1} more` : '';
    throw new UserError(
      `the knowledge base is broken: ${first ?? ''}${more}`,
      'run "errdesk knowledge check"',
    );
  }
}
