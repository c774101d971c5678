import { fileURLToPath } from 'node:url';
import * as spec from 'discord-api-spec/zod';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWords } from '../../../src/discord/language/words.ts';
import { answerView, unreadableView } from '../../../src/discord/views/answer.ts';
import { cardView } from '../../../src/discord/views/card.ts';
import { causeSelect } from '../../../src/discord/views/controls.ts';
import { digestView } from '../../../src/discord/views/digest.ts';
import { modelView } from '../../../src/discord/views/model.ts';
import { noticeView } from '../../../src/discord/views/notice.ts';
import { unreadReasons } from '../../../src/discord/views/unread.ts';
import type { View } from '../../../src/discord/views/view.ts';
import type { Incident, IncidentFile } from '../../../src/escalation/incident.ts';
import type { Report } from '../../../src/escalation/report.ts';
import { checkMessageBody } from '../../../src/playground/rest/checks/message-body.ts';
import { FormErrors } from '../../../src/playground/rest/form-errors.ts';
import { incident, knowledge, largestKnowledge, platformThat, report } from '../knowledge.ts';

const words = loadWords(fileURLToPath(new URL('../../../data', import.meta.url)));
const largest = largestKnowledge();

/** Throws with Discord's own words when it would refuse the message. */
function accepted(view: View): void {
  const errors = new FormErrors();
  checkMessageBody(JSON.parse(JSON.stringify(view)), {
    schema: spec.MessageCreateRequestSchema,
    fileCount: 0,
    errors,
  });
  for (const { name, value } of view.embeds.flatMap((embed) => embed.fields ?? [])) {
    expect(name.trim()).not.toBe('');
    expect(value.trim()).not.toBe('');
  }
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2000 }),
  fc.string({
    unit: fc.constantFrom('`', '𝕏', '@everyone', '\n', ' ', '*', '<@1>', '\u202e', '\0'),
    maxLength: 900,
  }),
);
const text = fc.option(nasty);

const anyReport: fc.Arbitrary<Report> = fc.record({
  ...Object.fromEntries(Object.entries(report).map(([key, value]) => [key, fc.constant(value)])),
  language: fc.constantFrom('en', 'zh'),
  kind: fc.constantFrom('message', 'menu', 'command'),
  guildId: fc.option(fc.constant('900000000000000001')),
  outcome: fc.constantFrom(null, 'solved', 'dismissed', 'gone', 'silent'),
  caseId: fc.option(fc.constant('ABCDEFGHJK')),
  entryId: fc.constantFrom(null, 'first', 'second', 'no-longer-there'),
  alternatives: fc.subarray(['first', 'second', 'third', 'fourth', 'gone']),
  status: fc.option(fc.integer({ min: 100, max: 599 })),
  code: text,
  model: fc.oneof(text, fc.constant('gpt-4o-'.repeat(14)), fc.constant('gtp-4o')),
  modelWritten: text,
  group: text,
  requestId: text,
  requestTime: fc.option(fc.oneof(nasty, fc.constant('2026-01-01T00:00:00Z'))),
  line: text,
  upstream: fc.boolean(),
  alsoSeen: fc.array(
    fc.record({
      entryId: fc.constantFrom('first', 'second', 'gone'),
      count: fc.integer({ min: 1, max: 1e9 }),
    }),
    { maxLength: 26 },
  ),
}) as unknown as fc.Arbitrary<Report>;

const id = fc.option(fc.constant('900000000000000009'));
const time = fc.constantFrom(0, 1_770_000_000_000);

const anyIncident: fc.Arbitrary<Incident> = fc.record({
  ...Object.fromEntries(Object.entries(incident).map(([key, value]) => [key, fc.constant(value)])),
  guildId: id,
  entryId: fc.constantFrom(null, 'first', 'second', 'no-longer-there'),
  model: text,
  state: fc.constantFrom('open', 'claimed', 'resolved', 'dismissed', 'merged'),
  claimedBy: id,
  claimedAt: time,
  closedBy: id,
  closedAt: time,
  note: text,
  count: fc.nat(1000),
  notice: fc.option(fc.record({ text: nasty, by: fc.constant('1'), at: time })),
  threadId: id,
  card: fc.option(fc.constant({ channelId: '900000000000000002', messageId: '900000000000000010' })),
}) as unknown as fc.Arbitrary<Incident>;

const anyFile: fc.Arbitrary<IncidentFile> = fc.record({
  incident: anyIncident,
  recent: fc.array(anyReport, { maxLength: 5 }),
  first: fc.option(anyReport),
  reporters: fc.array(fc.constant('90000000000000000004'), { maxLength: 10 }),
  reporterCount: fc.nat(1000),
  waiting: fc.nat(1000),
});

/** Names and groups of the greatest length, and of all sorts of characters. */
const platform = fc
  .option(
    fc.array(
      fc.record({
        name: fc.oneof(nasty, fc.constant('gpt-4o-'.repeat(28)), fc.constant('gpt-4o')),
        groups: fc.option(fc.array(nasty, { maxLength: 12 })),
      }),
      { maxLength: 12 },
    ),
  )
  .map((offers) =>
    platformThat(offers, { kind: 'down', since: 1_770_000_000_000, checkedAt: 1_770_000_000_000 }),
  );

const both = fc.constantFrom(knowledge, largest);

describe('whatever a report holds, Discord takes', () => {
  it('the answer', () => {
    fc.assert(
      fc.property(
        anyReport,
        both,
        fc.array(nasty, { maxLength: 8 }),
        fc.boolean(),
        text,
        platform,
        (any, base, unread, warnInPublic, known, anyPlatform) => {
          const remarks = { unread, warnInPublic, ...(known !== null && { known }), earlier: incident };
          accepted(answerView(any, { knowledge: base, words, ...anyPlatform }, remarks));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('the card, the list of cases and the daily list', () => {
    fc.assert(
      fc.property(anyFile, both, platform, (any, base, anyPlatform) => {
        const context = { knowledge: base, words, language: 'zh', ...anyPlatform } as const;
        accepted(cardView(any, context, { related: [any.incident, any.incident, any.incident] }));
        const check = context.checkModel(any.incident.model ?? 'gpt-4o', 'vip');
        const incidents5 = Array.from({ length: 5 }, () => any.incident);
        accepted(modelView({ name: any.incident.model ?? '', check, incidents: incidents5 }, context));
        const incidents = Array.from({ length: 20 }, () => any.incident);
        accepted(digestView({ guildId: null, incidents, total: 99 }, '900000000000000001', context));
      }),
      { numRuns: 300 },
    );
  });

  it('what reporters hear of staff', () => {
    fc.assert(
      fc.property(
        anyReport,
        anyFile,
        text,
        fc.constantFrom('claimed', 'replied', 'resolved'),
        (any, { incident }, said, kind) => {
          const notice = {
            kind,
            userId: any.reporterId,
            report: any,
            caseId: 'ABCDEFGHJK',
            incident,
            by: any.askerId,
            text: said,
          };
          accepted(noticeView(notice, words[any.language]));
        },
      ),
    );
  });

  it('the select, and the reasons why files were not read', () => {
    fc.assert(
      fc.property(anyReport, both, fc.array(nasty), (any, base, names) => {
        accepted({
          content: 'x',
          embeds: [],
          components: [causeSelect(any, base.entries, words[any.language])],
        });
        const kinds = ['tooLarge', 'binary', 'unreachable', 'skipped'] as const;
        const reasons = unreadReasons(
          names.map((name, index) => ({ name, kind: kinds[index % 4] ?? 'binary' })),
          words.zh,
        );
        accepted(unreadableView(['x', ...reasons], words.en));
      }),
    );
  });
});
