// The error that people can read. Expected outcomes are return values; everything else throws an AppError.

/** An error with a message and advice that people can read. */
export class AppError extends Error {
  override readonly name = 'AppError';
  /** `area/what`. Stable, so that tests and recovery code can rely on it. */
  readonly code: string;
  /** What to do next, as one or two sentences. */
  readonly advice: string;

  constructor(options: { code: string; message: string; advice: string; cause?: unknown }) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.advice = options.advice;
  }
}

/** Whether a model failed (`engine/*`), so that another engine may take over. */
export function isEngineFailure(error: unknown): error is AppError {
  return error instanceof AppError && error.code.startsWith('engine/');
}

/** The text to show a person for any error: message and advice, never a stack trace. */
export function explainError(error: unknown): string {
  if (error instanceof AppError) return `${error.message} ${error.advice}`;
  return 'Something went wrong on our side. Please try again. The log has the details.';
}
