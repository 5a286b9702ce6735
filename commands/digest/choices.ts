// Autocomplete choices for a time of day and a time zone.
import { readTimeOfDay } from '../../src/core/digest/read-time.js';
import type { Choice } from '../../src/discord/command.js';

const COMMON_TIMES = ['07:00', '08:00', '09:00', '12:00', '17:00', '18:00', '20:00'];
/** One or more of each continent, shown before anything is typed. */
const COMMON_ZONES = [
  ...['UTC', 'Europe/London', 'Europe/Berlin', 'Europe/Kyiv', 'America/New_York', 'America/Chicago'],
  ...['America/Los_Angeles', 'America/Sao_Paulo', 'Africa/Lagos', 'Africa/Johannesburg', 'Asia/Dubai'],
  ...['Asia/Kolkata', 'Asia/Shanghai', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland'],
];

/** The typed time, written as `09:00`. */
export function timeChoices(typed: string): readonly Choice[] {
  const time = readTimeOfDay(typed);
  const times = typed.trim() === '' ? COMMON_TIMES : time === undefined ? [] : [time];
  return times.map((value) => ({ name: value, value }));
}

/** Zones whose name has all words that were typed, such as `new york`; with the time that it is there. */
export function timeZoneChoices(typed: string, now = new Date()): readonly Choice[] {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/[\s_/]+/u)
    .filter(Boolean);
  const zones = words.length === 0 ? COMMON_ZONES : ['UTC', ...Intl.supportedValuesOf('timeZone')];
  return zones
    .filter((zone) => words.every((word) => zone.toLowerCase().includes(word)))
    .slice(0, 25)
    .map((value) => ({ name: `${value.replaceAll('_', ' ')} (now ${timeIn(value, now)})`, value }));
}

function timeIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(now);
}
