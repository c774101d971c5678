/** What came of trying an entry, as a template: faults, then what failed, what was taken, and last what passed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from '../../knowledge/fault.ts';
import type { Conflict, Result, Stolen, Trial } from '../workbench/answers.ts';
import type { PaneWords } from './pane-words.ts';

type Words = PaneWords['entry'];
type GoTo = (line: number, column?: number) => void;

/** One sentence for a screen reader, too. */
export function summaryText(trial: Trial, words: Words): string {
  const { results, stolen, conflicts, faults, entryId, place } = trial;
  if (results.length === 0) return words.notRun(faults.length);
  const right = results.filter(({ ok }) => ok).length;
  const name = entryId === null || place === null ? '' : `${words[place](entryId)} `;
  return name + words.summary(right, results.length, stolen.length, conflicts.length, faults.length);
}

export function isSound({ results, stolen, conflicts, faults }: Trial): boolean {
  return results.every(({ ok }) => ok) && stolen.length + conflicts.length + faults.length === 0;
}

/** goTo: moves the cursor of the editor. */
export function trialView(trial: Trial, words: Words, goTo: GoTo): TemplateResult {
  const { faults, results, stolen, conflicts } = trial;
  const passed = results.filter(({ ok }) => ok);
  return html`
    ${group(words.faults, faults, (fault) => faultItem(fault, words, goTo))}
    ${group(words.conflicts, conflicts, (conflict) => conflictItem(conflict, words, goTo))}
    ${group(
      words.failed,
      results.filter(({ ok }) => !ok),
      (result) => resultItem(result, words, goTo),
    )}
    ${group(words.stolen, stolen, (one) => stolenItem(one, words))}
    ${
      passed.length === 0
        ? nothing
        : html`<details>
            <summary>${words.passed} (${passed.length})</summary>
            <ul>
              ${passed.map((result) => resultItem(result, words, goTo))}
            </ul>
          </details>`
    }
  `;
}

function group<T>(heading: string, items: readonly T[], item: (one: T) => TemplateResult) {
  if (items.length === 0) return nothing;
  return html`<h3>${heading} (${items.length})</h3>
    <ul>
      ${items.map(item)}
    </ul>`;
}

function lineButton(line: number | undefined, column: number | undefined, words: Words, goTo: GoTo) {
  if (line === undefined) return nothing;
  return html`<button
    type="button"
    class="plain"
    @click=${() => {
      goTo(line, column);
    }}
  >
    ${words.line(line)}
  </button>`;
}

function faultItem({ path, line, column, message, hint }: Fault, words: Words, goTo: GoTo): TemplateResult {
  const isPlace = path !== '' && !path.startsWith('line ');
  return html`<li class="bad">
    ${lineButton(line, column, words, goTo)} ${isPlace ? html`<code>${path}</code>` : nothing} ${message}
    <br /><span class="muted">${hint}</span>
  </li>`;
}

function conflictItem(
  { path, line, claim, entryId, hint }: Conflict,
  words: Words,
  goTo: GoTo,
): TemplateResult {
  return html`<li class="bad">
    ${lineButton(line, undefined, words, goTo)} <code>${path}</code> ${words.claimedBy(claim, entryId)}
    <br /><span class="muted">${hint}</span>
  </li>`;
}

function resultItem(result: Result, words: Words, goTo: GoTo): TemplateResult {
  const { kind, line, text, ok } = result;
  return html`<li class=${ok ? '' : 'bad'}>
    ${lineButton(line, undefined, words, goTo)} ${words[kind]}: ${outcome(result, words)}<br /><code
      >${text}</code
    >
  </li>`;
}

function outcome({ kind, ok, got, nearest, confidence }: Result, words: Words): string {
  if (kind === 'counterexample' && !ok) return words.leadsHere;
  return got === null ? words.silence(nearest, confidence.toFixed(2)) : words.leadsTo(got);
}

function stolenItem({ entryId, text, got }: Stolen, words: Words): TemplateResult {
  return html`<li class="warn">
    ${words.belongsTo(entryId)}: ${got === null ? words.silenced : words.leadsTo(got)}<br /><code
      >${text}</code
    >
  </li>`;
}
