/** Where in a YAML text a field stands, so that a fault can be shown there. Pure. */
import { type Document, isMap, isScalar, isSeq, type LineCounter } from 'yaml';

export interface Position {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** Finds `solution.zh[2]`, or what of it there is; undefined where there is nothing at all. */
export type Locate = (path: string) => Position | undefined;

export function createLocate(document: Document, lines: LineCounter): Locate {
  return (path) => {
    let node: unknown = document.contents;
    let offset: number | undefined;
    for (const key of path.split(/[.[\]]+/).filter((part) => part !== '')) {
      const step = stepInto(node, key);
      if (step === undefined) break;
      node = step.node;
      offset = step.offset ?? offset;
    }
    return offset === undefined ? undefined : positionAt(lines, offset);
  };
}

export function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function stepInto(node: unknown, key: string): { node: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    return pair === undefined ? undefined : { node: pair.value, offset: startOf(pair.key) };
  }
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  return undefined;
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly [number, number, number] | null }).range?.[0];
}
