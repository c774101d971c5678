/** The buttons and the select under an answer. */
import {
  ButtonStyle,
  ComponentType,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js';
import type { Report } from '../../escalation/report.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type Action, encodeCustomId } from '../custom-id.ts';
import type { Say } from '../language/words.ts';
import { headline } from './headline.ts';
import { textQuestion } from './question.ts';
import { clip } from './text.ts';
import type { Row } from './view.ts';

/** The value of "None of these". No entry can have it: ids of entries begin with a letter or digit. */
export const noneOfThese = '-';

/** Longest model name that is asked for and kept. */
export const longestModelName = 100;

/**
 * Whether the model's name looks wrong. asked: staff get the case only when the person says that the name is right;
 * told: staff have the case, and the name can still be mended.
 */
export type NameDoubt = 'none' | 'asked' | 'told';

/** *Solved*, *Still stuck* or *The name is right → staff* or *Add the model name*, *Not this*. */
export function answerButtons(report: Report, doubt: NameDoubt, say: Say): Row {
  const button = (
    action: Action,
    label: string,
    style: ButtonStyle.Success | ButtonStyle.Primary | ButtonStyle.Secondary,
  ) => ({
    type: ComponentType.Button as const,
    custom_id: encodeCustomId(action, report.id),
    label: clip(label, 80),
    style,
  });
  const solved = button('solved', say('button.solved'), ButtonStyle.Success);
  const toStaff = say(doubt === 'asked' ? 'button.nameRight' : 'button.stuck');
  const stuck = report.caseId === null ? [button('stuck', toStaff, ButtonStyle.Primary)] : [];
  const nameWanted = report.caseId !== null && (report.model === null || doubt === 'told');
  return {
    type: ComponentType.ActionRow,
    components: [
      // Where only the platform can act, the way to staff comes first.
      ...(report.upstream ? [...stuck, solved] : [solved, ...stuck]),
      ...(nameWanted
        ? [
            button(
              'model',
              say(report.model === null ? 'button.model' : 'button.mendName'),
              ButtonStyle.Primary,
            ),
          ]
        : []),
      button('wrong', say('button.wrong'), ButtonStyle.Secondary),
    ],
  };
}

/** Under the word that staff have resolved it: for those whom that did not help. */
export function stillStuck({ id }: Report, say: Say): Row {
  const button = {
    type: ComponentType.Button as const,
    custom_id: encodeCustomId('again', id),
    label: clip(say('button.stuck'), 80),
    style: ButtonStyle.Secondary as const,
  };
  return { type: ComponentType.ActionRow, components: [button] };
}

/** The given causes to choose from, and "None of these". */
export function causeSelect(report: Report, entries: readonly Entry[], say: Say): Row {
  const options = entries.slice(0, 24).map((entry) => ({
    label: clip(headline(entry, null, report.language), 100),
    description: clip(entry.cause[report.language], 100),
    value: entry.id,
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: encodeCustomId('pick', report.id),
        placeholder: clip(say('select.placeholder'), 150),
        options: [...options, { label: clip(say('select.none'), 100), value: noneOfThese }],
      },
    ],
  };
}

export const modelField = 'model';

export function modelModal(report: Report, say: Say): APIModalInteractionResponseCallbackData {
  return {
    custom_id: encodeCustomId('name', report.id),
    title: clip(say('modal.title'), 45),
    components: [
      textQuestion(say('modal.label'), say('modal.description'), {
        custom_id: modelField,
        style: TextInputStyle.Short,
        placeholder: clip(say('modal.placeholder'), 100),
        min_length: 1,
        max_length: longestModelName,
        required: true,
      }),
    ],
  };
}
