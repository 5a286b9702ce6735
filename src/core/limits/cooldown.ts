// A cooldown per person: a few questions at once are fine, a stream of them is not.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.js';

/** Questions that may come at once. */
const BURST = 3;

/**
 * Lets a person through, on average once in `seconds`: at most three times in three times that long.
 * @param seconds 0: everyone is let through
 * @returns throws AppError `core/too-fast`, which says when to try again
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
        message: `That was more than ${BURST} questions in ${BURST * seconds} seconds.`,
        advice: `Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
      });
    }
  };
}
