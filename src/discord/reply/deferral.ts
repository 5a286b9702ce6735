// Defers a reply within the three seconds that Discord allows for acknowledging an interaction.
import { setTimeout } from 'node:timers/promises';
import { RESTJSONErrorCodes } from 'discord.js';
import pRetry from 'p-retry';
import { ACKNOWLEDGE_MS } from '../limits.js';
import { codeOf, isTransient } from './retry.js';

/** If Discord hasn't answered by then, a second attempt starts while the first is still pending. */
const SECOND_ATTEMPT_MS = 1_500;
const RETRIES = {
  ...{ retries: 5, minTimeout: 200, factor: 1.5, unref: true, maxRetryTime: ACKNOWLEDGE_MS },
  shouldRetry: ({ error }: { readonly error: Error }) => isTransient(error),
} as const;

/**
 * Retries failures, and starts a second attempt if the first one hangs. The first attempt that succeeds counts.
 * @returns true if an attempt succeeded; false if Discord says that an earlier attempt, whose response was lost, did
 * @throws the error Discord rejected the request with, or the last failure
 */
export async function deferInteraction(send: () => Promise<unknown>): Promise<boolean> {
  const settled = new AbortController();
  const first = sendOnce(send).finally(() => settled.abort());
  const second = setTimeout(SECOND_ATTEMPT_MS, undefined, { signal: settled.signal, ref: false }).then(() =>
    sendOnce(send),
  );
  try {
    return await Promise.any([first, second]);
  } catch (error) {
    throw (error as AggregateError).errors[0];
  }
}

async function sendOnce(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await pRetry(send, RETRIES);
    return true;
  } catch (error) {
    if (codeOf(error) !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw error;
    return false;
  }
}
