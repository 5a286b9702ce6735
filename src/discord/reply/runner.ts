// Runs one request and makes sure that it ends in a visible reply: the result, an error message, or a note that the bot is
// restarting.
import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { abortable } from '../../core/abort.js';
import { AppError } from '../../core/errors.js';
import type { Logger } from '../../log.js';
import { EDIT_INTERVAL_MS, REPLY_DEADLINE_MS } from '../limits.js';
import type { Payload, View } from '../render/message.js';
import { renderCalmError, renderFault } from '../render/notice.js';
import { errorText, userErrors } from '../text/errors.js';
import { classifyError } from './classify-error.js';
import { createReply, type Reply, type Sink } from './reply.js';
import { isGone, isInaccessible } from './retry.js';

/** Interrupted requests have this long to say so before the bot logs out. */
const FAREWELL_MS = 2_000;
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
    waitForTurn.noteAcknowledgement();
    await sink.open?.();
    waitForTurn.noteAcknowledgement();
    const startedAt = performance.now();
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = AbortSignal.any([interrupting.signal, deadline]);
    const reply = createReply(sink, editIntervalMs, (error) =>
      log.debug({ err: error, ...request }, 'partial edit failed'),
    );
    try {
      await waitForTurn.next();
      if (isClosing) throw userErrors.restarting();
      // Work that ignores its signal must not keep the person waiting.
      const view = await abortable(work({ signal, show: reply.show }), signal);
      await reply.finish(view);
      log.info({ ...request, ms: Math.round(performance.now() - startedAt) }, 'replied');
    } catch (error) {
      if (isGone(error)) log.info({ ...request, reason: String(error) }, 'reply was deleted or expired');
      else await report(error, deadline.aborted, reply, request);
    }
  }

  /** Tells the person what went wrong, and the log what it needs to know. Never throws. */
  async function report(error: unknown, isLate: boolean, reply: Reply, request: RequestInfo): Promise<void> {
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
 * request at a time, after a turn of the event loop in which no acknowledgement started or ended.
 */
function createTurns() {
  let acknowledgements = 0;
  let last = Promise.resolve();
  return {
    noteAcknowledgement(): void {
      acknowledgements += 1;
    },
    next(): Promise<void> {
      last = last.then(async () => {
        let before: number;
        do {
          before = acknowledgements;
          await setImmediate();
        } while (acknowledgements !== before);
      });
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
