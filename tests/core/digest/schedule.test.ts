import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigestSchedule } from '../../../src/core/digest/digest.js';
import { isTimeZone, lastSlot, nextSlot } from '../../../src/core/digest/schedule.js';

const daily = (time: string, timeZone: string): DigestSchedule => ({ frequency: 'daily', time, timeZone });

/** The next slots after an instant, as UTC times. */
function slotsAfter(schedule: DigestSchedule, after: string, count: number): readonly string[] {
  const slots: string[] = [];
  let from = new Date(after);
  for (let index = 0; index < count; index += 1) {
    from = nextSlot(schedule, from);
    slots.push(from.toISOString().slice(0, 16));
  }
  return slots;
}

describe('a daily digest', () => {
  it('keeps its local time when clocks change in Berlin', () => {
    const schedule = daily('09:00', 'Europe/Berlin');

    expect(slotsAfter(schedule, '2031-03-28T12:00Z', 3)).toEqual([
      '2031-03-29T08:00',
      '2031-03-30T07:00',
      '2031-03-31T07:00',
    ]);
    expect(slotsAfter(schedule, '2031-10-24T12:00Z', 3)).toEqual([
      '2031-10-25T07:00',
      '2031-10-26T08:00',
      '2031-10-27T08:00',
    ]);
  });

  it.each([
    // 02:30 doesn't exist on these days, so it is an hour later by the clock.
    ['Europe/Berlin', '2031-03-29T12:00Z', ['2031-03-30T01:30', '2031-03-31T00:30']],
    ['America/New_York', '2031-03-08T12:00Z', ['2031-03-09T07:30', '2031-03-10T06:30']],
    // 02:30 (01:30 in New York) exists twice on these days. It counts once, the first time.
    ['Europe/Berlin', '2031-10-25T12:00Z', ['2031-10-26T00:30', '2031-10-27T01:30']],
  ])('at 02:30 in %s runs once a day after %s', (timeZone, after, expected) => {
    expect(slotsAfter(daily('02:30', timeZone), after, 2)).toEqual(expected);
  });

  it('at a time that exists twice in New York runs once, the first time', () => {
    expect(slotsAfter(daily('01:30', 'America/New_York'), '2031-11-01T12:00Z', 2)).toEqual([
      '2031-11-02T05:30',
      '2031-11-03T06:30',
    ]);
  });

  it.each([
    ['Pacific/Kiritimati', '2031-06-01T12:00Z', '2031-06-01T19:00'],
    ['Etc/GMT+12', '2031-06-01T12:00Z', '2031-06-01T21:00'],
    ['Asia/Kathmandu', '2031-06-01T12:00Z', '2031-06-02T03:15'],
  ])('knows zones far from UTC and with odd offsets: %s', (timeZone, after, expected) => {
    expect(slotsAfter(daily('09:00', timeZone), after, 1)).toEqual([expected]);
  });

  it('survives a day that a zone skipped', () => {
    expect(slotsAfter(daily('09:00', 'Pacific/Apia'), '2011-12-29T12:00Z', 3)).toEqual([
      '2011-12-29T19:00',
      '2011-12-30T19:00',
      '2011-12-31T19:00',
    ]);
  });
});

describe('other schedules', () => {
  it('run from Monday to Friday, in local days', () => {
    const schedule: DigestSchedule = { ...daily('00:30', 'Asia/Tokyo'), frequency: 'weekdays' };

    // Friday 28 November 2031 starts on Thursday in UTC.
    expect(slotsAfter(schedule, '2031-11-26T12:00Z', 4)).toEqual([
      '2031-11-26T15:30',
      '2031-11-27T15:30',
      '2031-11-30T15:30',
      '2031-12-01T15:30',
    ]);
  });

  it('run on a day of the week', () => {
    const schedule: DigestSchedule = { ...daily('09:00', 'UTC'), frequency: 'weekly', weekday: 7 };

    expect(slotsAfter(schedule, '2031-11-26T12:00Z', 2)).toEqual(['2031-11-30T09:00', '2031-12-07T09:00']);
  });

  it('run on the 31st, or on the last day of a shorter month', () => {
    const schedule: DigestSchedule = { ...daily('09:00', 'UTC'), frequency: 'monthly', day: 31 };

    expect(slotsAfter(schedule, '2031-12-31T10:00Z', 4)).toEqual([
      '2032-01-31T09:00',
      '2032-02-29T09:00',
      '2032-03-31T09:00',
      '2032-04-30T09:00',
    ]);
    expect(slotsAfter(schedule, '2033-02-01T00:00Z', 1)).toEqual(['2033-02-28T09:00']);
  });
});

it('finds slots that fit together, in any zone at any time', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom('daily', 'weekdays', 'weekly', 'monthly'),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 1, max: 31 }),
      fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (timeZone, frequency, minute, day, now) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const schedule = { frequency, time, timeZone, day, weekday: (day % 7) + 1 } as const;

        const [last, next] = [lastSlot(schedule, now), nextSlot(schedule, now)];

        expect(last <= now && now < next).toBe(true);
        expect(nextSlot(schedule, last)).toEqual(next);
        expect(lastSlot(schedule, next)).toEqual(next);
      },
    ),
    { numRuns: 150 },
  );
});

it('knows time zones by their names only', () => {
  const names = ['UTC', 'Europe/Berlin', '+02:00', 'Berlin', ''];

  expect(names.filter(isTimeZone)).toEqual(['UTC', 'Europe/Berlin']);
});
