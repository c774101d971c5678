/** One page of `/cases`, and what could not be delivered. */
import { ButtonStyle, ComponentType } from 'discord.js';
import type { Refusal } from '../../../escalation/desk-stores.ts';
import type { IncidentPage } from '../../../escalation/incident.ts';
import type { Language } from '../../../knowledge/entry.ts';
import type { Say } from '../../language/words.ts';
import type { Services } from '../../services.ts';
import { incidentLine } from '../../views/incident-line.ts';
import { ago, clip, inlineCode, lines } from '../../views/text.ts';
import { colours, field, type Row, share, type View } from '../../views/view.ts';
import { encodePage, type PageOf } from './page-id.ts';

const perPage = 8;
const mostFailures = 5;

export async function listPage(
  guildId: string,
  wanted: PageOf,
  language: Language,
  services: Pick<Services, 'incidents' | 'refusals' | 'knowledge' | 'words'>,
): Promise<View> {
  const say = services.words[language];
  const filter = { guildId, state: wanted.state, most: perPage, skip: wanted.page * perPage };
  const found = await services.incidents.list({
    ...filter,
    ...(wanted.model !== '' && { model: wanted.model }),
  });
  const context = { ...services, language };
  const shown = found.incidents.map((incident) => incidentLine(incident, guildId, context));
  const failures = await services.refusals.latest(guildId, mostFailures);
  const pages = Math.max(1, Math.ceil(found.total / perPage));
  return {
    content: '',
    embeds: [
      {
        color: colours.question,
        title: clip(titleOf(wanted, say), share.title),
        description: shown.length === 0 ? say('cases.none') : clip(shown.join('\n'), 4000),
        fields: field(
          say('cases.failures'),
          lines(...failures.map((failure) => failureLine(failure, say))),
          1000,
        ),
        footer: {
          text: say('cases.page', {
            page: String(wanted.page + 1),
            pages: String(pages),
            total: String(found.total),
          }),
        },
      },
    ],
    components: turners(wanted, found, say),
  };
}

function titleOf({ state, model }: PageOf, say: Say): string {
  const name = state === 'unfinished' ? say('cases.unfinished') : say(`state.${state}`);
  return lines(say('cases.title', { state: name }), model !== '' && inlineCode(model, 80)).replace(
    '\n',
    ' · ',
  );
}

/** Shown only where there is something to turn to. */
function turners(wanted: PageOf, { total }: IncidentPage, say: Say): Row[] {
  const turn = (page: number, label: string) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    custom_id: encodePage({ ...wanted, page }),
    label: clip(label, 80),
  });
  const components = [
    ...(wanted.page > 0 ? [turn(wanted.page - 1, say('cases.earlier'))] : []),
    ...((wanted.page + 1) * perPage < total ? [turn(wanted.page + 1, say('cases.later'))] : []),
  ];
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

function failureLine({ kind, reason, at }: Refusal, say: Say): string {
  const what = say(kind === 'card' || kind === 'notice' ? `delivery.${kind}` : 'delivery.other');
  return say('cases.failure', { what, reason: clip(reason, 150), when: ago(at) });
}
