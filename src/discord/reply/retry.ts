// How long we bear with Discord where it is not well, and how we know that there is nobody left to tell.
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import pRetry from 'p-retry';
import { describeNetworkError } from '../connection/explain-error.js';

/** discord.js itself tries four times within a moment; a last word is sent so often again, over eight seconds. */
const LAST_WORD_RETRIES = { retries: 4, minTimeout: 500, factor: 2, unref: true } as const;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const GONE: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
];
const CLOSED: readonly unknown[] = [
  ...GONE,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
];

/** Sends what may be sent twice without harm, until it arrives. @throws what Discord refuses, or the last failure */
export async function sendWithRetry<T>(send: () => Promise<T>): Promise<T> {
  return await pRetry(send, { ...LAST_WORD_RETRIES, shouldRetry: ({ error }) => isTransient(error) });
}

/** Whether the message or its token is no more: whoever asked does not wait for it. */
export function isGone(error: unknown): boolean {
  return GONE.includes(codeOf(error));
}

/** Whether it is gone, or a place where nothing may be read or said: no fault of ours. */
export function isInaccessible(error: unknown): boolean {
  return CLOSED.includes(codeOf(error));
}

/** Whether it may go well when tried again. */
export function isTransient(error: unknown): boolean {
  return describeNetworkError(error) !== undefined;
}

/** Discord's code of an error; undefined for any other. */
export function codeOf(error: unknown): unknown {
  return error instanceof DiscordAPIError ? error.code : undefined;
}
