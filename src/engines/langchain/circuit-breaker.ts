// Guards calls to one model's server: tries again with patience, and stops asking for a while where it keeps failing.
import { setTimeout as wait } from 'node:timers/promises';
import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import pRetry from 'p-retry';
import { AppError } from '../../core/errors.js';
import { type Endpoint, explainProviderError, ProviderError } from './provider-error.js';

export interface CircuitBreakerOptions {
  /** Calls after the first that failed, at most. */
  readonly retries: number;
  /** Wait before the second call; doubled each time, with up to as much again by chance. */
  readonly firstWaitMs: number;
  /** A server that asks for a longer wait is not asked again. */
  readonly maxWaitMs: number;
  /** So many calls in a row fail until the server is left alone… */
  readonly failuresToOpen: number;
  /** …for so long; then one call tries it. */
  readonly openMs: number;
  /** How a Retry-After is waited out. Default: by the clock. */
  readonly wait?: ((ms: number, signal: AbortSignal | undefined) => Promise<void>) | undefined;
}

/** Patience while someone waits for an answer. */
export const ANSWER_RETRIES: CircuitBreakerOptions = {
  ...{ retries: 2, firstWaitMs: 250, maxWaitMs: 5_000 },
  ...{ failuresToOpen: 3, openMs: 30_000 },
};

/** Patience while an index is built: a rate limit is for a minute, mostly. */
export const INDEXING_RETRIES: CircuitBreakerOptions = {
  ...{ retries: 6, firstWaitMs: 500, maxWaitMs: 120_000 },
  ...{ failuresToOpen: 10, openMs: 10_000 },
};

export interface CircuitBreaker {
  /**
   * Runs `work`, again where what failed may pass (429, 5xx, network, timeouts), after as long as the server's
   * Retry-After or a backoff with jitter.
   * @throws AppError `engine/*` of the last failure, `engine/unavailable` without a call while the server is left alone;
   * the signal's reason
   */
  call<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Counts a failure that came after `call` had returned: a stream that broke. */
  recordFailure(error: AppError): Promise<void>;
}

export function createCircuitBreaker(endpoint: Endpoint, options: CircuitBreakerOptions): CircuitBreaker {
  const waitOut = options.wait ?? ((ms, signal) => wait(ms, undefined, { signal }));
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof AppError && error.code.startsWith('engine/')),
    { halfOpenAfter: options.openMs, breaker: new ConsecutiveBreaker(options.failuresToOpen) },
  );

  /** @throws the signal's reason, or the failure explained */
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
        const asked = error instanceof ProviderError ? (error.retryAfterMs ?? 0) : 0;
        if (retriesLeft > 0 && asked > 0 && asked <= options.maxWaitMs) await waitOut(asked, signal);
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

function circuitOpen({ model, host }: Endpoint, cause: unknown): ProviderError {
  return new ProviderError({
    code: 'engine/unavailable',
    message: `${model} at ${host} failed several times in a row, and is left alone for a while.`,
    advice: 'It is tried again by itself.',
    ...{ isTransient: false, cause },
  });
}
