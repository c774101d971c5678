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

function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}

export function isGone(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && (goneCodes.includes(code) || repliedToNothing(error));
}

/** A reply to a message that was deleted in the meantime comes back as a fault of the form. */
function repliedToNothing(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType &&
    JSON.stringify(error.rawError).includes('MESSAGE_REFERENCE_UNKNOWN_MESSAGE')
  );
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
  return (
    code === RESTJSONErrorCodes.UnknownInteraction ||
    code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
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
