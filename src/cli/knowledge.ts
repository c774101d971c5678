/** `errdesk knowledge check`: is every file sound, and does every example lead where it should? */
import type { Command } from 'commander';
import { checkExamples } from '../diagnosis/check-examples.ts';
import { createDiagnose } from '../diagnosis/diagnose.ts';
import { signatureFaults } from '../diagnosis/signature-faults.ts';
import { type Fault, faultText, KnowledgeFault } from '../knowledge/fault.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { createKnownNames } from '../models/names.ts';
import { loadShippedCatalogue } from '../models/shipped.ts';
import { dataDir } from './data-dir.ts';
import { UserError } from './user-error.ts';

export function registerKnowledge(program: Command): void {
  const knowledge = program.command('knowledge').description('work on the knowledge base');
  knowledge
    .command('check')
    .description('validate every file and run every example through the real engine')
    .option('--data <dir>', 'folder of the knowledge base (default: the one shipped)')
    .action((options: { data?: string }) => {
      const dir = dataDir(options.data);
      const { faults, summary } = check(dir);
      for (const fault of faults) process.stderr.write(`${faultText(fault)}\n`);
      if (faults.length > 0)
        throw new UserError(`${faults.length} faults in ${dir}`, 'mend them one by one; nothing was changed');
      process.stdout.write(`${summary}\n`);
    });
}

function check(dir: string): { faults: readonly Fault[]; summary: string } {
  try {
    const knowledge = loadKnowledge(dir);
    const broken = signatureFaults(knowledge.entries);
    if (broken.length > 0) return { faults: broken, summary: '' };
    const wrong = checkExamples(
      knowledge.entries,
      createDiagnose(knowledge, createKnownNames(loadShippedCatalogue(dir))),
    );
    const count = (pick: 'signatures' | 'hints' | 'examples' | 'counterexamples') =>
      knowledge.entries.reduce((sum, entry) => sum + entry[pick].length, 0);
    const summary =
      `${knowledge.entries.length} entries are sound: ${count('signatures')} signatures, ${count('hints')} hints, ` +
      `${count('examples')} examples and ${count('counterexamples')} counterexamples hold (version ${knowledge.version})`;
    return { faults: wrong, summary };
  } catch (error) {
    if (error instanceof KnowledgeFault) return { faults: error.faults, summary: '' };
    throw error;
  }
}
