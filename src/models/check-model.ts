/** Whether the platform has a model, under which name, and for whom: the look-alikes on the list as it is now. */
import { createCheckName, type NameCheck } from './look-alikes/check-name.ts';
import type { Catalogue } from './model.ts';
import { rememberLast, rememberSome } from './remember.ts';

export interface ModelCheck extends NameCheck {
  /** shipped: the list says nothing of this platform. */
  readonly source: Catalogue['source'];
  /** Groups of tokens that may call it, or the one that is meant; null when there is none, or the list does not tell. */
  readonly groups: readonly string[] | null;
  /** Whether the group asked for is one of them; null when that cannot be told. */
  readonly inGroup: boolean | null;
}

/** Names whose check is kept. */
const mostRemembered = 200;

/** group: as the gateway prints it; null when it did not. */
export type CheckModel = (name: string, group: string | null) => ModelCheck;

/** @param shipped names that are known in the world, so that one of them is never taken for a slip of the finger in another */
export function createCheckModel(catalogue: () => Catalogue, shipped: Catalogue): CheckModel {
  const known = shipped.models.map(({ name }) => name);
  const prepare = rememberLast((models: Catalogue['models']) => ({
    // One report asks some times for the same name: whether staff are called, for the answer, for the card.
    checkName: rememberSome(
      createCheckName(
        models.map(({ name }) => name),
        known,
      ),
      mostRemembered,
    ),
    groups: new Map(models.map(({ name, groups }) => [name, groups])),
  }));
  // Now, so that the first report does not wait for it.
  prepare(catalogue().models);
  return (name, group) => {
    const now = catalogue();
    const { checkName, groups } = prepare(now.models);
    const check = checkName(name);
    const having = groups.get(check.didYouMean ?? name) ?? null;
    return {
      ...(now.source === 'shipped' && isLowerCase(name, check) ? { ...check, ...asItIs } : check),
      source: now.source,
      groups: having,
      inGroup: group === null || having === null ? null : isAmong(group, having, now.autoGroups),
    };
  };
}

const asItIs = { offered: true, didYouMean: null, nearest: [], slips: [] } as const;

/** Platforms write names in small letters that their makers write in capitals; only their own list tells which. */
function isLowerCase(name: string, { didYouMean }: NameCheck): boolean {
  return didYouMean !== null && name !== didYouMean && name === didYouMean.toLowerCase();
}

/** `auto(vip)` is the group vip, tried by "auto"; plain `auto` is any that "auto" tries. */
function isAmong(group: string, having: readonly string[], autoGroups: readonly string[]): boolean | null {
  const tried = /^auto\((.+)\)$/.exec(group)?.[1];
  if (group !== 'auto') return having.includes(tried ?? group) || having.includes('all');
  return autoGroups.length === 0 ? null : autoGroups.some((one) => having.includes(one));
}
