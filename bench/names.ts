/**
 * How right and how fast the look-alikes are, beside plain Fuse.js and plain Levenshtein distance on the same names in
 * the same run: `node bench/names.ts`.
 */
import { distance as levenshtein } from 'fastest-levenshtein';
import Fuse from 'fuse.js';
import { createCheckName } from '../src/models/look-alikes/check-name.ts';
import { wordsOf } from '../src/models/look-alikes/parts.ts';
import { makeMistakes } from '../test/models/look-alikes/mistakes.ts';
import { shippedNames, wrongNames } from '../test/models/look-alikes/wrong-names.ts';

/** The name that a way of searching puts first. */
type First = (name: string) => string | null;

const ways: Readonly<Record<string, (names: readonly string[]) => First>> = {
  errdesk: (names) => {
    const check = createCheckName(names, shippedNames);
    return (name) => check(name).didYouMean ?? check(name).nearest[0] ?? null;
  },
  'Fuse.js': (names) => {
    const fuse = new Fuse(names);
    return (name) => fuse.search(name, { limit: 1 })[0]?.item ?? null;
  },
  Levenshtein: (names) => (name) => {
    let [best, least] = [null as string | null, Infinity];
    for (const other of names) {
      const apart = levenshtein(name, other);
      if (apart < least) [best, least] = [other, apart];
    }
    return best;
  },
};

const sameModel = (a: string, b: string): boolean =>
  wordsOf(a.toLowerCase()).join('') === wordsOf(b.toLowerCase()).join('');

const byHand = wrongNames.flatMap(({ name, didYouMean, accept, catalogue }) =>
  didYouMean === null
    ? []
    : [{ name, right: [didYouMean, ...(accept ?? [])], names: catalogue ?? shippedNames }],
);
const byMachine = makeMistakes(shippedNames, 40).map(({ name, right }) => ({ name, right: [right] }));

/** Other versions of the same names, until there are that many. */
function grownTo(size: number): string[] {
  const names = new Set(shippedNames);
  for (let round = 1; names.size < size; round += 1)
    for (const name of shippedNames)
      names.add(name.replace(/\d/g, (digit) => String((Number(digit) + round) % 10)) + `-r${round}`);
  return [...names].slice(0, size);
}

function share(right: number, of: number): string {
  return `${right}/${of} ${((100 * right) / of).toFixed(1)} %`;
}

process.stdout.write('the right name first\n');
for (const [way, make] of Object.entries(ways)) {
  const first = make(shippedNames);
  const hand = byHand.filter(({ name, right, names }) =>
    right.includes((names === shippedNames ? first : make(names))(name) ?? ''),
  );
  const machine = byMachine.filter(({ name, right }) => sameModel(first(name) ?? '', right[0] ?? ''));
  process.stdout.write(
    `  ${way.padEnd(12)} by hand ${share(hand.length, byHand.length).padEnd(16)} by machine ${share(machine.length, byMachine.length)}\n`,
  );
}

const check = createCheckName(shippedNames);
const unlike = wrongNames.filter(({ offered, didYouMean }) => !offered && didYouMean === null);
const claims = unlike.filter(
  ({ name, catalogue }) =>
    (catalogue === undefined ? check : createCheckName(catalogue, shippedNames))(name).didYouMean !== null,
);
process.stdout.write(`another model taken for the one meant: ${share(claims.length, unlike.length)}\n`);

for (const names of [shippedNames, grownTo(20_000)]) {
  process.stdout.write(`\none name of ${names.length}\n`);
  for (const [way, make] of Object.entries(ways)) {
    const work = way === 'errdesk' ? createCheckName(names) : make(names);
    const slow = way !== 'errdesk' && names.length > 5000;
    const times = [...byHand, ...byMachine].slice(0, slow ? 150 : undefined).map(({ name }) => {
      const start = performance.now();
      work(name);
      return performance.now() - start;
    });
    times.sort((a, b) => a - b);
    const quantile = (part: number): string =>
      (times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0).toFixed(3).padStart(9);
    process.stdout.write(`  ${way.padEnd(12)} p50 ${quantile(0.5)} ms   p99 ${quantile(0.99)} ms\n`);
  }
}
