/** A diagnosis as text for a terminal. Pure. */
import type { Diagnosis, Evidence } from '../diagnosis/diagnosis.ts';
import { problemText } from '../models/look-alikes/slip-words.ts';
import type { NameCheck } from '../models/look-alikes/check-name.ts';
import type { Entry, Language } from '../knowledge/entry.ts';
import { fillSite } from '../knowledge/fill.ts';
import type { Site } from '../knowledge/site.ts';

const words = {
  en: {
    read: 'Read',
    also: 'Also possible',
    seen: 'Also seen',
    staff: 'Goes to staff by itself.',
    meant: 'Did you mean',
    none: 'No entry fits.',
    nearest: 'Nearest',
    sure: 'confidence',
  },
  zh: {
    read: '读取到',
    also: '也可能是',
    seen: '日志里还有',
    staff: '将自动转交人工支持。',
    meant: '您是不是想用',
    none: '没有匹配的条目。',
    nearest: '最接近',
    sure: '置信度',
  },
} as const;

export interface Judged {
  readonly escalate: boolean;
  /** null where the name has nothing to do with the cause. */
  readonly name: NameCheck | null;
}

export function readableDiagnosis(
  diagnosis: Diagnosis,
  site: Site,
  language: Language,
  { escalate, name }: Judged,
): string {
  const { entry, evidence, alternatives } = diagnosis;
  const word = words[language];
  const others = alternatives.map((other) => `${other.title[language]} (${other.id})`).join(', ');
  const seen = diagnosis.alsoSeen.map((other) => `${other.entry.title[language]} ×${other.count}`).join(', ');
  if (entry === null) {
    return [word.none, ...(others === '' ? [] : [`${word.nearest}: ${others}`]), ''].join('\n');
  }
  return [
    `${heading(entry, evidence, language)}   [${entry.id}, ${word.sure} ${diagnosis.confidence.toFixed(2)}]`,
    '',
    fillSite(entry.cause[language], site),
    ...(diagnosis.upstream && entry.upstream !== undefined
      ? ['', fillSite(entry.upstream.note[language], site)]
      : []),
    '',
    ...entry.solution[language].map((step, index) => `  ${index + 1}. ${fillSite(step, site)}`),
    '',
    ...evidenceLines(evidence, word.read),
    ...(name?.didYouMean ? [`${word.meant}: ${name.didYouMean} (${problemText(name, language) ?? ''})`] : []),
    ...(seen === '' ? [] : [`${word.seen}: ${seen}`]),
    ...(others === '' ? [] : [`${word.also}: ${others}`]),
    ...(escalate ? [word.staff] : []),
    '',
  ].join('\n');
}

function heading(entry: Entry, evidence: Evidence, language: Language): string {
  return evidence.status === null ? entry.title[language] : `${evidence.status} · ${entry.title[language]}`;
}

function evidenceLines(evidence: Evidence, label: string): string[] {
  const facts = [
    evidence.status === null ? [] : [`status ${evidence.status}`],
    evidence.model === null ? [] : [`model ${evidence.model}`],
    evidence.endpoint === null ? [] : [evidence.endpoint],
    evidence.client === null ? [] : [`client ${evidence.client}`],
    evidence.retryAfter === null ? [] : [`retry after ${evidence.retryAfter} s`],
    evidence.requestId === null
      ? []
      : [
          `request id ${evidence.requestId}${evidence.requestTime === null ? '' : ` (${evidence.requestTime})`}`,
        ],
  ].flat();
  const lines = facts.length === 0 ? [] : [`${label}: ${facts.join(', ')}`];
  return evidence.line === null ? lines : [...lines, `  > ${evidence.line}`];
}
