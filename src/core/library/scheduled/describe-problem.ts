// What a library's people are told about work that failed.
import { AppError, explainError } from '../../errors.js';

/** About the article, the feed or the library. Other errors speak to the operator, with paths and hosts. */
const EXPECTED = /^(?:sources|library|core)\//u;

/** Whether the error is about what is read or where it is added, and not about this installation. */
export function isExpected(error: unknown): error is AppError {
  return error instanceof AppError && EXPECTED.test(error.code);
}

/** The reason in words, without anything about this machine. */
export function describeProblem(error: unknown): string {
  return isExpected(error)
    ? explainError(error)
    : 'Something went wrong on our side. It will be tried again later.';
}
