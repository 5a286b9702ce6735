// Decides how an error is reported and logged, by its code. A code that isn't listed is our own fault.
import { AppError } from '../../core/errors.js';

/**
 * `mistake`: something the person can correct. Only they see it, calmly and without a reference, and the log gets one
 * line without a stack.
 * `interruption`: nobody's fault. Told where the answer would have been, without a reference, and logged the same way.
 * `fault`: ours. The reply hides the details behind a reference, and the log has the error with its stack.
 */
export type ErrorClass = 'mistake' | 'interruption' | 'fault';

/**
 * Every code of `core`, `discord` and `commands`. Errors of other rooms speak to the operator, so they are faults here,
 * except for those of `sources`, `library` and `digest`: they are about what a person wants to add or change.
 */
export const ERROR_CLASSES = {
  'core/too-fast': 'mistake',
  'core/no-such-article': 'mistake',
  'core/empty-article': 'mistake',
  'core/article-too-long': 'mistake',
  'core/message-too-long': 'mistake',
  'core/not-saved': 'fault',
  'discord/empty-question': 'mistake',
  'discord/empty-query': 'mistake',
  'discord/no-message': 'mistake',
  'discord/not-yours': 'mistake',
  'discord/not-allowed': 'mistake',
  'discord/article-gone': 'mistake',
  'discord/already-shared': 'mistake',
  'discord/menu-expired': 'mistake',
  'discord/not-manager': 'mistake',
  'discord/not-admin': 'mistake',
  'discord/only-in-servers': 'mistake',
  'discord/nothing-to-add': 'mistake',
  'discord/nothing-to-refresh': 'mistake',
  'discord/nothing-to-remove': 'mistake',
  'discord/not-confirmed': 'mistake',
  'discord/file-too-large': 'mistake',
  'discord/file-gone': 'mistake',
  'discord/question-gone': 'mistake',
  'discord/channel-gone': 'mistake',
  'discord/cannot-post': 'mistake',
  'discord/may-not-post': 'mistake',
  'discord/not-your-summary': 'mistake',
  'discord/not-your-menu': 'mistake',
  'discord/no-articles': 'mistake',
  'discord/answer-gone': 'mistake',
  'discord/outdated': 'mistake',
  'discord/restarting': 'interruption',
  'discord/interrupted': 'interruption',
  'discord/bad-token': 'fault',
  'discord/no-token': 'fault',
  'discord/not-in-server': 'fault',
  'discord/unreachable': 'fault',
  'discord/disconnected': 'fault',
  'discord/gateway-unreachable': 'fault',
  'discord/bad-gateway': 'fault',
  'discord/no-sessions': 'fault',
  'discord/commands-refused': 'fault',
} as const satisfies Readonly<Record<string, ErrorClass>>;

/** Codes of `sources` that aren't about what a person wants to add. */
const OTHER_SOURCE_CODES: Readonly<Record<string, ErrorClass>> = {
  'sources/closed': 'interruption',
  'sources/no-folder': 'fault',
  'sources/bad-host': 'fault',
};

/** Works for any thrown value. */
export function classifyError(error: unknown): ErrorClass {
  if (!(error instanceof AppError)) return 'fault';
  if (/^(?:library|digest)\//.test(error.code)) return 'mistake';
  if (error.code.startsWith('sources/')) return OTHER_SOURCE_CODES[error.code] ?? 'mistake';
  return (ERROR_CLASSES as Readonly<Record<string, ErrorClass>>)[error.code] ?? 'fault';
}
