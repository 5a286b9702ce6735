// How long the intervals of refreshes and feeds are.
import type { RefreshInterval } from '../ports.js';
import { DAY_MS, HOUR_MS } from './parts.js';

const INTERVALS_MS = { hourly: HOUR_MS, daily: DAY_MS, weekly: 7 * DAY_MS } as const satisfies Record<
  RefreshInterval,
  number
>;
const MAX_BACKOFF_MS = 7 * DAY_MS;

export function intervalMs(interval: RefreshInterval): number {
  return INTERVALS_MS[interval];
}

/** The wait after some failures in a row: it doubles with each one, up to a week. */
export function backoffMs(interval: RefreshInterval, failures: number): number {
  return Math.min(INTERVALS_MS[interval] * 2 ** Math.min(failures - 1, 10), MAX_BACKOFF_MS);
}
