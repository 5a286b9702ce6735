// A clock for the sandbox that runs on this process's CPU time, so that other load on the machine doesn't matter.
import type { SandboxClock } from '../../src/sandbox/world/clock.js';

/** Slower than real time while the process waits. Only helper threads can make it faster. */
export function createProcessorClock(): SandboxClock {
  const startedAt = Date.now();
  const startedWith = process.cpuUsage();
  const timers = new Set<NodeJS.Timeout>();
  let offsetMs = 0;
  let computedMs = 0;
  let readAt = performance.now();
  const now = () => {
    // Reading the CPU time is slow, so it is cached for a millisecond.
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
