// An app with a library manager, sources in memory and a clock that tests set.
import type { App, AppOptions } from '../../src/app.js';
import { createFakeSources, type FakeSources } from './fake-sources.js';
import { openTestApp } from './temporary.js';

export interface Managed extends App {
  readonly sources: FakeSources;
  /** Moves the clock. */
  readonly advance: (ms: number) => void;
}

export async function openManaged(options: Partial<AppOptions> = {}): Promise<Managed> {
  const sources = createFakeSources();
  let now = Date.parse('2031-03-03T10:00:00.000Z');
  const clock = { now: () => new Date(now) };
  const app = await openTestApp({ sources, clock, ...options });
  return {
    ...app,
    sources,
    advance: (ms) => {
      now += ms;
    },
  };
}
