// Runs one request and makes sure that it ends in a visible reply: the result, an error message, or a note that the bot is
// restarting.
import { randomBytes } from 'node:crypto';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { abortable } from '../../core/async/abort.js';
import { AppError } from '../../core/errors.js';
import type { Logger } from '../../log.js';
import { ACKNOWLEDGE_MS, EDIT_INTERVAL_MS, REPLY_DEADLINE_MS } from '../limits.js';
import type { Payload, View } from '../render/message.js';
import { renderCalmError, renderFault } from '../render/notice.js';
import { errorText, userErrors } from '../text/errors.js';
import { classifyError } from './classify-error.js';
import { createReply, type Reply, type Sink } from './reply.js';
import { isGone, isInaccessible, isOutOfReach } from './retry.js';

/** Interrupted requests have this long to say so before the bot logs out. */
const FAREWELL_MS = 2_000;
/** Between two looks at whether all acknowledgements are done. */
const POLL_MS = 5;
const INTERRUPTED = userErrors.interrupted();

/** Identifies a request in the log. */
interface RequestInfo {
  readonly name: string;
  readonly userId: string;
  readonly library: string;
}

type Work = (context: {
  readonly signal: AbortSignal;
  readonly show: (payload: Payload) => void;
}) => Promise<View>;

export interface Runner {
  /** Errors of the work are reported through the sink and logged. @throws only what the sink's `open` throws */
  run(request: RequestInfo, sink: Sink, work: Work): Promise<void>;
  /** Rejects new requests, lets running ones finish for `graceMs`, then interrupts them. Safe to call twice. */
  close(graceMs: number): Promise<void>;
}

export interface RunnerOptions {
  readonly log: Logger;
  /** Default {@link REPLY_DEADLINE_MS}. */
  readonly deadlineMs?: number | undefined;
  /** Default {@link EDIT_INTERVAL_MS}. */
  readonly editIntervalMs?: number | undefined;
}

export function createRunner(options: RunnerOptions): Runner {
  const { log, deadlineMs = REPLY_DEADLINE_MS, editIntervalMs = EDIT_INTERVAL_MS } = options;
  const running = new Set<Promise<void>>();
  const interrupting = new AbortController();
  const waitForTurn = createTurns();
  let isClosing = false;

  async function attempt(request: RequestInfo, sink: Sink, work: Work): Promise<void> {
    await waitForTurn.acknowledge(async () => await sink.open?.());
    const startedAt = performance.now();
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = AbortSignal.any([interrupting.signal, deadline]);
    const reply = createReply(sink, {
      intervalMs: editIntervalMs,
      onDropped: (error) => log.debug({ err: error, ...request }, 'partial edit failed'),
      onIncomplete: (error) => log.warn({ err: error, ...request }, 'reply incomplete'),
    });
    try {
      await waitForTurn.next();
      if (isClosing) throw userErrors.restarting();
      // Work that ignores its signal must not keep the person waiting.
      const view = await abortable(work({ signal, show: reply.show }), signal);
      await reply.finish(view);
      log.info({ ...request, ms: Math.round(performance.now() - startedAt) }, 'replied');
    } catch (error) {
      if (isGone(error) || isOutOfReach(error))
        log.info({ ...request, reason: String(error) }, 'reply was deleted or expired');
      else await report(error, deadline.aborted, { reply, sink }, request);
    }
  }

  /** Tells the person what went wrong, and the log what it needs to know. Never throws. */
  async function report(
    error: unknown,
    isLate: boolean,
    { reply, sink }: { readonly reply: Reply; readonly sink: Sink },
    request: RequestInfo,
  ): Promise<void> {
    const isInterrupted = interrupting.signal.aborted;
    const kind = isInterrupted ? 'interruption' : classifyError(error);
    const reference = randomBytes(4).toString('hex');
    try {
      if (kind === 'fault') {
        log.error({ err: error, reference, ...request }, 'request failed');
        await reply.fail(renderFault(isLate ? errorText.tooLate : errorText.fault, reference));
        return;
      }
      const { code, message, advice } = isInterrupted || !(error instanceof AppError) ? INTERRUPTED : error;
      log.info({ code, ...request }, kind === 'mistake' ? 'request declined' : 'request interrupted');
      const view = renderCalmError(`${message} ${advice}`);
      await (kind === 'mistake' ? reply.tellPrivately(view) : reply.fail(view));
    } catch (second) {
      log[isInaccessible(second) ? 'info' : 'error'](
        { err: second, ...(kind === 'fault' ? { reference } : {}), ...request },
        'error message not delivered',
      );
      // Discord may refuse the message's form, so this one has none.
      if (!isInaccessible(second)) await sayPlainly(sink, kind === 'fault' ? reference : undefined, request);
    }
  }

  /** Never throws. */
  async function sayPlainly(sink: Sink, reference: string | undefined, request: RequestInfo): Promise<void> {
    const lines = [errorText.fault, ...(reference === undefined ? [] : [errorText.reference(reference)])];
    try {
      await sink.sayPlainly?.(lines.join('\n'));
    } catch (error) {
      log.error({ err: error, ...request }, 'plain error message not delivered');
    }
  }

  return {
    run(...args) {
      const job = attempt(...args).finally(() => running.delete(job));
      running.add(job);
      return job;
    },
    async close(graceMs) {
      isClosing = true;
      await within(Promise.allSettled([...running]), graceMs);
      interrupting.abort(INTERRUPTED);
      await within(Promise.allSettled([...running]), FAREWELL_MS);
    },
  };
}

/**
 * The built-in engine computes on the only thread, and acknowledgements are due within three seconds. So work starts one
 * request at a time, when no acknowledgement is pending and a turn of the event loop has brought no new one.
 */
function createTurns() {
  const pending = new Set<{ readonly startedAt: number }>();
  let acknowledgements = 0;
  let last = Promise.resolve();
  /** One that is late can't be saved by waiting for it. */
  const isAnyDue = () => [...pending].some(({ startedAt }) => performance.now() - startedAt < ACKNOWLEDGE_MS);

  async function waitUntilQuiet(): Promise<void> {
    for (;;) {
      const before = acknowledgements;
      await setImmediate();
      if (acknowledgements !== before) continue;
      if (!isAnyDue()) return;
      await wait(POLL_MS);
    }
  }

  return {
    async acknowledge(send: () => Promise<unknown>): Promise<void> {
      const acknowledgement = { startedAt: performance.now() };
      pending.add(acknowledgement);
      acknowledgements += 1;
      try {
        await send();
      } finally {
        pending.delete(acknowledgement);
        acknowledgements += 1;
      }
    },
    next(): Promise<void> {
      last = last.then(waitUntilQuiet);
      return last;
    },
  };
}

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
