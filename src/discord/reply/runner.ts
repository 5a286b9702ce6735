// Runs what people asked for, so that each ends in a visible reply: in time, with a sentence where it failed, or with
// word that it was interrupted where the bot stops.
import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { abortable } from '../../core/abort.js';
import { AppError } from '../../core/errors.js';
import type { Logger } from '../../log.js';
import { EDIT_INTERVAL_MS, REPLY_DEADLINE_MS } from '../limits.js';
import type { Payload, View } from '../render/message.js';
import { renderError } from '../render/notice.js';
import { createReply, type Sink } from './reply.js';
import { isGone, isInaccessible } from './retry.js';

/** Rooms whose errors are told to people as they are; others' speak to the operator. */
const TOLD_TO_PEOPLE = /^(?:core|discord)\//;
/** After running answers were told to end, they have so long to say so. */
const LAST_WORDS_MS = 2_000;

export interface Runner {
  /** Whatever fails is said through the sink, and logged. @throws only what the sink's `open` throws */
  run(
    what: { readonly name: string; readonly userId: string; readonly library: string },
    sink: Sink,
    work: (context: {
      readonly signal: AbortSignal;
      readonly show: (payload: Payload) => void;
    }) => Promise<View>,
  ): Promise<void>;
  /** Takes nothing new, lets what runs finish for `graceMs`, then interrupts it; safe to call twice. */
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
  let isClosing = false;
  /** Acknowledgements begun and ended so far. */
  let heard = 0;
  let lastTurn = Promise.resolve();

  /**
   * Answering by rules keeps the only thread, and three seconds are short: work begins one at a time, when a turn of the
   * event loop has passed in which nobody was acknowledged.
   */
  function ownTurn(): Promise<void> {
    lastTurn = lastTurn.then(async () => {
      let before: number;
      do {
        before = heard;
        await setImmediate();
      } while (heard !== before);
    });
    return lastTurn;
  }

  async function attempt(...[what, sink, work]: Parameters<Runner['run']>): Promise<void> {
    heard += 1;
    await sink.open?.();
    heard += 1;
    const startedAt = performance.now();
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = AbortSignal.any([interrupting.signal, deadline]);
    const reply = createReply(sink, editIntervalMs, (error) =>
      log.debug({ err: error, ...what }, 'edit dropped'),
    );
    try {
      await ownTurn();
      if (isClosing) throw stopping();
      // What does not listen to its signal must not keep the person waiting.
      const view = await abortable(work({ signal, show: reply.show }), signal);
      await reply.finish(view);
      log.info({ ...what, ms: Math.round(performance.now() - startedAt) }, 'replied');
    } catch (error) {
      if (isGone(error)) {
        log.info({ ...what, reason: String(error) }, 'nobody waits for the reply any more');
        return;
      }
      const reference = randomBytes(4).toString('hex');
      const told = explain(error, { isInterrupted: interrupting.signal.aborted, isLate: deadline.aborted });
      const isExpected = error instanceof AppError && TOLD_TO_PEOPLE.test(error.code);
      log[isExpected ? 'info' : 'error']({ err: error, reference, ...what }, 'reply failed');
      try {
        await reply.fail(renderError(told, reference));
      } catch (second) {
        log[isInaccessible(second) ? 'info' : 'error'](
          { err: second, reference, ...what },
          'the failure could not be told',
        );
      }
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
      interrupting.abort(stopping());
      await within(Promise.allSettled([...running]), LAST_WORDS_MS);
    },
  };
}

function explain(
  error: unknown,
  { isInterrupted, isLate }: { isInterrupted: boolean; isLate: boolean },
): string {
  if (isInterrupted) return 'This was interrupted, as Footnote is restarting. Please ask again in a minute.';
  if (isLate)
    return 'This took too long and was given up. Please try again, perhaps with a shorter question.';
  if (error instanceof AppError && TOLD_TO_PEOPLE.test(error.code)) return `${error.message} ${error.advice}`;
  return 'Something went wrong on our side. Please try again; the people who run Footnote find the cause by the reference.';
}

function stopping(): AppError {
  return new AppError({
    code: 'discord/stopping',
    message: 'Footnote is restarting.',
    advice: 'Please ask again in a minute.',
  });
}

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
