// How long we bear with Discord where it is not well, and how we know that there is nobody left to tell.
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import pRetry from 'p-retry';

/** discord.js itself tries four times within a moment; what is worth waiting for is tried so often again, for half a minute. */
const LAST_WORD_RETRIES = { retries: 6, minTimeout: 500, factor: 2, unref: true } as const;

/** Errors of the network, by Node and by undici. */
const NETWORK_CODE = /^(?:E[A-Z_]+|UND_ERR_\w+)$/;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const GONE: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

/** Sends what may be sent twice without harm, until it arrives. @throws what Discord refuses, or the last failure */
export async function sendPatiently<T>(send: () => Promise<T>): Promise<T> {
  return await pRetry(send, { ...LAST_WORD_RETRIES, shouldRetry: ({ error }) => isPassing(error) });
}

/** Whether the message, its channel or its token is no more, or closed to us: nothing is left to be said there. */
export function isGone(error: unknown): boolean {
  return GONE.includes(codeOf(error));
}

/** Whether the network failed, by an error's code. */
export function isNetworkCode(code: unknown): code is string {
  return typeof code === 'string' && NETWORK_CODE.test(code);
}

/** Whether it may go well when tried again. */
export function isPassing(error: Error): boolean {
  const { name, code } = error as NodeJS.ErrnoException;
  // discord.js gives a request up by aborting it.
  return error instanceof HTTPError || name === 'AbortError' || isNetworkCode(code);
}

/** Discord's code of an error; undefined for any other. */
export function codeOf(error: unknown): unknown {
  return error instanceof DiscordAPIError ? error.code : undefined;
}
