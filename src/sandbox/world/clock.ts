// The sandbox's clock: real time, plus whatever a test advances it by to reach a timeout at once.

/** Tells the time and runs scheduled actions. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Runs `action` once, `delayMs` from now.
   * @returns a function that cancels it
   */
  schedule(delayMs: number, action: () => void): () => void;
  /** Moves the time forward and runs the actions that are due, in order. */
  advance(ms: number): void;
  /** Cancels all scheduled actions. */
  close(): void;
}

interface Scheduled {
  readonly dueAt: number;
  readonly run: () => void;
  timer: NodeJS.Timeout;
}

/** Creates a clock that starts at the real time. */
export function createClock(): SandboxClock {
  let offsetMs = 0;
  const scheduled = new Set<Scheduled>();
  const now = () => Date.now() + offsetMs;
  const cancel = (entry: Scheduled) => {
    clearTimeout(entry.timer);
    scheduled.delete(entry);
  };

  return {
    now,
    schedule(delayMs, action) {
      const run = () => {
        cancel(entry);
        action();
      };
      const entry: Scheduled = { dueAt: now() + delayMs, run, timer: setTimeout(run, delayMs).unref() };
      scheduled.add(entry);
      return () => cancel(entry);
    },
    advance(ms) {
      offsetMs += ms;
      for (const entry of [...scheduled].sort((a, b) => a.dueAt - b.dueAt)) {
        if (!scheduled.has(entry)) continue;
        const remainingMs = entry.dueAt - now();
        if (remainingMs <= 0) entry.run();
        else {
          clearTimeout(entry.timer);
          entry.timer = setTimeout(entry.run, remainingMs).unref();
        }
      }
    },
    close() {
      for (const entry of [...scheduled]) cancel(entry);
    },
  };
}
