/** Is this model offered, and if not, which one is meant? Pure; built once for a list of names. */
import { findClaim } from './claim.ts';
import { createNameIndex } from './name-index.ts';
import { findNearest } from './nearest.ts';
import { takeApart } from './parts.ts';
import type { Slip } from './slip.ts';
import { slipsOf } from './slips-of.ts';
import { readWritten } from './written.ts';

export interface NameCheck {
  /** Exactly this name is on the list: names are case sensitive. */
  readonly offered: boolean;
  /** A claim: the same model, wrongly written. Another version, size or variant never stands here. */
  readonly didYouMean: string | null;
  /** At most five names like it, the most alike first, `didYouMean` before all; empty when it is offered. */
  readonly nearest: readonly string[];
  /** What is wrong in how it is written, in the order of the name. */
  readonly slips: readonly Slip[];
}

export type CheckName = (name: string) => NameCheck;

const mostNearest = 5;
/** Nothing that is longer is a name; what is longer is not compared, so that no text can take long. */
const longestName = 200;
/** With blanks and the like round it. */
const mostRead = 1000;

/**
 * @param offered the names to compare with
 * @param known names that are known in the world: one of them is never taken for a slip of the finger in another
 * @returns a function that never throws, whatever the text
 */
export function createCheckName(offered: readonly string[], known: readonly string[] = offered): CheckName {
  const index = createNameIndex(offered);
  const world = known === offered ? index : createNameIndex(known);
  return (name) => {
    if (index.byName.has(name)) return { offered: true, didYouMean: null, nearest: [], slips: [] };
    const written = readWritten(readable(name));
    if (written.text.length > longestName) return { ...nothingLike, slips: written.slips };
    if (!/[\p{L}\d]/u.test(written.text)) return { ...nothingLike, slips: [{ kind: 'empty' }] };
    const { text } = written;
    const reading = { text, parts: takeApart(text) };
    const same = index.byName.get(text);
    const claim = same === undefined ? findClaim(reading, index, world) : { listed: same, slips: [] };
    const near = findNearest(text, reading.parts, index, mostNearest);
    const meant = claim?.listed.name ?? null;
    return {
      offered: false,
      didYouMean: meant,
      nearest: (meant === null ? near : [meant, ...near.filter((other) => other !== meant)]).slice(
        0,
        mostNearest,
      ),
      slips: claim === null ? written.slips : slipsOf(written, reading.parts, claim.listed, claim.slips),
    };
  };
}

const nothingLike = { offered: false, didYouMean: null, nearest: [] } as const;

/** Any number of blanks round a name is as good as one; what is still long is no name, and need not be read whole. */
function readable(name: string): string {
  if (name.length <= mostRead) return name;
  const inner = name.trim();
  const [before, after] = [name.startsWith(inner) ? '' : ' ', name.endsWith(inner) ? '' : ' '];
  return `${before}${inner.slice(0, mostRead)}${after}`;
}
