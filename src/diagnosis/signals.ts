/** Collects everything in a report that speaks for an entry. Pure. */
import { findCodes } from './codes.ts';
import type { CodeClaim, CompiledKnowledge } from './compile.ts';
import { findExceptions } from './exceptions.ts';
import { trimmedName } from './model-name.ts';
import type { ReportText } from './report-text.ts';
import type { Signal } from './signal.ts';
import type { StatusMention } from './status.ts';

/** What is longer is no name of a group. */
const longestGroup = 60;

/** The last failure counts: of a flood of signals the last are enough. */
const mostOfAKind = 300;

export function collectSignals(
  report: ReportText,
  statuses: readonly StatusMention[],
  knowledge: CompiledKnowledge,
): Signal[] {
  return [
    textSignals(report, knowledge),
    codeSignals(report, statuses, knowledge),
    statusSignals(statuses, knowledge),
    exceptionSignals(report, knowledge),
  ].flatMap((signals) => signals.slice(-mostOfAKind));
}

function textSignals(report: ReportText, knowledge: CompiledKnowledge): Signal[] {
  return [...knowledge.texts.matches(report.folded, report.squeezed)].map((match) => {
    const slot = (name: string) => {
      const span = match.slots.find((candidate) => candidate.name === name);
      return span === undefined ? undefined : report.text.slice(span.start, span.end);
    };
    const model = nameInSlot(slot('model') ?? '');
    const status = slot('status');
    const group = slot('group')?.replace(/\s+/g, ' ').trim();
    return {
      entry: match.value.entry,
      tier: match.value.tier,
      start: match.start,
      end: match.end,
      length: match.signature.length,
      ...(match.value.upstream === true ? { upstream: true as const } : {}),
      captured: match.slots.some(({ name }) => name === 'model' || name === 'group'),
      ...(model === null ? {} : { model }),
      ...(group === undefined || group === '' || group.length > longestGroup ? {} : { group }),
      ...(status === undefined ? {} : { status: Number(status) }),
    };
  });
}

/** What stands in a slot may be a link, or the next word of the sentence where the name is missing. */
function nameInSlot(found: string): string | null {
  const name = trimmedName(found);
  return name === '' ||
    name.includes('://') ||
    /^(?:in|under|for|the|is|not|of|with|and|or|to|on)$/i.test(name)
    ? null
    : name;
}

/** A bare name may be any program's word; only with a status that fits, or in a field, is it a code. */
function codeSignals(
  report: ReportText,
  statuses: readonly StatusMention[],
  knowledge: CompiledKnowledge,
): Signal[] {
  return findCodes(report.folded).flatMap(({ code, start, field }) => {
    const claims = knowledge.codes.get(code.toLowerCase()) ?? [];
    const claim = claims.length === 0 ? undefined : bestClaim(claims, nearestStatus(statuses, start));
    if (claim === undefined || (!field && /^\d+$/.test(code))) return [];
    return [
      {
        entry: claim.entry,
        tier: 'code' as const,
        start,
        end: start + code.length,
        length: code.length,
        code,
      },
    ];
  });
}

/** The status stated nearest to a code is the one it came with. */
function nearestStatus(statuses: readonly StatusMention[], at: number): number | null {
  const distance = ({ start }: StatusMention) => Math.abs(start - at);
  const [first, ...others] = statuses;
  if (first === undefined) return null;
  return others.reduce((best, mention) => (distance(mention) < distance(best) ? mention : best), first)
    .status;
}

function bestClaim(claims: readonly CodeClaim[], status: number | null): CodeClaim | undefined {
  const stated = claims.find((claim) => claim.status !== null && claim.status === status);
  return stated ?? claims.find((claim) => claim.status === null);
}

function statusSignals(statuses: readonly StatusMention[], knowledge: CompiledKnowledge): Signal[] {
  return statuses.flatMap((mention) => {
    const [entry] = knowledge.forStatus(mention.status);
    if (entry === undefined) return [];
    return [
      {
        entry,
        tier: 'status' as const,
        start: mention.start,
        end: mention.end,
        length: mention.end - mention.start,
        trust: mention.trust,
        status: mention.status,
      },
    ];
  });
}

function exceptionSignals(report: ReportText, knowledge: CompiledKnowledge): Signal[] {
  return findExceptions(report.folded).flatMap(({ name, status, start }) => {
    const [entry] = knowledge.forStatus(status);
    return entry === undefined
      ? []
      : [{ entry, tier: 'exception' as const, start, end: start + name.length, length: name.length }];
  });
}
