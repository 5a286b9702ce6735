// A sandbox's clock that counts the time this process computes: what other programs of a busy machine take is left out.
import type { SandboxClock } from '../../src/sandbox/world/clock.js';

/** Runs slower than real time where the process waits; never faster, but for its helper threads. */
export function createProcessorClock(): SandboxClock {
  const startedAt = Date.now();
  const startedWith = process.cpuUsage();
  const timers = new Set<NodeJS.Timeout>();
  let offsetMs = 0;
  let computedMs = 0;
  let readAt = performance.now();
  const now = () => {
    // Reading it is itself a cost.
    if (performance.now() - readAt >= 1) {
      const { user, system } = process.cpuUsage(startedWith);
      computedMs = Math.floor((user + system) / 1_000);
      readAt = performance.now();
    }
    return startedAt + offsetMs + computedMs;
  };
  return {
    now,
    schedule(delayMs, action) {
      const dueAt = now() + delayMs;
      let timer: NodeJS.Timeout;
      const wait = () => {
        timer = setTimeout(check, Math.max(1, dueAt - now())).unref();
        timers.add(timer);
      };
      const check = () => {
        timers.delete(timer);
        if (now() >= dueAt) action();
        else wait();
      };
      wait();
      return () => clearTimeout(timer);
    },
    advance(ms) {
      offsetMs += ms;
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
