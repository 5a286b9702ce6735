// The log: events with fields, to standard error, so that standard output stays the program's own.
import { isatty } from 'node:tty';
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** Fields that may hold a secret are never written. */
const SECRET_FIELDS = ['token', 'apiKey', 'authorization', '*.token', '*.apiKey', '*.authorization'];
/** A request to Discord that failed: its body holds what was asked and answered, its address a token. */
const REQUEST_FIELDS = ['err.requestBody', 'err.url'];
const STANDARD_ERROR = 2;

export type { Logger };

/** @param stream default standard error: JSON lines for whatever collects logs, readable lines where a person watches */
export function createLog(level: string, stream: DestinationStream = openStandardError()): Logger {
  const redact = { paths: [...SECRET_FIELDS, ...REQUEST_FIELDS], censor: '[secret]' };
  return pino({ level, base: null, redact }, stream);
}

function openStandardError(): DestinationStream {
  return isatty(STANDARD_ERROR)
    ? pretty({ destination: STANDARD_ERROR, sync: true, translateTime: 'HH:MM:ss', singleLine: true })
    : destination({ fd: STANDARD_ERROR, sync: true });
}
