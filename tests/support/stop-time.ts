// Stops the clocks by which a bot and the sandbox tell whether an acknowledgement is late.
import { onTestFinished, vi } from 'vitest';
import { createClock, type SandboxClock } from '../../src/sandbox/world/clock.js';

/**
 * The bot's time stands still until the end of the test, and nothing is ever due in the sandbox, so that a slow machine
 * changes nothing.
 * @returns the sandbox's clock
 */
export function stopTime(): SandboxClock {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  return { ...createClock(), schedule: () => () => {} };
}
