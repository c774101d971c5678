/** How to know a message of ours again that arrived although nobody heard of it. Discord does not show nonces later. */
import type { APIMessage } from 'discord.js';
import type { View } from '../views/view.ts';

type Fits = (message: APIMessage) => boolean;

/** Every button of a card carries the id of its incident. */
export function isCardOf(incidentId: string, me: string): Fits {
  return ({ author, components }) =>
    author.id === me && JSON.stringify(components ?? []).includes(`:${incidentId}"`);
}

export function isReplyLike(content: string, to: string | undefined, me: string, description?: string): Fits {
  return (message) =>
    message.author.id === me &&
    message.message_reference?.message_id === to &&
    message.content === content &&
    message.embeds[0]?.description === description;
}

export function isDigestLike({ embeds: [embed] }: View, me: string): Fits {
  return ({ author, embeds: [there] }) => author.id === me && there?.description === embed?.description;
}
