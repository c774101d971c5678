/** `errdesk diagnose [FILE]`: what the bot would say about a text. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { diagnosisOf } from '../diagnosis/diagnose.ts';
import type { Diagnose, Diagnosis } from '../diagnosis/diagnosis.ts';
import { explanationOf } from '../diagnosis/explain.ts';
import { createRead } from '../diagnosis/trace.ts';
import { checkFor, openerOf } from '../escalation/model-of-report.ts';
import { shouldEscalate } from '../escalation/policy.ts';
import type { CheckModel } from '../models/check-model.ts';
import { createKnownNames } from '../models/names.ts';
import { checkModelOf, shippedOrFail } from './catalogue-file.ts';
import { dataDir, loadKnowledgeOrFail } from './data-dir.ts';
import { eachLine } from './json-lines.ts';
import { language } from './language.ts';
import { readableDiagnosis } from './readable.ts';
import { UserError } from './user-error.ts';
import { readableExplanation } from './why.ts';

interface Options {
  readonly json?: true;
  readonly jsonl?: true;
  readonly ask?: true;
  readonly why?: true;
  readonly lang: 'en' | 'zh';
  readonly catalogue?: string;
  readonly data?: string;
}

export function registerDiagnose(program: Command): void {
  program
    .command('diagnose')
    .description('diagnose an error text from FILE or standard input')
    .argument('[file]', 'file to read; standard input when left out or "-"')
    .option('--json', 'print one JSON object, judged as in a channel where nobody asked')
    .option('--jsonl', 'read {"id","text"} lines, write one JSON object a line')
    .option('--ask', 'judge as for somebody who asked: a bare code is answered')
    .addOption(
      new Option('--why', 'show how the text was read, judged as in a channel where nobody asked').conflicts([
        'json',
        'jsonl',
      ]),
    )
    .option('--lang <language>', 'language of the readable answer: en or zh', language, 'en')
    .option('--catalogue <file>', 'the list of models to compare names with; see errdesk model --help')
    .option('--data <dir>', 'folder of the knowledge base (default: the one shipped)')
    .action(async (file: string | undefined, options: Options) => {
      const dir = dataDir(options.data);
      const knowledge = loadKnowledgeOrFail(dir);
      const shipped = shippedOrFail(dir);
      const checkModel = await checkModelOf(options.catalogue, shipped, shipped);
      const read = createRead(knowledge, createKnownNames(shipped));
      const diagnose: Diagnose = (text, how) => diagnosisOf(read(text, how));
      const input = await open(file);
      if (options.jsonl === true)
        return eachLine(input, reportLine, '{"id":"1","text":"…"}', ({ id, text }) => {
          const { result, ms } = timed(diagnose, text, options.ask === true);
          return { id, ...answer(result, checkModel, ms) };
        });
      const text = await readAll(input);
      if (text.trim() === '')
        throw new UserError('there is no text to diagnose', 'give a file, or pipe the error in', 2);
      if (options.why === true) {
        const { result, ms } = timed(read, text, options.ask === true);
        process.stdout.write(readableExplanation(explanationOf(result), ms, options.lang));
        return;
      }
      const asked = options.ask === true || options.json !== true;
      const { result: diagnosis, ms } = timed(diagnose, text, asked);
      process.stdout.write(
        options.json === true
          ? `${JSON.stringify(answer(diagnosis, checkModel, ms))}\n`
          : readableDiagnosis(diagnosis, knowledge.site, options.lang, {
              escalate: openerOf(diagnosis.entry, diagnosis.evidence, checkModel) !== null,
              name: checkFor(diagnosis.entry, diagnosis.evidence, checkModel),
            }),
      );
    });
}

async function open(file: string | undefined): Promise<Readable> {
  if (file === undefined || file === '-') {
    if (process.stdin.isTTY) process.stderr.write('Paste the error, then press Ctrl+D.\n');
    return process.stdin;
  }
  const stream = createReadStream(file);
  return new Promise((resolve, reject) => {
    stream.once('open', () => {
      resolve(stream);
    });
    stream.once('error', (error) => {
      reject(new UserError(`${file} cannot be read: ${error.message}`, 'check the path'));
    });
  });
}

const reportLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

function timed<T>(
  read: (text: string, how: { readonly asked: boolean }) => T,
  text: string,
  asked: boolean,
): { result: T; ms: number } {
  const start = performance.now();
  const result = read(text, { asked });
  return { result, ms: Math.round((performance.now() - start) * 1000) / 1000 };
}

/** The contract that others script against. */
function answer(diagnosis: Diagnosis, checkModel: CheckModel, ms: number) {
  const { entry, confidence, evidence, redacted, alternatives } = diagnosis;
  return {
    entry: entry?.id ?? null,
    confidence: Math.round(confidence * 1000) / 1000,
    status: evidence.status,
    model: evidence.model,
    didYouMean: checkFor(diagnosis.entry, evidence, checkModel)?.didYouMean ?? null,
    group: evidence.group,
    requestId: evidence.requestId,
    escalate: shouldEscalate(diagnosis),
    redacted,
    alternatives: alternatives.map((alternative) => alternative.id),
    line: evidence.line,
    endpoint: evidence.endpoint,
    client: evidence.client,
    retryAfter: evidence.retryAfter,
    upstream: diagnosis.upstream,
    alsoSeen: diagnosis.alsoSeen.map((seen) => ({ entry: seen.entry.id, count: seen.count })),
    ms,
  };
}
