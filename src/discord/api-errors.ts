/** What an error of the Discord API means for us. */
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { Failure } from '../escalation/deliverer.ts';

/** The message or channel is not there any more. */
const goneCodes: readonly number[] = [RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel];

/** We may not, until somebody changes the permissions. */
const forbiddenCodes: readonly number[] = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
];

const lateCodes: readonly number[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}

export function isGone(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && (goneCodes.includes(code) || repliedToNothing(error));
}

/** A reply to a message that was deleted in the meantime comes back as a fault in that part of the form. */
function repliedToNothing(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError) || error.code !== RESTJSONErrorCodes.InvalidFormBodyOrContentType)
    return false;
  const { errors } = error.rawError as { errors?: object };
  return errors !== undefined && 'message_reference' in errors;
}

export function isForbidden(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && forbiddenCodes.includes(code);
}

/** Their direct messages are closed to us. */
export function isClosedToUs(error: unknown): boolean {
  return codeOf(error) === RESTJSONErrorCodes.CannotSendMessagesToThisUser;
}

/** The interaction has run out, or another process was quicker: nobody is waiting for this answer. */
export function isLateInteraction(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && lateCodes.includes(code);
}

/**
 * What the courier is told. A refusal stays one until people change something: a body that is not taken, a permission
 * that is missing, closed direct messages, a channel that is gone. Limits and outages pass.
 */
export function failureOf(error: unknown): Failure {
  const reason = reasonOf(error);
  if (error instanceof RateLimitError) {
    const retryAfterMs = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout);
    return { kind: 'later', reason, retryAfterMs };
  }
  return { kind: isRefusal(error) ? 'never' : 'later', reason };
}

function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError && [400, 403, 404].includes(error.status);
}

/** Short and without the request, which quotes report text. */
export function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError)
    return `Discord ${error.status}, code ${error.code}: ${meaningOf(error)}`;
  if (error instanceof RateLimitError) return 'Discord 429, rate limit';
  if (error instanceof HTTPError) return `Discord ${error.status}`;
  return error instanceof Error ? error.name : 'unknown';
}

/** Discord's own words, which for a code are always the same; a faulty form's would quote what was sent. */
function meaningOf({ code, rawError }: DiscordAPIError): string {
  if (code === RESTJSONErrorCodes.InvalidFormBodyOrContentType) return 'Invalid Form Body';
  return 'message' in rawError ? rawError.message.slice(0, 80) : '';
}

/** For the log: where it happened and what kind of error, but not its message, which may quote what was sent. */
export function faultFields(error: unknown): { reason: string; stack: string | undefined } {
  const stack =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 5)
          .join('\n')
      : undefined;
  return { reason: reasonOf(error), stack };
}
