/** `errdesk model NAME`: is it offered, and if not, which name is meant? */
import type { Command } from 'commander';
import { z } from 'zod';
import type { Language } from '../knowledge/entry.ts';
import type { CheckModel, ModelCheck } from '../models/check-model.ts';
import { problemText } from '../models/look-alikes/slip-words.ts';
import { checkModelOf, shippedOrFail } from './catalogue-file.ts';
import { dataDir } from './data-dir.ts';
import { eachLine } from './json-lines.ts';
import { language } from './language.ts';
import { UserError } from './user-error.ts';

interface Options {
  readonly catalogue?: string;
  readonly json?: true;
  readonly jsonl?: true;
  readonly lang: Language;
  readonly data?: string;
}

export function registerModel(program: Command): void {
  program
    .command('model')
    .description('tell whether a model is offered under this name, and which name is meant if it is not')
    .argument('[name]', 'the name, exactly as in the request; in quotes when it has blanks')
    .option(
      '--catalogue <file>',
      'a saved answer of /v1/models, /api/pricing or /api/available_model, or an array of names (default: the list shipped)',
    )
    .option('--json', 'print one JSON object')
    .option('--jsonl', 'read {"id","name"} lines from standard input, write one JSON object a line')
    .option('--lang <language>', 'language of the problem: en or zh', language, 'en')
    .option('--data <dir>', 'folder of the shipped list (default: the one shipped)')
    .action((name: string | undefined, options: Options) => model(name, options));
}

async function model(name: string | undefined, options: Options): Promise<void> {
  const shipped = shippedOrFail(dataDir(options.data));
  // Here the shipped list is what the name is asked of, not a guess at what some platform offers.
  const checkModel = await checkModelOf(options.catalogue, { ...shipped, source: 'live' }, shipped);
  if (options.jsonl === true) {
    if (name !== undefined)
      throw new UserError('--jsonl reads the names from standard input', 'leave the name out', 2);
    return eachLine(process.stdin, nameLine, '{"id":"1","name":"gpt-4o"}', (line) => ({
      id: line.id,
      ...answer(line.name, checkModel, options.lang),
    }));
  }
  if (name === undefined || name.trim() === '')
    throw new UserError('there is no name to look up', 'errdesk model gpt-4o', 2);
  const found = answer(name, checkModel, options.lang);
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify(found)}\n`
      : readable(name, checkModel(name, null), options.lang),
  );
}

const nameLine = z.object({ id: z.union([z.string(), z.number()]), name: z.string() });

/** The contract that others script against. */
function answer(name: string, checkModel: CheckModel, lang: Language) {
  const start = performance.now();
  const check = checkModel(name, null);
  const ms = Math.round((performance.now() - start) * 1000) / 1000;
  const { offered, didYouMean, nearest } = check;
  return { offered, didYouMean, nearest, problem: problemText(check, lang), ms };
}

const words = {
  en: {
    offered: 'is on the list',
    meant: 'Did you mean',
    groups: 'Groups',
    near: 'Nearest',
  },
  zh: { offered: '在列表中', meant: '您是不是想用', groups: '分组', near: '最接近' },
} as const;

const longestShown = 120;

function readable(name: string, check: ModelCheck, lang: Language): string {
  const word = words[lang];
  const { didYouMean, groups } = check;
  const shown = JSON.stringify(name.length > longestShown ? `${name.slice(0, longestShown)}…` : name);
  const others = check.nearest.filter((other) => other !== didYouMean).join(', ');
  if (check.offered) {
    return `${shown} ${word.offered}\n${groups === null ? '' : `${word.groups}: ${groups.join(', ')}\n`}`;
  }
  const problem = `${shown}: ${problemText(check, lang) ?? ''}\n`;
  if (didYouMean === null) return problem;
  return `${problem}${word.meant}: ${didYouMean}\n${others === '' ? '' : `${word.near}: ${others}\n`}`;
}
