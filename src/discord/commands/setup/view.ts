/** What `/setup` shows. */
import type { GuildSettings } from '../../../escalation/guild.ts';
import type { Say } from '../../language/words.ts';
import type { Settings } from '../../services.ts';
import { placeSettings } from '../../settings.ts';
import { clip, lines } from '../../views/text.ts';
import { colours, field, plainView, type View } from '../../views/view.ts';

export function setupView(
  set: GuildSettings,
  defaults: Settings,
  missing: readonly string[],
  say: Say,
): View {
  const place = placeSettings(set, defaults);
  const marked = (text: string, own: unknown) => (own === null ? `${text} ${say('setup.default')}` : text);
  const channels = place.watchChannelIds.map((id) => `<#${id}>`).join(' ');
  const role = place.supportRoleId === null ? say('setup.none') : `<@&${place.supportRoleId}>`;
  const language =
    (place.language ?? defaults.defaultLanguage) === 'zh' ? 'command.chinese' : 'command.english';
  const faults = lines(...missing.map((sentence) => `• ${sentence}`));
  return plainView({
    color: missing.length === 0 ? colours.done : colours.claimed,
    title: say('setup.title'),
    ...(missing.length === 0 && { description: say('setup.allWell') }),
    fields: [
      ...field(say('setup.missing'), clip(faults, 1000), 1000),
      ...field(
        say('setup.supportChannel'),
        marked(`<#${place.supportChannelId}>`, set.supportChannelId),
        100,
        true,
      ),
      ...field(say('setup.staffRole'), marked(role, set.staffRoleId), 100, true),
      ...field(
        say('setup.watch'),
        marked(channels === '' ? say('setup.everyChannel') : channels, set.watchChannelIds),
        1000,
      ),
      ...field(say('setup.quiet'), say(place.quiet ? 'setup.yes' : 'setup.no'), 20, true),
      ...field(say('setup.language'), marked(say(language), set.language), 60, true),
      ...field(say('setup.retention'), say('setup.days', { days: String(set.retentionDays) }), 40, true),
    ],
  });
}
