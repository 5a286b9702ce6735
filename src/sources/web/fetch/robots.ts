// Asks a site's robots.txt whether Footnote may read a page: https://www.rfc-editor.org/rfc/rfc9309
import { LRUCache } from 'lru-cache';
import robotsModule, { type Robot } from 'robots-parser';
import { abortable } from '../../../core/async/abort.js';
import { webError } from '../text.js';
import { estimateRobotsCost } from './robots-cost.js';
import { hostOf } from './web-url.js';

// The module is CommonJS and exports the function itself, but its types say otherwise.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** The name that robots.txt knows Footnote by. */
const ROBOT_NAME = 'Footnote';
const CACHED_SITES = 500;
/** Rules of all cached sites together. One takes about 100 bytes. */
const CACHED_RULES = 500_000;
/** RFC 9309 allows 24 hours. Sites that just changed their rules shouldn't have to wait that long. */
const CACHE_MS = 60 * 60 * 1_000;
/** A hundred times as many as large sites have. */
const MAX_RULES = 50_000;
/** Comparisons of characters for one address. They take about 0.2 seconds. */
const MAX_COMPARISONS = 100_000_000;

/** What a site says: its rules, or why they are unknown. */
export type RobotsFile =
  | { readonly kind: 'rules'; readonly text: string }
  /** The site has none: everything is allowed. */
  | { readonly kind: 'none' }
  /** It can't be read at the moment: nothing is allowed. The error says why. */
  | { readonly kind: 'unknown'; readonly error: unknown };

/** Throws if the page may not be read. */
export type RobotsCheck = (url: URL, signal: AbortSignal) => Promise<void>;

/**
 * Creates a check that keeps the answers of the last 500 sites for an hour.
 * @param fetchRobots reads the robots.txt at this address; must end in bounded time
 */
export function createRobotsCheck(fetchRobots: (url: URL) => Promise<RobotsFile>): RobotsCheck {
  const cache = new LRUCache<string, Rules>({ max: CACHED_SITES, maxSize: CACHED_RULES, ttl: CACHE_MS });
  /** Pages of one site that are read at the same time share one request. */
  const pending = new Map<string, Promise<Rules>>();

  async function load(origin: string): Promise<Rules> {
    const address = new URL('/robots.txt', origin);
    const file = await fetchRobots(address);
    if (file.kind === 'unknown') throw file.error;
    const rules = readRules(address, file);
    cache.set(origin, rules, { size: rules.count + 1 });
    return rules;
  }

  return async (url, signal) => {
    const { origin } = url;
    let rules = cache.get(origin);
    if (!rules) {
      const loading = pending.get(origin) ?? load(origin).finally(() => pending.delete(origin));
      pending.set(origin, loading);
      rules = await abortable(loading, signal);
    }
    if (rules.wildcardChars * url.href.length > MAX_COMPARISONS)
      throw webError('robots-unknown', [hostOf(url)]);
    if (rules.robot?.isAllowed(url.href, ROBOT_NAME) === false) throw webError('robots', [hostOf(url)]);
  };
}

interface Rules {
  /** Unset: everything is allowed. */
  readonly robot?: Robot;
  readonly count: number;
  readonly wildcardChars: number;
}

/** @throws AppError `sources/robots-unknown` */
function readRules(address: URL, file: RobotsFile & { readonly kind: 'rules' | 'none' }): Rules {
  if (file.kind === 'none') return { count: 0, wildcardChars: 0 };
  const { rules: count, wildcardChars } = estimateRobotsCost(file.text);
  if (count > MAX_RULES) throw webError('robots-unknown', [hostOf(address)]);
  return { robot: robotsParser(address.href, file.text), count, wildcardChars };
}
