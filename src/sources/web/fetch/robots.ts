// Asks a site's robots.txt whether Footnote may read a page: https://www.rfc-editor.org/rfc/rfc9309
import { LRUCache } from 'lru-cache';
import robotsModule, { type Robot } from 'robots-parser';
import { abortable } from '../../../core/abort.js';
import { webError } from '../text.js';
import { hostOf } from './web-url.js';

/** The name that robots.txt knows Footnote by. */
const ROBOT_NAME = 'Footnote';
// The module is CommonJS and exports the function itself, but its types say otherwise.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

const CACHED_SITES = 500;
/** RFC 9309 allows 24 hours. Sites that just changed their rules shouldn't have to wait that long. */
const CACHE_MS = 60 * 60 * 1_000;

/** A wildcard is tried at every place of the address. This many steps take about 0.2 seconds. */
const MAX_MATCHING_STEPS = 100_000_000;

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
  const cache = new LRUCache<string, Promise<RobotsRules>>({ max: CACHED_SITES, ttl: CACHE_MS });
  return async (url, signal) => {
    let rules = cache.get(url.origin);
    if (!rules) {
      const address = new URL('/robots.txt', url);
      rules = fetchRobots(address).then((file) => readRules(address, file));
      cache.set(url.origin, rules);
    }
    const { robot, unknown, wildcardChars = 0 } = await abortable(rules, signal);
    if (unknown) {
      cache.delete(url.origin);
      throw unknown.error;
    }
    if (wildcardChars * url.href.length > MAX_MATCHING_STEPS) throw webError('robots-unknown', [hostOf(url)]);
    if (robot?.isAllowed(url.href, ROBOT_NAME) === false) throw webError('robots', [hostOf(url)]);
  };
}

interface RobotsRules {
  readonly robot?: Robot;
  /** Characters of all lines with a wildcard. */
  readonly wildcardChars?: number;
  readonly unknown?: { readonly error: unknown };
}

function readRules(address: URL, file: RobotsFile): RobotsRules {
  if (file.kind === 'unknown') return { unknown: file };
  if (file.kind === 'none') return {};
  const withWildcard = file.text.split('\n').filter((line) => line.includes('*'));
  return {
    robot: robotsParser(address.href, file.text),
    wildcardChars: withWildcard.reduce((sum, line) => sum + line.length, 0),
  };
}
