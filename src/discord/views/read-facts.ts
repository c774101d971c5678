/** "What was read": the facts of a report, every one of them quoted. */
import type { Facts } from '../../escalation/report.ts';
import type { Say } from '../language/words.ts';
import { codeBlock, inlineCode, lines, moment } from './text.ts';

/** Longest quote of each kind; together they stay below the share of their field. */
const most = { short: 100, line: 300 };

/** `503` · `gpt-4o` · `20260101…` (time), one a line, then the decisive line. */
export function readFacts(facts: Facts, say: Say): string {
  return lines(
    facts.status !== null && `${say('answer.status')}: ${facts.status}`,
    facts.code !== null && `${say('answer.code')}: ${inlineCode(facts.code, most.short)}`,
    facts.model !== null && `${say('answer.model')}: ${inlineCode(facts.model, most.short)}`,
    requestIdText(facts, say),
    quotedLine(facts),
  );
}

/** The line that decided; empty where it is the bare code, which stands there already. */
export function quotedLine({ line, status }: Facts): string {
  return line === null || line.trim() === String(status) ? '' : codeBlock(line, most.line);
}

function requestIdText({ requestId, requestTime }: Facts, say: Say): string {
  if (requestId === null) return '';
  return `${say('answer.requestId')}: ${inlineCode(requestId, most.short)} ${moment(requestTime)}`.trimEnd();
}
