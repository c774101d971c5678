/** From the id of a button, select or modal to what it does. Works after a restart: nothing is kept in memory. */
import type { Interaction } from 'discord.js';
import type { Report } from '../../escalation/report.ts';
import { decodeCustomId, type CustomId } from '../custom-id.ts';
import { languageOfLocale } from '../language/language-of.ts';
import { isStaff } from '../permissions.ts';
import { sayPrivately } from '../respond.ts';
import type { Services } from '../services.ts';
import { giveModel, pressModel } from './model.ts';
import { pickCause } from './pick.ts';
import { pressSolved } from './solved.ts';
import { pressStuck } from './stuck.ts';
import { type ControlInteraction, redraw, type Use } from './use.ts';
import { pressWrong } from './wrong.ts';

export async function useControl(interaction: ControlInteraction, services: Services): Promise<void> {
  const say = services.words[languageOfLocale(interaction.locale)];
  const id = decodeCustomId(interaction.customId);
  const report = id === null ? null : await services.reports.find(id.reportId);
  if (id === null || report === null) return sayPrivately(interaction, say('refusal.expired'));
  if (!mayUse(interaction, report, services)) return sayPrivately(interaction, say('refusal.notYours'));
  const use = { interaction, report, services };
  // Pressed on a picture of the past: show the present.
  if (report.state === 'settled') return redraw(use);
  await run(id, use);
}

/** The one who asked, the one whose error it is, and staff. */
function mayUse(interaction: ControlInteraction, report: Report, { settings }: Services): boolean {
  return [report.askerId, report.reporterId].includes(interaction.user.id) || isStaff(interaction, settings);
}

async function run({ action }: CustomId, use: Use): Promise<void> {
  const { interaction, services } = use;
  if (interaction.isButton()) {
    const press = {
      solved: pressSolved,
      stuck: pressStuck,
      wrong: pressWrong,
      model: pressModel,
      pick: null,
      name: null,
    };
    const chosen = press[action];
    if (chosen !== null) return chosen({ ...use, interaction });
  }
  if (interaction.isStringSelectMenu() && action === 'pick') return pickCause({ ...use, interaction });
  if (interaction.isModalSubmit() && action === 'name') return giveModel({ ...use, interaction });
  await sayPrivately(interaction, services.words[use.report.language]('refusal.expired'));
}

/** Modals of ours always come from a message. */
export function isControl(interaction: Interaction): interaction is ControlInteraction {
  if (interaction.isButton() || interaction.isStringSelectMenu()) return true;
  return interaction.isModalSubmit() && interaction.isFromMessage();
}
