/** A look-up whose database goes away in the middle, which no real one does at the wanted moment. */
import { fileURLToPath } from 'node:url';
import type { ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { loadWords } from '../../../src/discord/language/words.ts';
import { createDespiteOutage } from '../../../src/discord/reports/despite-outage.ts';
import { answerLookUp } from '../../../src/discord/reports/look-up.ts';
import type { Services } from '../../../src/discord/services.ts';
import type { View } from '../../../src/discord/views/view.ts';
import { entry, knowledge, platformThat, report } from '../knowledge.ts';

const words = loadWords(fileURLToPath(new URL('../../../data', import.meta.url)));
const full = new Error('database or disk is full');
const { status, code, model, modelWritten, group, requestId, requestTime, line } = report;
const diagnosis: Diagnosis = {
  entry: entry('first', {}),
  confidence: 1,
  alternatives: [],
  upstream: false,
  alsoSeen: [],
  evidence: {
    ...{ status, code, model, modelWritten, group, requestId, requestTime, line },
    ...{ endpoint: null, client: null, retryAfter: null },
  },
  redacted: '',
  secrets: 0,
};

/** Answers a claimed look-up whose case is opened, unless the store fails at the step of that name. */
async function answer(failsAt: 'record' | 'noticeFor' | 'answered', error: Error = full) {
  const views: View[] = [];
  const done: string[] = [];
  const step = (name: string, result: unknown) => () => {
    if (name === failsAt) return Promise.reject(error);
    done.push(name);
    return Promise.resolve(result);
  };
  const services = {
    knowledge,
    words,
    ...platformThat(),
    reports: {
      record: step('record', { ...report, caseId: 'ABCDEFGHJK' }),
      answered: step('answered', undefined),
      release: step('release', undefined),
    },
    incidents: { noticeFor: step('noticeFor', null) },
    outageOf: (thrown: unknown) => (thrown === full ? 'full' : null),
    nudge: () => undefined,
    now: () => 0,
    log: { info: () => undefined, error: () => done.push('logged') },
  } as unknown as Services;
  const interaction = {
    editReply: (view: View) => {
      views.push(view);
      return Promise.resolve({ channelId: '1', id: '2' });
    },
  } as unknown as ChatInputCommandInteraction;
  const lookUp = { origin: report, report, diagnosis, unread: [] };
  await answerLookUp(interaction, lookUp, createDespiteOutage('3', services), services);
  return { views, done, text: JSON.stringify(views) };
}

describe('a database that goes away', () => {
  it('before the report is recorded: nothing is promised, and the source is given back', async () => {
    const { views, done, text } = await answer('record');
    expect(views.map(({ components }) => components)).toEqual([[]]);
    expect(text).toContain(words.en('answer.notHandedOver'));
    expect(text).not.toContain('as case');
    expect(done).toEqual(['logged', 'release']);
  });

  it('after it is recorded: the case stands, and so do the buttons', async () => {
    const { views, done, text } = await answer('noticeFor');
    expect(views).toHaveLength(1);
    expect(text).toContain('ABCDEFGHJK');
    expect(text).not.toContain(words.en('answer.notHandedOver'));
    expect(done).toEqual(['record', 'logged']);
  });

  it('after the answer: that is as good as ever', async () => {
    const { views, done } = await answer('answered');
    expect(views).toHaveLength(1);
    expect(done).toEqual(['record', 'noticeFor', 'logged']);
  });

  it('is told from faults of our own', async () => {
    await expect(answer('record', new Error('report x does not exist'))).rejects.toThrow('does not exist');
  });
});
