// Reads a time of day as people type it.

/** @returns `HH:MM`, or undefined if it isn't a time of day. Understands `9`, `9:05`, `9.05`, `21h30`, `9 am` and `9:30 pm` */
export function readTimeOfDay(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:\s?[:.h]\s?(\d{2})?)?\s*(?:([ap])\.?m\.?|h|uhr|o'clock)?$/iu.exec(typed.trim());
  if (!match) return undefined;
  const [, hourText = '', minuteText = '0', half] = match;
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  if (minute > 59 || hour > 23) return undefined;
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const isPm = half?.toLowerCase() === 'p';
  const hours = half === undefined ? hour : (hour % 12) + (isPm ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
