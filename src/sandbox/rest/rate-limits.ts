// Fixed-window rate limits with Discord's headers.
// https://docs.discord.com/developers/topics/rate-limits
import { createHash } from 'node:crypto';

/** A number of requests per window. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** Limits by kind of route. Discord publishes only the global limit; the others are from its recent response headers. */
export interface RateLimitRules {
  readonly global: RateLimit;
  /** Creating, editing and deleting messages, each counted separately per channel or interaction token. */
  readonly messages: RateLimit;
  /** Creating, editing and deleting application commands. */
  readonly commands: RateLimit;
  /** Everything else. */
  readonly other: RateLimit;
}

const DEFAULT_RATE_LIMITS: RateLimitRules = {
  global: { requests: 50, windowMs: 1_000 },
  messages: { requests: 5, windowMs: 5_000 },
  commands: { requests: 5, windowMs: 20_000 },
  other: { requests: 30, windowMs: 10_000 },
};

export interface RateLimitResult {
  readonly isLimited: boolean;
  readonly isGlobal: boolean;
  /** Milliseconds until the window ends. */
  readonly resetAfterMs: number;
  readonly headers: Readonly<Record<string, string>>;
}

interface Bucket {
  used: number;
  resetAt: number;
}

export class RateLimits {
  readonly #rules: RateLimitRules;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rules: Partial<RateLimitRules>, now: () => number) {
    this.#rules = { ...DEFAULT_RATE_LIMITS, ...rules };
    this.#now = now;
  }

  /**
   * Counts a request against its limits.
   * @param route method and path pattern
   * @param major the channel, server or token that gets its own bucket
   * @param options `isGlobal`: whether the request also counts toward the global limit
   */
  consume(
    kind: keyof RateLimitRules,
    route: string,
    major: string,
    { isGlobal }: { isGlobal: boolean },
  ): RateLimitResult {
    const global = isGlobal ? this.#count('global', this.#rules.global) : undefined;
    if (global?.isOver) {
      const headers = { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' };
      return { isLimited: true, isGlobal: true, resetAfterMs: global.resetAfterMs, headers };
    }
    const rule = this.#rules[kind];
    const { isOver, used, resetAt, resetAfterMs } = this.#count(`${route} ${major}`, rule);
    const headers = {
      'X-RateLimit-Limit': String(rule.requests),
      'X-RateLimit-Remaining': String(Math.max(0, rule.requests - used)),
      'X-RateLimit-Reset': (resetAt / 1000).toFixed(3),
      'X-RateLimit-Reset-After': (resetAfterMs / 1000).toFixed(3),
      'X-RateLimit-Bucket': createHash('md5').update(route).digest('hex'),
      ...(isOver && { 'X-RateLimit-Scope': 'user' }),
    };
    return { isLimited: isOver, isGlobal: false, resetAfterMs, headers };
  }

  #count(key: string, { requests, windowMs }: RateLimit) {
    const now = this.#now();
    let bucket = this.#buckets.get(key);
    if (!bucket || bucket.resetAt <= now) {
      if (this.#buckets.size > 1_000) this.#sweep(now);
      bucket = { used: 0, resetAt: now + windowMs };
      this.#buckets.set(key, bucket);
    }
    const isOver = bucket.used >= requests;
    if (!isOver) bucket.used += 1;
    return { isOver, used: bucket.used, resetAt: bucket.resetAt, resetAfterMs: bucket.resetAt - now };
  }

  #sweep(now: number): void {
    for (const [key, { resetAt }] of this.#buckets) if (resetAt <= now) this.#buckets.delete(key);
  }
}
