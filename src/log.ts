// The log: events with fields, to standard error, so that standard output stays the program's own.
import { destination, type Logger, pino } from 'pino';

/** Fields that may hold a secret are never written. */
const SECRET_FIELDS = ['token', 'apiKey', 'authorization', '*.token', '*.apiKey', '*.authorization'];

export type { Logger };

export function createLog(level: string): Logger {
  return pino(
    { level, base: null, redact: { paths: SECRET_FIELDS, censor: '[secret]' } },
    destination({ fd: 2, sync: true }),
  );
}
