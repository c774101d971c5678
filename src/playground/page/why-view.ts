/** An explanation as a template: verdict, addends, ranking, evidence, the text with its marks. */
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { Explanation, Ranked, Span } from '../../diagnosis/explanation.ts';
import type { Why } from '../workbench/answers.ts';
import { unansweredText, verdictText, type WhyWords } from '../workbench/why-words.ts';
import { piecesOf } from './marks.ts';
import type { PaneWords } from './pane-words.ts';

/** @param answered false: the message is one that the bot left without an answer */
export function whyView(
  why: Why,
  answered: boolean,
  words: WhyWords,
  pane: PaneWords['why'],
): TemplateResult {
  return html`
    <p role="status" class="verdict ${answered && why.verdict === 'answered' ? 'good' : 'warn'}">
      ${answered ? verdictText(why, words) : unansweredText(why, words)}
    </p>
    ${scale(why)}
    <p>
      ${words.confidence} <strong>${why.confidence.toFixed(2)}</strong>, ${words.needed}
      ${why.threshold.value.toFixed(2)} (${words.threshold[why.threshold.name]}) ·
      ${pane.milliseconds(why.ms)}
      ${why.secrets === 0 ? nothing : html`· <span class="bad">${words.secrets}: ${why.secrets}</span>`}
    </p>
    ${addendTable(why, words)} ${rankingList(why.ranking, words)} ${factList(why, words)}
    <h3 id="text">${words.text}</h3>
    ${why.cut ? html`<p class="muted">${words.cut}</p>` : nothing}
    <pre tabindex="0" role="region" aria-labelledby="text">${markedText(why, words)}</pre>
    ${markList(why, words, pane)}
  `;
}

/** How far the confidence reaches, and the line it has to pass; the numbers stand below. */
function scale({ confidence, threshold }: Explanation): TemplateResult {
  return html`<svg class="scale" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="track" width="100" height="10" /><rect
      class=${confidence >= threshold.value ? 'enough' : 'short'} width=${confidence * 100} height="10" /><rect
      class="line" x=${threshold.value * 100} width="0.8" height="10" />`}
  </svg>`;
}

function addendTable({ addends, confidence }: Explanation, words: WhyWords): TemplateResult | typeof nothing {
  if (addends.length === 0) return nothing;
  return html`<h3 id="reasons">${words.reasons}</h3>
    <table aria-labelledby="reasons">
      <tbody>
        ${addends.map(
          ({ name, worth }) =>
            html`<tr>
              <td class="number ${worth < 0 ? 'bad' : ''}">
                ${worth < 0 ? '−' : '+'}${Math.abs(worth).toFixed(2)}
              </td>
              <th scope="row">${words.addends[name]}</th>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <td class="number">${confidence.toFixed(2)}</td>
          <th scope="row">${words.sum}</th>
        </tr>
      </tfoot>
    </table>`;
}

function rankingList(ranking: readonly Ranked[], words: WhyWords): TemplateResult {
  return html`<h3>${words.ranking}</h3>
    ${ranking.length === 0 ? html`<p class="muted">${words.none}</p>` : nothing}
    <ol>
      ${ranking.map(
        ({ entryId, score, tier, part, text }) =>
          html`<li class=${part === 'decisive' ? 'first' : ''}>
            <strong>${entryId}</strong> ${score.toFixed(2)}
            <span class="muted">${words.spans[tier]} · ${words.parts[part]}</span>
            ${text === '' ? nothing : html`<br /><code>${text}</code>`}
          </li>`,
      )}
    </ol>`;
}

function factList({ evidence }: Explanation, words: WhyWords): TemplateResult | typeof nothing {
  const facts = (Object.keys(words.facts) as (keyof typeof words.facts)[]).filter(
    (name) => evidence[name] !== null,
  );
  if (facts.length === 0) return nothing;
  return html`<h3>${words.evidence}</h3>
    <dl>
      ${facts.map(
        (name) =>
          html`<dt>${words.facts[name]}</dt>
            <dd><code>${evidence[name]}</code></dd>`,
      )}
    </dl>`;
}

function markedText({ redacted, spans }: Explanation, words: WhyWords): unknown[] {
  return piecesOf(redacted, spans).map(({ text, spans: covering }) =>
    covering.length === 0
      ? text
      : html`<mark class=${kindsOf(covering).join(' ')} title=${titleOf(covering, words)}>${text}</mark>`,
  );
}

function kindsOf(spans: readonly Span[]): Span['kind'][] {
  return [...new Set(spans.map(({ kind }) => kind))];
}

function titleOf(spans: readonly Span[], words: WhyWords): string {
  return [...new Set(spans.map((span) => `${words.spans[span.kind]}: ${span.label}`))].join('\n');
}

const mostListed = 100;

/** What a title shows only to a mouse. */
function markList({ redacted, spans }: Explanation, words: WhyWords, pane: PaneWords['why']): unknown {
  if (spans.length === 0) return nothing;
  return html`<details>
    <summary>${pane.marks} (${spans.length})</summary>
    <ul>
      ${spans
        .slice(0, mostListed)
        .map(
          ({ kind, label, start, end }) =>
            html`<li>
              <mark class=${kind}>${words.spans[kind]}</mark> ${label}<br /><code
                >${redacted.slice(start, Math.min(end, start + 200))}</code
              >
            </li>`,
        )}
    </ul>
  </details>`;
}

/** Kinds differ in line, not in colour alone. */
export const whyStyles = css`
  .verdict {
    font-size: 1.1rem;
    font-weight: 600;
  }
  .scale {
    display: block;
    width: 100%;
    height: 0.6rem;
  }
  .track {
    fill: color-mix(in srgb, var(--border) 30%, transparent);
  }
  .enough {
    fill: var(--good);
  }
  .short {
    fill: var(--warn);
  }
  .line {
    fill: var(--text);
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.15rem 0.5rem 0.15rem 0;
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  tfoot :is(th, td) {
    border-block-start: 1px solid var(--border);
    font-weight: 600;
  }
  li.first {
    border-color: var(--good);
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(40%) 1fr;
    gap: 0.2rem 1rem;
    margin: 0.4em 0;
  }
  dt {
    color: var(--muted);
  }
  dd {
    margin: 0;
  }
  pre {
    position: relative;
    max-height: 24rem;
    overflow: auto;
    margin: 0.4em 0;
    padding: 0.75rem;
    border: 1px solid var(--border);
    border-radius: 6px;
    font:
      0.875rem/1.7 ui-monospace,
      monospace;
    white-space: pre-wrap;
  }
  mark {
    background: none;
    color: inherit;
    text-underline-offset: 0.25em;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 2px;
  }
  mark.decisive {
    background: var(--mark);
  }
  mark.exception {
    text-decoration-line: underline;
    text-decoration-style: dashed;
  }
  mark.hint {
    text-decoration-line: underline;
    text-decoration-style: dotted;
  }
  mark.code {
    text-decoration-line: underline;
    text-decoration-style: double;
  }
  mark.signature {
    text-decoration-line: underline;
    text-decoration-style: solid;
  }
  mark:is(.status, .model, .requestId, .endpoint) {
    border-radius: 3px;
    outline: 1px solid var(--good);
    color: var(--good);
    font-weight: 600;
  }
  mark.status {
    outline-color: var(--warn);
    color: var(--warn);
  }
  mark.secret {
    outline: 1px dashed var(--bad);
    color: var(--bad);
  }
`;
