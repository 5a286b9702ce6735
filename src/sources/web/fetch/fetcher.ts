// Fetches pages and files from the public internet for other people, who may send any link. See docs/fetching.md.
import { parse as parseDisposition } from 'content-disposition';
import pLimit from 'p-limit';
import { parseMIMEType } from 'undici';
import { abortable } from '../../../core/async/abort.js';
import { RESPONSE_PROBLEMS, webError } from '../text.js';
import { openAgent, type ResolveHost, resolveHost, type TimeLimits } from './connect.js';
import { refusalOf } from './refusal.js';
import { createRobotsCheck, type RobotsFile } from './robots.js';
import { firstOf, sendRequest, type WebResponse } from './send-request.js';
import { type AllowedHosts, hostOf, isAllowedHost, readWebUrl } from './web-url.js';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const DEFAULT_MAX_BYTES = 25_000_000;
/** RFC 9309 asks for at least 500 KiB. */
const ROBOTS_MAX_BYTES = 512_000;
const TIME_LIMITS: TimeLimits = { connectMs: 10_000, idleMs: 10_000, totalMs: 30_000 };
const SITE_PROBLEMS = new Set(
  ['not-public', 'no-such-site', 'unreachable', 'too-slow', 'insecure-site'].map((name) => `sources/${name}`),
);
/** Requests at a time, over all sites. Each may hold twice the most bytes in memory. */
const CONCURRENCY = 4;
/** Lookups at a time. Each occupies one of Node.js' four threads, and a hostile name server answers slowly. */
const LOOKUPS = 2;

/** Settings of a fetcher. */
export interface FetcherOptions {
  /** Sent with every request, such as `Footnote/1.0 (+https://example.org)`. */
  readonly userAgent: string;
  /** Hosts that may be read although they aren't public. Default: none. */
  readonly allowedHosts?: AllowedHosts | undefined;
  /** Default: the operating system's. */
  readonly resolve?: ResolveHost | undefined;
  readonly timeLimits?: Partial<TimeLimits> | undefined;
}

/** Options of one fetch. */
interface FetchOptions {
  readonly signal?: AbortSignal | undefined;
  /** The most bytes, before and after decompression. Default 25 MB. */
  readonly maxBytes?: number | undefined;
  /** The `Accept` header. */
  readonly accept?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly ifModifiedSince?: string | undefined;
}

/** What was fetched. */
export interface Fetched {
  /** After redirects. */
  readonly url: string;
  /** In lower case, without parameters. */
  readonly contentType?: string | undefined;
  /** As the server declares it. */
  readonly charset?: string | undefined;
  readonly bytes: Uint8Array;
  /** From the headers, or the last part of the address. */
  readonly fileName?: string | undefined;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Whether the server says that nothing changed. `bytes` is empty then. */
  readonly isNotModified: boolean;
}

/** Fetches pages and files. */
export interface Fetcher {
  /**
   * @throws AppError `sources/*` with the reason
   */
  fetch(url: string, options?: FetchOptions): Promise<Fetched>;
  close(): Promise<void>;
}

/** Creates a fetcher. It holds connections until it is closed. */
export function createFetcher({
  userAgent,
  allowedHosts = new Set(),
  resolve = resolveHost,
  timeLimits,
}: FetcherOptions): Fetcher {
  const limits = { ...TIME_LIMITS, ...timeLimits };
  const lookups = pLimit(LOOKUPS);
  const resolveLimited: ResolveHost = (hostname) => lookups(() => resolve(hostname));
  const checkedAgent = openAgent(true, limits, resolveLimited);
  const allowedAgent = openAgent(false, limits, resolveLimited);
  const runLimited = pLimit(CONCURRENCY);
  const checkRobots = createRobotsCheck(fetchRobots);

  async function follow(
    link: URL,
    headers: Readonly<Record<string, string>>,
    { maxBytes, signal, isRobots = false }: { maxBytes: number; signal: AbortSignal; isRobots?: boolean },
  ): Promise<{ readonly url: URL; readonly response: WebResponse }> {
    let url = link;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      if (!isRobots) await checkRobots(url, signal);
      const agent = isAllowedHost(url, allowedHosts) ? allowedAgent : checkedAgent;
      const response = await sendRequest(url, agent, {
        ...{ maxBytes, signal },
        headers: { 'user-agent': userAgent, ...headers },
      });
      if (!REDIRECTS.has(response.status)) return { url, response };
      const target = firstOf(response.headers.location);
      if (target === undefined) throw webError('bad-response', [hostOf(url), RESPONSE_PROBLEMS.location]);
      url = readWebUrl(target, allowedHosts, url.href);
    }
    throw webError('too-many-redirects', [MAX_REDIRECTS]);
  }

  async function fetchRobots(url: URL): Promise<RobotsFile> {
    try {
      const { response } = await withDeadline(limits.totalMs, hostOf(url), undefined, (signal) =>
        follow(url, { accept: 'text/plain' }, { maxBytes: ROBOTS_MAX_BYTES, signal, isRobots: true }),
      );
      if (response.status === 200) return { kind: 'rules', text: new TextDecoder().decode(response.bytes) };
      // A missing file (4xx) means no rules; "too many requests" means that we don't know yet.
      if (response.status < 500 && response.status !== 429) return { kind: 'none' };
      return { kind: 'unknown', error: webError('robots-unknown', [hostOf(url)], refusalOf(response, url)) };
    } catch (error) {
      const { code } = error as { readonly code?: unknown };
      // What is wrong with the whole site is said as it is.
      const isSite = typeof code === 'string' && SITE_PROBLEMS.has(code);
      return { kind: 'unknown', error: isSite ? error : webError('robots-unknown', [hostOf(url)], error) };
    }
  }

  return {
    async fetch(address, { signal, maxBytes = DEFAULT_MAX_BYTES, accept = '*/*', ...conditions } = {}) {
      const link = readWebUrl(address, allowedHosts);
      const headers = {
        accept,
        ...(conditions.ifNoneMatch !== undefined && { 'if-none-match': conditions.ifNoneMatch }),
        ...(conditions.ifModifiedSince !== undefined && { 'if-modified-since': conditions.ifModifiedSince }),
      };
      const work = runLimited(() =>
        withDeadline(limits.totalMs, hostOf(link), signal, (deadline) =>
          follow(link, headers, { maxBytes, signal: deadline }),
        ),
      );
      const { url, response } = await abortable(work, signal);
      if (response.status !== 200 && response.status !== 304) throw refusalOf(response, url);
      return readResponse(url, response);
    },
    async close() {
      await Promise.all([checkedAgent.destroy(), allowedAgent.destroy()]);
    },
  };
}

/** Ends the work after a time, or when the caller's signal is aborted. @throws AppError `sources/too-slow` */
async function withDeadline<T>(
  ms: number,
  host: string,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(ms);
  try {
    return await work(signal ? AbortSignal.any([signal, timeout]) : timeout);
  } catch (error) {
    if (!signal?.aborted && timeout.aborted && error === timeout.reason)
      throw webError('too-slow', [host], error);
    throw error;
  }
}

function readResponse(url: URL, { status, headers, bytes }: WebResponse): Fetched {
  const type = parseMIMEType(firstOf(headers['content-type']) ?? '');
  return {
    url: url.href,
    ...(type !== 'failure' && { contentType: type.essence, charset: type.parameters.get('charset') }),
    bytes,
    fileName: readFileName(firstOf(headers['content-disposition']), url),
    etag: firstOf(headers.etag),
    lastModified: firstOf(headers['last-modified']),
    isNotModified: status === 304,
  };
}

function readFileName(disposition: string | undefined, url: URL): string | undefined {
  try {
    const { filename } = parseDisposition(disposition ?? '').parameters;
    if (filename) return filename;
  } catch {
    // Many servers send this header in a form of their own.
  }
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || undefined;
  } catch {
    return last;
  }
}
