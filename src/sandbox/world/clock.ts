// The sandbox's time: real time, which a test can push forward to pass three seconds or fifteen minutes at once.

/** Tells the time and runs what is due. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `action` once, `delayMs` from now, unless it is called off by what this returns. */
  schedule(delayMs: number, action: () => void): () => void;
  /** Moves time forward and runs, in order, all that falls due. */
  advance(ms: number): void;
  /** Calls off all that is scheduled. */
  close(): void;
}

interface Scheduled {
  readonly dueAt: number;
  readonly run: () => void;
  timer: NodeJS.Timeout;
}

/** Real time plus whatever it was advanced by. */
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
