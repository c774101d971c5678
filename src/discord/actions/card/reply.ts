/** *Reply*: a word of staff under the message of one reporter, or of all who wait. */
import type {
  APISelectMenuOption,
  ButtonInteraction,
  Client,
  ModalMessageModalSubmitInteraction,
} from 'discord.js';
import type { IncidentFile } from '../../../escalation/incident.ts';
import type { Report } from '../../../escalation/report.ts';
import type { Say } from '../../language/words.ts';
import { sayPrivately } from '../../respond.ts';
import { everybody, recipientField, replyField, replyModal } from '../../views/card-controls.ts';
import { clip } from '../../views/text.ts';
import { logMove } from './outcome.ts';
import type { CardUse } from './use.ts';
import { written } from './written.ts';

export async function pressReply({
  interaction,
  incident,
  services,
  say,
}: CardUse<ButtonInteraction>): Promise<void> {
  const file = await services.incidents.file(incident.id);
  if (file === null || file.recent.length === 0)
    return sayPrivately(interaction, say('staff.noOneToReplyTo'));
  await interaction.showModal(replyModal(file, recipients(file, interaction.client, say), say));
}

export async function giveReply(use: CardUse<ModalMessageModalSubmitInteraction>): Promise<void> {
  const { interaction, incident, services, say } = use;
  const text = written(interaction, replyField, services);
  if (text === null) return sayPrivately(interaction, say('staff.noText'));
  const caseId = chosenCase(interaction);
  const by = interaction.user.id;
  const moved = await services.incidents.reply(incident.id, by, text, interaction.id, caseId);
  services.nudge();
  logMove(moved, use);
  const said = { done: 'staff.replySent', lost: 'staff.noOneToReplyTo', gone: 'staff.expired' } as const;
  await sayPrivately(interaction, say(said[moved.kind]));
}

/** The latest report of each of the latest people, newest first, and then everybody. */
function recipients(file: IncidentFile, client: Client, say: Say): APISelectMenuOption[] {
  const byPerson = new Map<string, Report>();
  for (const report of file.recent) {
    if (report.caseId !== null && !byPerson.has(report.reporterId)) byPerson.set(report.reporterId, report);
  }
  if (byPerson.size < 2) return [];
  const people = [...byPerson.values()].map((report, index) => ({
    label: clip(`${nameOf(report.reporterId, client)} · ${report.caseId ?? ''}`, 100),
    value: report.caseId ?? '',
    default: index === 0,
  }));
  return [
    ...people,
    { label: say('replyModal.everyone', { count: String(file.reporterCount) }), value: everybody },
  ];
}

function nameOf(userId: string, client: Client): string {
  return client.users.cache.get(userId)?.displayName ?? userId;
}

/** undefined: everybody who waits. */
function chosenCase({ fields }: ModalMessageModalSubmitInteraction): string | undefined {
  if (!fields.fields.has(recipientField)) return undefined;
  const [chosen] = fields.getStringSelectValues(recipientField);
  return chosen === everybody ? undefined : chosen;
}
