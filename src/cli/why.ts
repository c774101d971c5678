/** `errdesk diagnose --why`: how a text was read, as tables for a terminal. Pure. */
import type { Evidence } from '../diagnosis/diagnosis.ts';
import type { Explanation, Span } from '../diagnosis/explanation.ts';
import type { Language } from '../knowledge/entry.ts';
import { verdictText, whyWords, type WhyWords } from '../playground/workbench/why-words.ts';

/** Characters of a cell, and lines of the text that are printed. */
const widestCell = 60;
const mostLines = 40;

/** ms: how long the reading took. */
export function readableExplanation(explanation: Explanation, ms: number, language: Language): string {
  const word = whyWords[language];
  const { addends, ranking, redacted, cut } = explanation;
  return [
    headline(explanation, ms, word),
    ...section(word.reasons, [
      ...addends.map(({ name, worth }) => [signed(worth), name, word.addends[name]]),
      ...(addends.length === 0 ? [] : [[`=${explanation.confidence.toFixed(2)}`, word.sum]]),
    ]),
    ...section(
      word.ranking,
      ranking.map((row) => [
        row.score.toFixed(2),
        row.entryId,
        word.spans[row.tier],
        word.parts[row.part],
        oneLine(row.text),
      ]),
    ),
    ...section(word.evidence, facts(explanation.evidence, word)),
    ...section(
      word.text,
      markedLines(redacted, explanation.spans).map((line) => [line]),
    ),
    ...(cut ? ['', word.cut] : []),
    '',
  ].join('\n');
}

function headline(explanation: Explanation, ms: number, word: WhyWords): string {
  const { confidence, threshold } = explanation;
  return (
    `${verdictText(explanation, word)}\n` +
    `${word.confidence} ${confidence.toFixed(2)}, ${word.needed} ${threshold.value.toFixed(2)} ` +
    `(${word.threshold[threshold.name]}); ${ms.toFixed(2)} ms`
  );
}

/** Columns under a heading; the last one is as wide as it likes. */
function section(heading: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, column) => Math.max(most[column] ?? 0, widthOf(cell))),
    [],
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)),
    );
  return ['', heading, ...rows.map((row) => `  ${line(row).join('  ')}`.trimEnd())];
}

/** Chinese characters are two columns wide. */
function widthOf(cell: string): number {
  return cell.length + (cell.match(/[\u2e80-\u9fff\uff00-\uffef]/g)?.length ?? 0);
}

function facts(evidence: Evidence, word: WhyWords): string[][] {
  return Object.entries(evidence).flatMap(([name, value]: [string, string | number | null]) =>
    value === null || name === 'line' ? [] : [[word.facts[name as keyof Evidence], String(value)]],
  );
}

/** The text with `>` before the decisive lines; of a long one, what is round them. */
function markedLines(text: string, spans: readonly Span[]): string[] {
  const decisive = spans.filter(({ kind }) => kind === 'decisive');
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const [start, end] = [offset, offset + line.length];
    offset = end + 1;
    const marked = decisive.some((span) => span.start < end && span.end > start);
    return { marked, text: `${marked ? '>' : ' '} ${line}` };
  });
  const first = Math.max(0, lines.findIndex(({ marked }) => marked) - mostLines / 2);
  return lines.slice(first, first + mostLines).map((line) => line.text);
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= widestCell ? line : `${line.slice(0, widestCell - 1)}…`;
}

function signed(worth: number): string {
  return `${worth < 0 ? '-' : '+'}${Math.abs(worth).toFixed(2)}`;
}
