// Formats times in the browser's language and time zone.

/** Discord's styles: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** Formats a time in one of Discord's styles. `R` is relative to now. */
export function formatTimestamp(ms: number, style: string): string {
  if (!isValidTime(ms)) return 'Invalid date';
  if (style === 'R') return formatRelativeTime(ms - Date.now());
  return new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES['f']).format(ms);
}

/** Day, date and time, for a tooltip. Empty if invalid. */
export function formatFullTime(ms: number): string {
  return isValidTime(ms) ? formatTimestamp(ms, 'F') : '';
}

/** The time of a message. Older messages also get the date. */
export function formatMessageTime(timestamp: string): string {
  const time = new Date(timestamp);
  const isToday = time.toDateString() === new Date().toDateString();
  return formatTimestamp(time.getTime(), isToday ? 't' : 'f');
}

function formatRelativeTime(distanceMs: number): string {
  const [unit, unitMs] = UNITS.find(([, ms]) => Math.abs(distanceMs) >= ms) ?? ['second', 1_000];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(
    Math.round(distanceMs / unitMs),
    unit,
  );
}

function isValidTime(ms: number): boolean {
  return !Number.isNaN(new Date(ms).getTime());
}
