/** What an error of the Discord API means for us. */
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import type { Failure } from '../escalation/desk.ts';

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

/** A refused body stays refused; everything else may work later: limits, outages, permissions given back. */
export function failureOf(error: unknown): Failure {
  return {
    kind: codeOf(error) !== null && isRefusedBody(error) ? 'never' : 'later',
    reason: reasonOf(error),
  };
}

function isRefusedBody(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 400;
}

/** Short and without the request, which quotes report text. */
export function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return `Discord ${error.status}, code ${error.code}`;
  if (error instanceof HTTPError) return `Discord ${error.status}`;
  return error instanceof Error ? error.name : 'unknown';
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
