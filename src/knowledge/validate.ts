/** Rules that span entries: ids, codes, signatures, links, bare codes. Pure; returns every fault at once. */
import type { Entry } from './entry.ts';
import type { Fault } from './fault.ts';
import type { Site } from './site.ts';

export function entryFile(id: string): string {
  return `knowledge/${id}.yaml`;
}

export function crossFaults(entries: readonly Entry[], site: Site): Fault[] {
  return [...sharedClaims(entries).map(claimFault), ...entries.flatMap((entry) => unknownLinks(entry, site))];
}

/** Something that two entries claim, so that the answer would depend on the order of files. */
export interface SharedClaim {
  readonly entry: Entry;
  /** Where in the entry, e.g. `signatures[2]`. */
  readonly path: string;
  /** As it is compared: in lower case, of texts without blanks. */
  readonly claim: string;
  readonly written: string;
  /** The entry that claimed it first. */
  readonly owner: Entry;
}

/** entries: of two that claim the same, the later one is at fault. */
export function sharedClaims(entries: readonly Entry[]): SharedClaim[] {
  return [
    ...claimedTwice(entries, ({ codes }) => claimsOf('codes', codes, lowerCase)),
    ...claimedTwice(entries, ({ signatures, upstream }) => [
      ...claimsOf('signatures', signatures, squeezed),
      ...claimsOf('upstream.signatures', upstream?.signatures ?? [], squeezed),
    ]),
    ...claimedTwice(entries, ({ aliases }) => [
      ...claimsOf('aliases.en', aliases.en, squeezed),
      ...claimsOf('aliases.zh', aliases.zh, squeezed),
    ]),
    ...claimedTwice(entries, ({ status, priority }) =>
      claimsOf('status', status, (code) => `${code} with priority ${priority}`),
    ),
  ];
}

type Claim = Pick<SharedClaim, 'path' | 'claim' | 'written'>;

function claimsOf<T>(field: string, values: readonly T[], compared: (value: T) => string): Claim[] {
  return values.map((value, index) => ({
    path: `${field}[${index}]`,
    claim: compared(value),
    written: String(value),
  }));
}

function claimedTwice(entries: readonly Entry[], claims: (entry: Entry) => Claim[]): SharedClaim[] {
  const owners = new Map<string, Entry>();
  const shared: SharedClaim[] = [];
  for (const entry of entries) {
    for (const claim of claims(entry)) {
      const owner = owners.get(claim.claim) ?? entry;
      owners.set(claim.claim, owner);
      if (owner !== entry) shared.push({ ...claim, entry, owner });
    }
  }
  return shared;
}

export function claimFault({ entry, path, claim, owner }: SharedClaim): Fault {
  return {
    file: entryFile(entry.id),
    path,
    message: `"${claim}" is claimed by ${owner.id} too`,
    hint: path.startsWith('status')
      ? 'give the two entries different priorities'
      : 'keep it in the entry that it names best',
  };
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}

/** Links that site.yaml does not know. */
export function unknownLinks(entry: Entry, site: Site): Fault[] {
  return entry.links
    .filter((key) => !(key in site.links))
    .map((key) => ({
      file: entryFile(entry.id),
      path: 'links',
      message: `no link is called "${key}"`,
      hint: `add it to site.yaml, or use one of ${Object.keys(site.links).join(', ')}`,
    }));
}
