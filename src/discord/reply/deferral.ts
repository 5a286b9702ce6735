// Tells Discord in time that an interaction was heard: three seconds are allowed, whatever else there is to do.
import { setTimeout } from 'node:timers/promises';
import { RESTJSONErrorCodes } from 'discord.js';
import pRetry from 'p-retry';
import { ACKNOWLEDGE_MS } from '../limits.js';
import { codeOf, isTransient } from './retry.js';

/** An acknowledgement of which nothing is heard by then is sent once more beside it: there is no time to wait. */
const AGAIN_MS = 1_500;
const RETRIES = {
  ...{ retries: 5, minTimeout: 200, factor: 1.5, unref: true, maxRetryTime: ACKNOWLEDGE_MS },
  shouldRetry: ({ error }: { readonly error: Error }) => isTransient(error),
} as const;

/**
 * Failures are tried again, and beside an attempt that hangs there is a second one; the first that arrives counts.
 * @returns whether Discord's answer was heard: false where it had an acknowledgement already, whose answer was lost
 * @throws what Discord refuses, or the last failure
 */
export async function deferInteraction(send: () => Promise<unknown>): Promise<boolean> {
  const settled = new AbortController();
  const first = sendOnce(send).finally(() => settled.abort());
  const second = setTimeout(AGAIN_MS, undefined, { signal: settled.signal, ref: false }).then(() =>
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
