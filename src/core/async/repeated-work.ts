// Work that runs at intervals as long as the program does.
import { setTimeout as wait } from 'node:timers/promises';

export interface RepeatedWork {
  /** Runs the work now, or waits for it if it is running. For tests and for single runs; otherwise a timer does it. */
  run(): Promise<void>;
  /** Aborts the work that is running and waits for it. Safe to call twice; never rejects. */
  close(): Promise<void>;
}

/**
 * Runs work now and then at intervals. It never runs twice at a time.
 * @param work never rejects
 * @param options.everyMs from start to start
 * @param options.closeMs how long closing waits for work that doesn't stop; as long as it takes by default
 */
export function repeatWork(
  work: (signal: AbortSignal) => Promise<void>,
  { everyMs, closeMs }: { readonly everyMs: number; readonly closeMs?: number },
): RepeatedWork {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  function run(): Promise<void> {
    running ??= work(stopping.signal).finally(() => {
      running = undefined;
    });
    return running;
  }

  const timer = setInterval(() => void run(), everyMs);
  timer.unref();
  void run();
  return {
    run,
    async close() {
      clearInterval(timer);
      stopping.abort(new Error('the app is closed'));
      const waited = new AbortController();
      const timeout =
        closeMs === undefined
          ? []
          : [wait(closeMs, undefined, { signal: waited.signal }).catch(() => undefined)];
      await Promise.race([running, ...timeout]);
      waited.abort();
    },
  };
}
