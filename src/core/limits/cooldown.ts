// A cooldown per person. It allows a short burst of questions.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.js';

/** Questions that a person may ask at once. */
const BURST = 3;

/**
 * Limits each person to one question per `seconds` on average: {@link BURST} questions in `BURST * seconds`.
 * @param seconds 0 turns the cooldown off
 * @returns a check that throws AppError `core/too-fast`, with the seconds to wait, when a person is too fast
 */
export function createCooldown(seconds: number): (userId: string) => Promise<void> {
  if (seconds <= 0) return async () => {};
  const limiter = new RateLimiterMemory({ points: BURST, duration: BURST * seconds });
  return async (userId) => {
    try {
      await limiter.consume(userId);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const wait = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      throw new AppError({
        code: 'core/too-fast',
        message: 'Slow down a little.',
        advice: `Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
      });
    }
  };
}
