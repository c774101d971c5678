/** Rules that span entries: ids, codes, signatures, links, bare codes. Pure; returns every fault at once. */
import type { Entry } from './entry.ts';
import type { Fault } from './fault.ts';
import type { Site } from './site.ts';

export function entryFile(id: string): string {
  return `knowledge/${id}.yaml`;
}

export function crossFaults(entries: readonly Entry[], site: Site): Fault[] {
  return [
    ...claimedTwice(entries, 'codes', (entry) => entry.codes.map((code) => code.toLowerCase())),
    ...claimedTwice(entries, 'signatures', (entry) => allSignatures(entry).map(squeezed)),
    ...claimedTwice(entries, 'aliases', (entry) => [...entry.aliases.en, ...entry.aliases.zh].map(squeezed)),
    ...claimedTwice(entries, 'status', (entry) =>
      entry.status.map((code) => `${code} with priority ${entry.priority}`),
    ),
    ...entries.flatMap((entry) => unknownLinks(entry, site)),
  ];
}

function allSignatures({ signatures, upstream }: Entry): string[] {
  return [...signatures, ...(upstream?.signatures ?? [])];
}

/** Two entries that claim the same text would make the answer depend on the order of files. */
function claimedTwice(entries: readonly Entry[], path: string, claims: (entry: Entry) => string[]): Fault[] {
  const owners = new Map<string, string>();
  const faults: Fault[] = [];
  for (const entry of entries) {
    for (const claim of new Set(claims(entry))) {
      const owner = owners.get(claim);
      if (owner === undefined) owners.set(claim, entry.id);
      else {
        faults.push({
          file: entryFile(entry.id),
          path,
          message: `"${claim}" is claimed by ${owner} too`,
          hint:
            path === 'status'
              ? 'give the two entries different priorities'
              : 'keep it in the entry that it names best',
        });
      }
    }
  }
  return faults;
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}

function unknownLinks(entry: Entry, site: Site): Fault[] {
  return entry.links
    .filter((key) => !(key in site.links))
    .map((key) => ({
      file: entryFile(entry.id),
      path: 'links',
      message: `no link is called "${key}"`,
      hint: `add it to site.yaml, or use one of ${Object.keys(site.links).join(', ')}`,
    }));
}
