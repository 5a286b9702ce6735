// Retries calls to a model's server, and stops calling it for a while if it keeps failing (a circuit
// breaker).
import { setTimeout as wait } from 'node:timers/promises';
import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import pRetry from 'p-retry';
import { AppError } from '../../core/errors.js';
import { type Endpoint, explainProviderError, ProviderError } from './provider-error.js';
import { ERROR_TEXT } from './text.js';

export interface CircuitBreakerOptions {
  /** Maximum number of retries after a failed call. */
  readonly retries: number;
  /** Delay before the first retry. It doubles each time, plus up to 100 % jitter. */
  readonly firstWaitMs: number;
  /** If the server asks for a longer wait than this, the call fails without a retry. */
  readonly maxWaitMs: number;
  /** The circuit opens after this many consecutive failures. */
  readonly failuresToOpen: number;
  /** How long the circuit stays open. Then one call tests the server. */
  readonly openMs: number;
  /** Waits as long as Retry-After asks. Default: a timer. */
  readonly wait?: ((ms: number, signal: AbortSignal | undefined) => Promise<void>) | undefined;
}

/** For calls while someone waits for an answer. */
export const ANSWER_RETRIES: CircuitBreakerOptions = {
  ...{ retries: 2, firstWaitMs: 250, maxWaitMs: 5_000 },
  ...{ failuresToOpen: 3, openMs: 30_000 },
};

/** For building an index. It outlasts most rate limits, which are per minute. */
export const INDEXING_RETRIES: CircuitBreakerOptions = {
  ...{ retries: 6, firstWaitMs: 500, maxWaitMs: 120_000 },
  ...{ failuresToOpen: 10, openMs: 10_000 },
};

export interface CircuitBreaker {
  /**
   * Runs `work` and retries it after transient failures (408, 409, 429, 5xx, network errors, unusable responses). Waits as long
   * as Retry-After says, or with exponential backoff and jitter.
   * @throws AppError `engine/*` for the last failure, `engine/unavailable` without a call while the circuit
   * is open, or the signal's reason
   */
  call<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Counts a failure that happened after `call` returned, such as a broken stream. */
  recordFailure(error: AppError): Promise<void>;
}

export function createCircuitBreaker(endpoint: Endpoint, options: CircuitBreakerOptions): CircuitBreaker {
  const waitOut = options.wait ?? ((ms, signal) => wait(ms, undefined, { signal }));
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof AppError && error.code.startsWith('engine/')),
    { halfOpenAfter: options.openMs, breaker: new ConsecutiveBreaker(options.failuresToOpen) },
  );

  /** @throws the signal's reason, or the failure as an AppError */
  async function attempt<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    try {
      signal?.throwIfAborted();
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      throw explainProviderError(error, endpoint);
    }
  }

  const withRetries = <T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
    pRetry(() => attempt(work, signal), {
      ...{ retries: options.retries, minTimeout: options.firstWaitMs, factor: 2, randomize: true },
      ...(signal ? { signal } : {}),
      shouldRetry: ({ error }) =>
        error instanceof ProviderError && error.isTransient && (error.retryAfterMs ?? 0) <= options.maxWaitMs,
      onFailedAttempt: async ({ error, retriesLeft }) => {
        const retryAfterMs = error instanceof ProviderError ? (error.retryAfterMs ?? 0) : 0;
        if (retriesLeft > 0 && retryAfterMs > 0 && retryAfterMs <= options.maxWaitMs)
          await waitOut(retryAfterMs, signal);
      },
    });

  return {
    async call(work, signal) {
      try {
        return await breaker.execute(() => withRetries(work, signal));
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof BrokenCircuitError) throw circuitOpen(endpoint, error);
        throw error;
      }
    },
    async recordFailure(error) {
      if (breaker.state !== CircuitState.Closed) return;
      await breaker.execute(() => Promise.reject(error)).catch(() => undefined);
    },
  };
}

function circuitOpen(endpoint: Endpoint, cause: unknown): ProviderError {
  return new ProviderError({
    ...{ code: 'engine/unavailable', ...ERROR_TEXT.circuitOpen(endpoint) },
    ...{ isTransient: false, cause },
  });
}
