import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadWords } from '../../../src/discord/language/words.ts';
import { answerView } from '../../../src/discord/views/answer.ts';
import { entry, incident, knowledge, platformThat, report } from '../knowledge.ts';

const words = loadWords(fileURLToPath(new URL('../../../data', import.meta.url)));
const draw = (more: Partial<typeof report>) =>
  answerView({ ...report, ...more }, { knowledge, words, ...platformThat() });
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
    const view = answerView({ ...report, upstream: true }, { knowledge: base, words, ...platformThat() });
    expect(view.embeds[0]?.description).toMatch(/^\*\*It is ours\.\*\*/);
    expect(/"label":"[^"]+"/.exec(JSON.stringify(view.components))?.[0]).toBe('"label":"Still stuck"');
    expect(
      answerView(report, { knowledge: base, words, ...platformThat() }).embeds[0]?.description,
    ).not.toContain('It is ours.');
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
    const view = answerView(report, { knowledge: base, words, ...platformThat() });
    expect(JSON.stringify(view)).toContain('[Guide](https://example.com/guide)');
  });
});

describe('the name of the model', () => {
  const offers = [
    { name: 'gpt-4o', groups: ['default', 'vip'] },
    { name: 'gpt-4o-mini', groups: ['vip'] },
  ];
  const unavailable = { ...knowledge, entries: [entry('first', { escalation: 'auto', nameCheck: true })] };
  const answerTo = (more: Partial<typeof report>, offered: typeof offers | null = offers) =>
    answerView({ ...report, ...more }, { knowledge: unavailable, words, ...platformThat(offered) });
  const fieldOf = (view: ReturnType<typeof answerTo>, name: string) =>
    view.embeds[0]?.fields?.find((field) => field.name === name)?.value;
  /** What stands before everything else. */
  const noteOf = (view: ReturnType<typeof answerTo>) =>
    /^\*\*(?:Did you mean|Model|您是不是想用)\*\*\n([^]*?)\n\n/.exec(view.embeds[0]?.description ?? '')?.[1];
  const labels = (view: ReturnType<typeof answerTo>) =>
    [...JSON.stringify(view.components).matchAll(/"label":"([^"]+)"/g)].map((match) => match[1]);

  it('wrongly written: the right one to copy, what is wrong, and staff only when it is right all the same', () => {
    const view = answerTo({ model: 'gtp-4o' });
    expect(noteOf(view)).toBe('```\ngpt-4o\n```\ninstead of `gtp-4o`: `gtp` should be `gpt`.');
    expect(labels(view)).toEqual(['Solved', 'The name is right → staff', 'Not this']);
    expect(fieldOf(view, 'Support')).toContain('The name is right → staff');
  });

  it('with a blank that nobody sees', () => {
    const view = answerTo({ model: 'gpt-4o', modelWritten: 'gpt-4o ' });
    expect(noteOf(view)).toContain('there is a blank at the end');
  });

  it('a hostile name is never read as markup', () => {
    for (const model of ['[Free](https://evil.example/x)/gpt-4o', '<@1>/gpt-4o', '**@everyone**/gpt-4o']) {
      const text = noteOf(answerTo({ model })) ?? '';
      expect(text).toContain('gpt-4o');
      expect(text.replace(/```[^]*?```|`[^`]*`/g, '')).not.toMatch(/\]\(|<@|\*\*|@everyone/);
    }
  });

  it('in Chinese', () => {
    const view = answerTo({ model: 'GPT-4o', language: 'zh' });
    expect(noteOf(view)).toBe('```\ngpt-4o\n```\n您写的是 `GPT-4o`：大小写不一致。');
    expect(labels(view)).toContain('名称没错 → 客服');
  });

  it('once staff have the case it can still be mended', () => {
    const view = answerTo({ model: 'gtp-4o', caseId: 'ABCDEFGHJK' });
    expect(noteOf(view)).toContain('gpt-4o');
    expect(labels(view)).toEqual(['Solved', 'Change the model name', 'Not this']);
  });

  it('is meant to be one that the group does not have: which groups do', () => {
    const text = noteOf(answerTo({ model: 'gpt-4o-mnii', group: 'default' }));
    expect(text).toMatch(/gpt-4o-mini\n```[^]*Groups that have it: `vip`$/);
  });

  it('is not asked about any more once it is solved', () => {
    expect(JSON.stringify(answerTo({ model: 'gtp-4o', outcome: 'solved' }))).not.toContain(
      'The name is right',
    );
  });

  it('right, but for another group: which groups have it', () => {
    const view = answerTo({ model: 'gpt-4o-mini', group: 'default', caseId: 'ABCDEFGHJK' });
    expect(noteOf(view)).toBe(
      '`gpt-4o-mini` is offered, but not to the group `default`. Groups that have it: `vip`',
    );
  });

  it('right, and for this group', () => {
    const view = answerTo({ model: 'gpt-4o', group: 'auto(vip)' });
    expect(noteOf(view)).toMatch(/is offered under exactly this name, to the groups `default` `vip`/);
  });

  it('another version: not offered, with what is nearest; and straight to staff', () => {
    const view = answerTo({ model: 'gpt-5o' });
    expect(noteOf(view)).toContain('is not on the list of offered models. Nearest there: `gpt-4o`');
    expect(labels(view)).toContain('Still stuck');
  });

  it('a list that is not of the platform cannot tell that a name is right', () => {
    expect(noteOf(answerTo({ model: 'gpt-4o' }, null))).toBeUndefined();
  });
});

describe('is it us', () => {
  it('the platform is down, or others have had the same before', () => {
    const down = platformThat(null, { kind: 'down', since: 60_000, checkedAt: 120_000 });
    const earlier = { ...incident, openedAt: 180_000, count: 7 };
    const view = answerView(report, { knowledge, words, ...down }, { earlier });
    expect(view.embeds[0]?.fields?.find(({ name }) => name === 'Right now')?.value).toBe(
      '🔴 When this was written, the platform had not answered since <t:60:f>.\n' +
        'When this was written, the support team had a case about this model since <t:180:f> (reports: 7).',
    );
  });

  it('nothing is said while all is well', () => {
    const up = platformThat(null, { kind: 'up', since: null, checkedAt: 1 });
    const view = answerView(report, { knowledge, words, ...up });
    expect(view.embeds[0]?.fields?.map(({ name }) => name)).not.toContain('Right now');
  });
});
