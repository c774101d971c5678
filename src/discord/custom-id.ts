/** The ids of buttons, selects and modals: `v1:action:shortId`. State stays in the database. */

/**
 * solved, stuck, wrong, model: buttons under an answer; pick: its select; name: the modal for the model name; again:
 * the button under the word that it is resolved.
 */
export const answerActions = ['solved', 'stuck', 'wrong', 'pick', 'model', 'name', 'again'] as const;

/** Buttons of a card; note: the modal of *Resolve*; send: the modal of *Reply*. */
export const cardActions = [
  'claim',
  'resolve',
  'note',
  'reply',
  'send',
  'thread',
  'dismiss',
  'reopen',
] as const;

export const actions = [...answerActions, ...cardActions] as const;

export type AnswerAction = (typeof answerActions)[number];
export type CardAction = (typeof cardActions)[number];
export type Action = AnswerAction | CardAction;

/** On a report, or on an incident. */
export type CustomId =
  | { readonly on: 'answer'; readonly action: AnswerAction; readonly id: string }
  | { readonly on: 'card'; readonly action: CardAction; readonly id: string };

export function encodeCustomId(action: Action, id: string): string {
  return `v1:${action}:${id}`;
}

/** Reads what comes from outside; null for anything that this version did not make. */
export function decodeCustomId(text: string): CustomId | null {
  const [, name, id] = /^v1:([a-z]+):([A-Z2-9]{10})$/.exec(text) ?? [];
  if (id === undefined) return null;
  const onAnswer = answerActions.find((known) => known === name);
  if (onAnswer !== undefined) return { on: 'answer', action: onAnswer, id };
  const onCard = cardActions.find((known) => known === name);
  return onCard === undefined ? null : { on: 'card', action: onCard, id };
}
