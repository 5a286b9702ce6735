// The log: structured events on standard error, so that standard output contains only results.
import { isatty } from 'node:tty';
import { type DestinationStream, destination, type Logger, pino, stdSerializers } from 'pino';
import pretty from 'pino-pretty';

/** Fields that may contain a secret are never written. */
const SECRET_FIELDS = ['token', 'apiKey', 'authorization', '*.token', '*.apiKey', '*.authorization'];
/** In errors of requests to Discord, the body contains the question and the answer, and the URL contains a token. */
const REQUEST_FIELDS = ['err.requestBody', 'err.url'];
const USER_INFO = /(?<=\b\w+:\/\/)[^\s/@]+@/gu;
const STANDARD_ERROR = 2;

export type { Logger };

/** @param stream default: standard error, as readable lines in a terminal and as JSON lines otherwise */
export function createLog(level: string, stream: DestinationStream = openStandardError()): Logger {
  const redact = { paths: [...SECRET_FIELDS, ...REQUEST_FIELDS], censor: '[secret]' };
  return pino({ level, base: null, redact, serializers: { err: serializeError } }, stream);
}

/** An error as it is written, without the user name and password of an address. */
function serializeError(error: Error): object {
  const serialized = stdSerializers.err(error);
  const clean = (text: string) => text.replace(USER_INFO, '[secret]@');
  return { ...serialized, message: clean(serialized.message), stack: clean(serialized.stack) };
}

function openStandardError(): DestinationStream {
  return isatty(STANDARD_ERROR)
    ? pretty({ destination: STANDARD_ERROR, sync: true, translateTime: 'HH:MM:ss', singleLine: true })
    : destination({ fd: STANDARD_ERROR, sync: true });
}
