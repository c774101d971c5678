/** The look that the panes share. The page gives the colours; the fallbacks meet WCAG AA in light and dark. */
import { css } from 'lit';

export const paneStyles = css`
  :host {
    --bg: var(--page-bg, light-dark(#ffffff, #1e1f24));
    --text: var(--page-text, light-dark(#1d2129, #e6e8ec));
    --muted: var(--page-muted, light-dark(#59606b, #a9b0bb));
    --border: var(--page-border, light-dark(#858d99, #787f8b));
    --accent: var(--page-accent, light-dark(#0b57d0, #8ab4f8));
    --good: var(--page-good, light-dark(#116329, #7ee2a8));
    --bad: var(--page-bad, light-dark(#b3261e, #ff9d94));
    --warn: var(--page-warn, light-dark(#7a4d00, #f2c46d));
    --mark: var(--page-mark, light-dark(#fff1b8, #4d4116));
    display: block;
    background: var(--bg);
    color: var(--text);
    font-size: 0.875rem;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3 {
    margin: 1.2em 0 0.4em;
    line-height: 1.25;
  }
  h2 {
    margin-top: 0;
    font-size: 1.05rem;
  }
  h3 {
    font-size: 0.9rem;
  }
  p {
    margin: 0.4em 0;
  }
  .muted {
    color: var(--muted);
  }
  .good {
    color: var(--good);
  }
  .bad {
    color: var(--bad);
  }
  .warn {
    color: var(--warn);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    margin: 0.5rem 0;
  }
  .row > * {
    max-width: 100%;
  }
  button,
  select,
  textarea,
  .file {
    border: 1px solid var(--border);
    border-radius: 6px;
    background: var(--bg);
    color: var(--text);
    font: inherit;
  }
  button,
  select,
  .file {
    min-height: 2.25rem;
    max-width: 100%;
    padding: 0.25rem 0.75rem;
    cursor: pointer;
  }
  button:disabled {
    color: var(--muted);
    border-style: dashed;
    cursor: not-allowed;
  }
  button.plain {
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    text-align: start;
    text-decoration: underline;
  }
  textarea {
    display: block;
    width: 100%;
    padding: 0.5rem;
    font:
      0.875rem/1.5 ui-monospace,
      monospace;
  }
  :is(button, select, textarea, summary, pre, input):focus-visible,
  .file:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  summary {
    cursor: pointer;
  }
  ul,
  ol {
    margin: 0.4em 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 0.4rem 0 0.4rem 0.75rem;
    border-inline-start: 3px solid var(--border);
    margin-block: 0.4rem;
  }
  li.bad {
    border-color: var(--bad);
    color: inherit;
  }
  li.warn {
    border-color: var(--warn);
    color: inherit;
  }
  code {
    font:
      0.875em ui-monospace,
      monospace;
    white-space: pre-wrap;
  }
  [aria-busy='true'] {
    opacity: 0.7;
  }
`;
