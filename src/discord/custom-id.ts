/** The ids of buttons, selects and modals: `v1:action:reportId`. State stays in the database. */

export const actions = ['solved', 'stuck', 'wrong', 'pick', 'model', 'name'] as const;

/** solved, stuck, wrong, model: buttons; pick: the select; name: the modal for the model name. */
export type Action = (typeof actions)[number];

export interface CustomId {
  readonly action: Action;
  readonly reportId: string;
}

export function encodeCustomId(action: Action, reportId: string): string {
  return `v1:${action}:${reportId}`;
}

/** Reads what comes from outside; null for anything that this version did not make. */
export function decodeCustomId(text: string): CustomId | null {
  const [, name, reportId] = /^v1:([a-z]+):([A-Z2-9]{10})$/.exec(text) ?? [];
  const action = actions.find((known) => known === name);
  return action === undefined || reportId === undefined ? null : { action, reportId };
}
