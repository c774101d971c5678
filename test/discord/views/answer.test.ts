import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadWords } from '../../../src/discord/language/words.ts';
import { answerView } from '../../../src/discord/views/answer.ts';
import { entry, knowledge, report } from '../knowledge.ts';

const words = loadWords(fileURLToPath(new URL('../../../data', import.meta.url)));
const draw = (more: Partial<typeof report>) => answerView({ ...report, ...more }, { knowledge, words });
const titleOf = (more: Partial<typeof report>) => draw(more).embeds[0]?.title;
const fieldNames = (more: Partial<typeof report>) => draw(more).embeds[0]?.fields?.map(({ name }) => name);

describe('the answer', () => {
  it('fills in what is particular to the platform', () => {
    const description = draw({}).embeds[0]?.description ?? '';
    expect(description).toContain('on Example.');
    expect(description).toContain('1. Look at https://example.com.\n2. Use https://api.example.com.');
  });

  it('puts the status that was read before the title', () => {
    expect(titleOf({ status: 500 })).toBe('500 · Title of first');
  });

  it('without a status shows the one that the cause has, or none when it has several or none', () => {
    expect(titleOf({ status: null })).toBe('503 · Title of first');
    expect(titleOf({ status: null, entryId: 'second' })).toBe('Title of second');
    expect(titleOf({ status: null, entryId: 'third' })).toBe('Title of third');
  });

  it('shows the runner-ups when there was only a code to go on', () => {
    expect(fieldNames({ line: '503' })).toContain('Also possible');
    expect(fieldNames({ requestId: 'abc' })).not.toContain('Also possible');
    expect(fieldNames({ line: 'No available channel for model gpt-4o under group default' })).not.toContain(
      'Also possible',
    );
  });

  it('does not quote a line that is nothing but the code', () => {
    expect(JSON.stringify(draw({ line: '503' }))).not.toContain('```');
  });

  it('offers the nearest causes when none is certain', () => {
    const view = draw({ entryId: null });
    expect(view.embeds[0]?.title).toBe('Which of these is it?');
    expect(JSON.stringify(view.components)).toContain('"value":"second"');
  });

  it('asks for more when nothing is near', () => {
    const view = draw({ entryId: null, alternatives: [] });
    expect(view.embeds[0]?.description).toContain('Paste the whole error');
    expect(view.components).toEqual([]);
  });

  it('stays usable when its cause has left the knowledge base', () => {
    expect(titleOf({ entryId: 'removed' })).toBe('Which of these is it?');
  });

  it('offers staff until they have it, and asks for the model when they lack it', () => {
    const labels = (more: Partial<typeof report>) =>
      JSON.stringify(draw(more).components).match(/"label":"[^"]+"/g);
    expect(labels({})).toEqual(['"label":"Solved"', '"label":"Still stuck"', '"label":"Not this"']);
    expect(labels({ caseId: 'ABCDEFGHJK' })).toEqual([
      '"label":"Solved"',
      '"label":"Add the model name"',
      '"label":"Not this"',
    ]);
    expect(labels({ caseId: 'ABCDEFGHJK', model: 'gpt-4o' })).toEqual([
      '"label":"Solved"',
      '"label":"Not this"',
    ]);
  });

  it('says whose key or account is meant, and offers staff first then', () => {
    const note = { en: 'It is ours.', zh: '是我们的。' };
    const base = {
      ...knowledge,
      entries: [entry('first', { upstream: { note, signatures: ['some text'] } })],
    };
    const view = answerView({ ...report, upstream: true }, { knowledge: base, words });
    expect(view.embeds[0]?.description).toMatch(/^\*\*It is ours\.\*\*/);
    expect(/"label":"[^"]+"/.exec(JSON.stringify(view.components))?.[0]).toBe('"label":"Still stuck"');
    expect(answerView(report, { knowledge: base, words }).embeds[0]?.description).not.toContain(
      'It is ours.',
    );
  });

  it('lists the other failures of the report', () => {
    const view = draw({
      alsoSeen: [
        { entryId: 'second', count: 3 },
        { entryId: 'removed', count: 1 },
      ],
    });
    const field = view.embeds[0]?.fields?.find(({ name }) => name === 'Also seen');
    expect(field?.value).toMatch(/ ×3$/);
  });

  it('leaves out links that the site does not have', () => {
    const base = { ...knowledge, entries: [entry('first', { links: ['unknown', 'guide'] })] };
    const view = answerView(report, { knowledge: base, words });
    expect(JSON.stringify(view)).toContain('[Guide](https://example.com/guide)');
  });
});
