// Which of Discord's errors are worth a retry, and which mean that nobody can receive the reply any more.
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import pRetry from 'p-retry';
import { describeNetworkError } from '../connection/explain-error.js';

/** discord.js retries three times right away. These retries of a final reply come on top, over eight seconds. */
const FINAL_REPLY_RETRIES = { retries: 4, minTimeout: 500, factor: 2, unref: true } as const;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const GONE: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
];
/** The bot was removed, or the channel was deleted or closed to it. */
const OUT_OF_REACH: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
];
const CLOSED_THREAD: readonly unknown[] = [
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
];
const INACCESSIBLE: readonly unknown[] = [
  ...GONE,
  ...OUT_OF_REACH,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
];

/**
 * Retries transient errors. Only for requests that are safe to repeat.
 * @throws the error Discord rejected the request with, or the last failure
 */
export async function sendWithRetry<T>(send: () => Promise<T>): Promise<T> {
  return await pRetry(send, { ...FINAL_REPLY_RETRIES, shouldRetry: ({ error }) => isTransient(error) });
}

/** Whether the message was deleted or the interaction's token expired, so nobody is waiting for the reply. */
export function isGone(error: unknown): boolean {
  return GONE.includes(codeOf(error));
}

/** Whether the bot can't see the place of the reply any more. */
export function isOutOfReach(error: unknown): boolean {
  return OUT_OF_REACH.includes(codeOf(error));
}

/** Whether it is gone, or somewhere the bot may not read or write. That is not our fault. */
export function isInaccessible(error: unknown): boolean {
  return INACCESSIBLE.includes(codeOf(error));
}

/** Whether it is a thread in which nobody can write any more. */
export function isClosedThread(error: unknown): boolean {
  return CLOSED_THREAD.includes(codeOf(error));
}

/** Whether a retry may succeed. */
export function isTransient(error: unknown): boolean {
  return describeNetworkError(error) !== undefined;
}

/** Discord's JSON error code, or undefined for any other error. */
export function codeOf(error: unknown): unknown {
  return error instanceof DiscordAPIError ? error.code : undefined;
}
