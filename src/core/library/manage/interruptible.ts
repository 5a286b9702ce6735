// Changes of a library that take a while end when the library is deleted, so that nothing is stored after the deletion.
import { libraryErrors } from './errors.js';

/** Runs changes, and interrupts those that are running. */
export interface Interruptible {
  /** @throws AppError `library/deleted` through the signal that `work` gets; what `work` throws */
  run<T>(
    library: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
  /** Aborts everything that is running for the library. */
  interrupt(library: string): void;
}

export function createInterruptible(): Interruptible {
  const running = new Map<string, Set<AbortController>>();
  return {
    async run(library, signal, work) {
      const controller = new AbortController();
      const own = running.get(library) ?? new Set();
      running.set(library, own.add(controller));
      try {
        return await work(signal ? AbortSignal.any([signal, controller.signal]) : controller.signal);
      } finally {
        own.delete(controller);
        if (own.size === 0 && running.get(library) === own) running.delete(library);
      }
    },
    interrupt(library) {
      for (const controller of running.get(library) ?? []) controller.abort(libraryErrors.deletedMeanwhile());
    },
  };
}
