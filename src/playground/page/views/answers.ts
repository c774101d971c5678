/** The line above a message that says what it answers: another message, or a command that somebody used. */
import { html, nothing, type TemplateResult } from 'lit';
import type { APIMessage } from '../../web/protocol.ts';
import { avatarOf } from '../avatar.ts';
import { messageType } from '../discord.ts';
import { asItIsNow, nameOf, personOf } from '../looks.ts';
import { plainText } from '../plain.ts';
import { aroundOf, type SeenPage, textsOf } from './page.ts';

export function answersView(page: SeenPage, message: APIMessage): TemplateResult | typeof nothing {
  const { seen } = page;
  const words = textsOf(page);
  const used = message.interaction_metadata;
  if (used !== undefined && 'name' in used && typeof used.name === 'string') {
    const name = personOf(seen, used.user.id)?.name ?? used.user.username;
    const isSlash = /^[a-z]/.test(used.name);
    return html`<discord-reply slot="reply" author=${name} avatar=${avatarOf(name)}
      >${words.used} <b class="used">${isSlash ? `/${used.name}` : used.name}</b></discord-reply
    >`;
  }
  if (message.message_reference === undefined || message.type === messageType.threadStarter) return nothing;
  const then = message.referenced_message;
  if (then === null || then === undefined)
    return html`<discord-reply slot="reply" deleted>${words.gone}</discord-reply>`;
  const replied = asItIsNow(seen, then);
  const name = nameOf(seen, replied);
  const text = plainText(replied.content, aroundOf(page)).slice(0, 200) || words.attachment;
  return html`<discord-reply slot="reply" author=${name} avatar=${avatarOf(name)} ?bot=${replied.author.bot}
    ><button
      type="button"
      class="replied"
      @click=${() => {
        page.actions.jump(replied.channel_id, replied.id);
      }}
    >
      ${text}
    </button></discord-reply
  >`;
}
