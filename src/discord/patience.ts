// How long we bear with Discord where it is not well, and how we know that there is nobody left to tell.
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import pRetry from 'p-retry';
import { orAborted } from '../core/abort.js';
import { ACKNOWLEDGE_MS } from './limits.js';

/** An acknowledgement that has not arrived by then is sent once more beside it: there is no time to wait. */
const ACKNOWLEDGE_AGAIN_MS = 1_000;
/** discord.js itself tries four times within a moment; what is worth waiting for is tried so often again, for half a minute. */
const LAST_WORD_RETRIES = { retries: 6, minTimeout: 500, factor: 2, unref: true } as const;
const ACKNOWLEDGE_RETRIES = {
  ...{ retries: 5, minTimeout: 200, factor: 1.5, unref: true },
  maxRetryTime: ACKNOWLEDGE_MS,
} as const;

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

/**
 * Acknowledges within the three seconds that there are, however often it takes.
 * @returns whether this attempt is the one that Discord knows of: false where an earlier one had arrived unheard
 * @throws what Discord refuses, or the last failure
 */
export async function acknowledgeInTime(send: () => Promise<unknown>): Promise<boolean> {
  const attempt = () => orAborted(send(), AbortSignal.timeout(ACKNOWLEDGE_AGAIN_MS));
  try {
    await pRetry(attempt, { ...ACKNOWLEDGE_RETRIES, shouldRetry: ({ error }) => isPassing(error) });
    return true;
  } catch (error) {
    if (codeOf(error) !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw error;
    return false;
  }
}

/** Whether the message, its channel or its token is no more, or closed to us: nothing is left to be said there. */
export function isGone(error: unknown): boolean {
  return GONE.includes(codeOf(error));
}

/** Whether the network failed, by an error's code. */
export function isNetworkCode(code: unknown): code is string {
  return typeof code === 'string' && NETWORK_CODE.test(code);
}

function isPassing(error: Error): boolean {
  const isTimeout = error.name === 'AbortError' || error.name === 'TimeoutError';
  return error instanceof HTTPError || isTimeout || isNetworkCode((error as NodeJS.ErrnoException).code);
}

function codeOf(error: unknown): unknown {
  return error instanceof DiscordAPIError ? error.code : undefined;
}
