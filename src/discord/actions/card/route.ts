/** The controls of a card: for the staff of that desk. */
import type { Incident } from '../../../escalation/incident.ts';
import type { CustomId } from '../../custom-id.ts';
import { languageOfLocale } from '../../language/language-of.ts';
import { isStaff } from '../../permissions.ts';
import { sayPrivately } from '../../respond.ts';
import type { Services } from '../../services.ts';
import type { ControlInteraction } from '../control.ts';
import { pressClaim, pressDismiss, pressReopen } from './moves.ts';
import { giveReply, pressReply } from './reply.ts';
import { giveNote, pressResolve } from './resolve.ts';
import { pressThread } from './thread.ts';
import type { CardUse } from './use.ts';

type CardId = Extract<CustomId, { on: 'card' }>;

export async function useCard(
  interaction: ControlInteraction,
  id: CardId,
  services: Services,
): Promise<void> {
  const say = services.words[languageOfLocale(interaction.locale)];
  const incident = await services.incidents.find(id.id);
  if (incident === null) return sayPrivately(interaction, say('staff.expired'));
  if (!(await mayUse(interaction, incident, services))) return sayPrivately(interaction, say('staff.only'));
  await run(id, { interaction, incident, services, say });
}

/** Staff of the incident's own desk: a role of another server, where the same bot is, counts for nothing here. */
async function mayUse(
  interaction: ControlInteraction,
  { guildId, card }: Incident,
  { settingsOf }: Services,
): Promise<boolean> {
  const settings = await settingsOf(guildId);
  const desks = [settings.supportChannelId, card?.channelId];
  const here =
    interaction.guildId !== null &&
    (interaction.guildId === guildId || desks.includes(interaction.channelId));
  return here && isStaff(interaction, settings);
}

async function run({ action }: CardId, use: CardUse): Promise<void> {
  const { interaction, say } = use;
  if (interaction.isButton()) {
    const press = {
      claim: pressClaim,
      resolve: pressResolve,
      reply: pressReply,
      thread: pressThread,
      dismiss: pressDismiss,
      reopen: pressReopen,
      note: null,
      send: null,
    };
    const chosen = press[action];
    if (chosen !== null) return chosen({ ...use, interaction });
  }
  if (interaction.isModalSubmit() && action === 'note') return giveNote({ ...use, interaction });
  if (interaction.isModalSubmit() && action === 'send') return giveReply({ ...use, interaction });
  await sayPrivately(interaction, say('staff.expired'));
}
