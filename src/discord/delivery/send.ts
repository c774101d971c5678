/** One new message, sent so that repeating it is harmless. */
import {
  type APIAllowedMentions,
  type APIMessage,
  RateLimitError,
  type REST,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import type { Delivered, Sending } from '../../escalation/deliverer.ts';
import type { View } from '../views/view.ts';

export interface Outgoing extends Partial<View> {
  /** Whom it pings; nobody else is pinged, whatever the text says. */
  readonly pings?: Pick<APIAllowedMentions, 'users' | 'roles'>;
  /** The message that it replies to. It fails when that is gone. */
  readonly replyTo?: string;
}

/** Where an earlier attempt would stand, and how to know it. */
export interface Trace {
  /** It cannot be older than this message or moment (milliseconds). */
  readonly after: string | number;
  readonly fits: (message: APIMessage) => boolean;
}

/** Discord gives no more in one request. */
const page = 100;

/** @throws what Discord's refusal says; `failureOf` reads it */
export type Send = (
  rest: REST,
  channelId: string,
  outgoing: Outgoing,
  sending: Sending,
  trace: Trace,
) => Promise<Delivered>;

export function createSend(): Send {
  /** Nonces whose last attempt surely sent nothing: in a flood, looking for those would cost more than sending. */
  const heldBack = new Set<string>();
  return async (rest, channelId, outgoing, { nonce, mayHaveArrived }, trace) => {
    const lookFirst = mayHaveArrived && !heldBack.delete(nonce);
    try {
      const earlier = lookFirst ? await find(rest, channelId, trace) : undefined;
      const message = earlier ?? (await post(rest, channelId, outgoing, nonce));
      return { kind: 'sent', message: { channelId, messageId: message.id } };
    } catch (error) {
      if (error instanceof RateLimitError && !lookFirst) heldBack.add(nonce);
      throw error;
    }
  };
}

async function post(
  rest: REST,
  channelId: string,
  { pings, replyTo, ...view }: Outgoing,
  nonce: string,
): Promise<APIMessage> {
  const reference = { message_id: replyTo, fail_if_not_exists: true };
  const body = {
    ...view,
    nonce,
    enforce_nonce: true,
    allowed_mentions: { parse: [], ...pings, replied_user: false },
    ...(replyTo === undefined ? {} : { message_reference: reference }),
  };
  return (await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage;
}

async function find(rest: REST, channelId: string, { after, fits }: Trace): Promise<APIMessage | undefined> {
  const since = typeof after === 'string' ? after : String(SnowflakeUtil.generate({ timestamp: after }));
  const query = new URLSearchParams({ after: since, limit: String(page) });
  const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
  return messages.find(fits);
}
