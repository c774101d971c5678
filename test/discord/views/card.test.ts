import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadWords } from '../../../src/discord/language/words.ts';
import { cardView } from '../../../src/discord/views/card.ts';
import type { IncidentFile } from '../../../src/escalation/incident.ts';
import { nobody } from '../../../src/escalation/report.ts';
import { entry, file, incident, knowledge, platformThat, report } from '../knowledge.ts';

const words = loadWords(fileURLToPath(new URL('../../../data', import.meta.url)));
const base = { ...knowledge, entries: [entry('first', { nameCheck: true })] };

function draw(more: Partial<IncidentFile>, platform = platformThat(), related = [] as (typeof incident)[]) {
  const context = { knowledge: base, words, language: 'en', ...platform } as const;
  return cardView({ ...file, ...more }, context, { related }).embeds[0];
}

function fieldOf(embed: ReturnType<typeof draw>, name: string): string | undefined {
  return embed?.fields?.find((field) => field.name === name)?.value;
}

describe('the card', () => {
  it('of somebody whose data was removed names nobody and leads nowhere', () => {
    const forgotten = {
      ...report,
      reporterId: nobody,
      source: 'forgotten:X',
      outcome: 'gone',
      line: null,
    } as const;
    const embed = draw({ recent: [forgotten], first: forgotten, reporters: [nobody] });
    expect(fieldOf(embed, 'Reporters')).toMatch(/^\(data removed\)\n/);
    expect(JSON.stringify(embed)).not.toMatch(/<@0>|forgotten:|was deleted/);
    const dismissed = { ...incident, state: 'dismissed', closedBy: nobody, closedAt: 1 } as const;
    expect(fieldOf(draw({ incident: dismissed }), 'State')).toBe('Dismissed');
  });

  it('whose only case went on elsewhere does not say that nobody reported it', () => {
    const merged = { ...incident, state: 'merged', count: 0, closedAt: 1 } as const;
    const embed = draw({ incident: merged, recent: [], first: null, reporters: [], reporterCount: 0 });
    expect(embed?.description ?? '').toBe('');
  });

  it('says what the list knows of the name, what else is open, and how the platform is', () => {
    const named = { ...report, model: 'gpt-9', caseId: 'CDEFGHJKLM' };
    const platform = platformThat([{ name: 'gpt-4o', groups: null }], {
      kind: 'up',
      since: null,
      checkedAt: 60_000,
    });
    const other = { ...incident, id: 'MNPQRSTVWX', model: 'gpt-9', count: 3 };
    const embed = draw(
      { incident: { ...incident, model: 'gpt-9' }, recent: [named], first: named },
      platform,
      [other],
    );
    expect(JSON.stringify(embed)).toContain('`gpt-9` is not on the list of offered models');
    expect(fieldOf(embed, 'Right now')).toMatch(
      /^🟢 The platform answers \(asked <t:60:R>\)\.\nModel list as of <t:\d+:R>\.\n\*\*503 · Title of first\*\* · `gpt-9`/,
    );
  });
});
