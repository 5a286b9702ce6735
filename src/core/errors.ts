// The one error of the project: what happened, and what to do. Broken promises throw it; expected outcomes are values.

/** An error that a person can act on. */
export class AppError extends Error {
  override readonly name = 'AppError';
  /** `room/what`, stable: for tests and for code that recovers. */
  readonly code: string;
  /** What to do, in a sentence. */
  readonly advice: string;

  constructor(options: { code: string; message: string; advice: string; cause?: unknown }) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.advice = options.advice;
  }
}

/** True of what an engine throws when its model fails: another engine may do the work. */
export function isEngineFailure(error: unknown): error is AppError {
  return error instanceof AppError && error.code.startsWith('engine/');
}

/** What to show a person of any error: message and advice, never a stack. */
export function explainError(error: unknown): string {
  if (error instanceof AppError) return `${error.message} ${error.advice}`;
  return 'Something went wrong on our side. Please try again; the log has the details.';
}
