/** Moves the cursor of a text area to a line and brings it into view. */

/** line, column: from 1. */
export function moveCursor(area: HTMLTextAreaElement, line: number, column = 1): void {
  const lines = area.value.split('\n');
  const before = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const length = lines[line - 1]?.length ?? 0;
  area.focus();
  area.setSelectionRange(before + Math.min(column - 1, length), before + length);
  const height = area.scrollHeight / Math.max(lines.length, 1);
  area.scrollTop = Math.max(0, (line - 1) * height - area.clientHeight / 3);
}
