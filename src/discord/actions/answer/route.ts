/** The controls under an answer: for the one who asked, the one whose error it is, and staff. */
import type { Report } from '../../../escalation/report.ts';
import type { CustomId } from '../../custom-id.ts';
import { languageOfLocale } from '../../language/language-of.ts';
import { isStaff } from '../../permissions.ts';
import { sayPrivately } from '../../respond.ts';
import type { Services } from '../../services.ts';
import type { ControlInteraction } from '../control.ts';
import { pressAgain } from './again.ts';
import { giveModel, pressModel } from './model.ts';
import { pickCause } from './pick.ts';
import { pressSolved } from './solved.ts';
import { pressStuck } from './stuck.ts';
import { redraw, type Use } from './use.ts';
import { pressWrong } from './wrong.ts';

type AnswerId = Extract<CustomId, { on: 'answer' }>;

export async function useAnswer(
  interaction: ControlInteraction,
  id: AnswerId,
  services: Services,
): Promise<void> {
  const say = services.words[languageOfLocale(interaction.locale)];
  const report = await services.reports.find(id.id);
  if (report === null) return sayPrivately(interaction, say('refusal.expired'));
  if (!(await mayUse(interaction, report, services)))
    return sayPrivately(interaction, say('refusal.notYours'));
  const use = { interaction, report, services };
  if (id.action === 'again' && interaction.isButton()) return pressAgain({ interaction, report, services });
  // Pressed on a picture of the past: show the present.
  if (report.state === 'settled') return redraw(use);
  await run(id, use);
}

async function mayUse(
  interaction: ControlInteraction,
  report: Report,
  { settingsOf }: Services,
): Promise<boolean> {
  if ([report.askerId, report.reporterId].includes(interaction.user.id)) return true;
  return interaction.guildId === report.guildId && isStaff(interaction, await settingsOf(report.guildId));
}

async function run({ action }: AnswerId, use: Use): Promise<void> {
  const { interaction, services } = use;
  if (interaction.isButton()) {
    const press = {
      solved: pressSolved,
      stuck: pressStuck,
      wrong: pressWrong,
      model: pressModel,
      pick: null,
      name: null,
      again: null,
    };
    const chosen = press[action];
    if (chosen !== null) return chosen({ ...use, interaction });
  }
  if (interaction.isStringSelectMenu() && action === 'pick') return pickCause({ ...use, interaction });
  if (interaction.isModalSubmit() && action === 'name') return giveModel({ ...use, interaction });
  await sayPrivately(interaction, services.words[use.report.language]('refusal.expired'));
}
