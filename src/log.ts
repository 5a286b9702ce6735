// The log: events with fields, to standard error, so that standard output stays the program's own.
import { isatty } from 'node:tty';
import { destination, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** Fields that may hold a secret are never written. */
const SECRET_FIELDS = ['token', 'apiKey', 'authorization', '*.token', '*.apiKey', '*.authorization'];
const STANDARD_ERROR = 2;

export type { Logger };

/** JSON lines for whatever collects logs; readable lines where a person watches. */
export function createLog(level: string): Logger {
  const stream = isatty(STANDARD_ERROR)
    ? pretty({ destination: STANDARD_ERROR, sync: true, translateTime: 'HH:MM:ss', singleLine: true })
    : destination({ fd: STANDARD_ERROR, sync: true });
  return pino({ level, base: null, redact: { paths: SECRET_FIELDS, censor: '[secret]' } }, stream);
}
