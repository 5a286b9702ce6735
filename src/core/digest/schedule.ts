// When digests are due. Days and times are local to the digest's time zone, so daylight saving doesn't shift them.
import { Temporal } from 'temporal-polyfill';
import type { DigestSchedule } from './digest.js';

/** More than the longest wait: two month ends can be 31 days apart, and a time zone can skip a day. */
const MAX_DAYS = 34;

/**
 * The first slot after an instant. A local time that doesn't exist, because clocks are set forward, moves forward by the same
 * amount; one that exists twice counts the first time: https://tc39.es/proposal-temporal/docs/ambiguity.html
 * @throws RangeError if the schedule is `on-change`, or not valid
 */
export function nextSlot(schedule: DigestSchedule, after: Date): Date {
  return findSlot(schedule, after, 1, (slot) => slot > after);
}

/** The last slot that isn't later than an instant. @throws RangeError as {@link nextSlot} */
export function lastSlot(schedule: DigestSchedule, now: Date): Date {
  return findSlot(schedule, now, -1, (slot) => slot <= now);
}

/** Whether the time zone is one that we know. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return !/^[+-]/u.test(name);
  } catch {
    return false;
  }
}

function findSlot(
  schedule: DigestSchedule,
  from: Date,
  step: 1 | -1,
  isFound: (slot: Date) => boolean,
): Date {
  const { timeZone, time } = schedule;
  const plainTime = Temporal.PlainTime.from(time);
  const today = Temporal.Instant.fromEpochMilliseconds(from.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  // Starts a day early, because the slot of a neighbouring day may have been moved across midnight.
  for (let offset = -1; offset <= MAX_DAYS; offset += 1) {
    const date = today.add({ days: step * offset });
    if (!isDue(schedule, date)) continue;
    const slot = new Date(date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
    if (isFound(slot)) return slot;
  }
  throw new RangeError(`the schedule ${JSON.stringify(schedule)} has no slot near ${from.toISOString()}`);
}

function isDue({ frequency, weekday = 1, day = 1 }: DigestSchedule, date: Temporal.PlainDate): boolean {
  if (frequency === 'daily') return true;
  if (frequency === 'weekdays') return date.dayOfWeek <= 5;
  if (frequency === 'weekly') return date.dayOfWeek === weekday;
  return frequency === 'monthly' && date.day === Math.min(day, date.daysInMonth);
}
