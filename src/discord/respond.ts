/** Answering an interaction, in whatever state it is. */
import { MessageFlags, type RepliableInteraction } from 'discord.js';

/**
 * Says something only this person sees: refusals, warnings, faults. Answers with advice are public instead, so that
 * staff and others with the same error can read them. A public "thinking…" is taken back first, since what
 * follows would otherwise take its place in public.
 */
export async function sayPrivately(interaction: RepliableInteraction, content: string): Promise<void> {
  const options = { content, flags: MessageFlags.Ephemeral } as const;
  if (interaction.replied) await interaction.followUp(options);
  else if (!interaction.deferred) await interaction.reply(options);
  else {
    await interaction.deleteReply();
    await interaction.followUp(options);
  }
}
