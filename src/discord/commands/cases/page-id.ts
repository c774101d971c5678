/**
 * The ids of the buttons that turn the pages of `/cases`: `v1:page:<state>.<number>:<model>`. A page is no state worth
 * a row in the database, and whoever forges one sees what they could have asked for.
 */

/** Shorter than Discord's 100 for a whole id by more than the rest needs: an id is never cut. */
export const longestFilter = 70;
const mostPages = 9999;

export const listStates = ['unfinished', 'open', 'claimed', 'resolved', 'dismissed'] as const;

/** unfinished: open and claimed, what there is to do. */
export type ListState = (typeof listStates)[number];

export interface PageOf {
  readonly state: ListState;
  /** Empty: every model. */
  readonly model: string;
  /** The first is 0. */
  readonly page: number;
}

export function encodePage({ state, model, page }: PageOf): string {
  return `v1:page:${state}.${Math.min(page, mostPages)}:${model}`;
}

/** Reads what comes from outside; null for anything that this version did not make. */
export function decodePage(text: string): PageOf | null {
  const [, name, page, model] = /^v1:page:([a-z]+)\.(\d{1,4}):([^]*)$/.exec(text) ?? [];
  const state = listStates.find((known) => known === name);
  if (state === undefined || model === undefined || model.length > longestFilter) return null;
  return { state, model, page: Number(page) };
}
