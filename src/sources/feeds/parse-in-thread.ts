// Parses feeds in a worker thread with limits on memory and time: even a harmless feed of 10,000 items takes half a
// second, and a hostile one much longer.
import { Worker } from 'node:worker_threads';
import type { AppError } from '../../core/errors.js';
import { packagePath } from '../../package-path.js';
import { FEED_PROBLEMS, webError } from '../web/text.js';
import type { FeedFile, FeedFileContent } from './feed-worker.js';

/** Compiled, because Node.js can't run TypeScript in a worker. */
const WORKER = 'dist/src/sources/feeds/feed-worker.js';
const MAX_MEMORY_MB = 384;

/** Limits on parsing a feed. */
export interface ParseOptions {
  /** In milliseconds. Default 20 s. */
  readonly maxMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Parses a file in a thread of its own, which takes about 0.2 seconds longer than the parsing itself.
 * @throws AppError `sources/bad-feed`; the signal's reason
 */
export async function parseInThread(
  file: FeedFile,
  { maxMs = 20_000, signal }: ParseOptions = {},
): Promise<FeedFileContent> {
  signal?.throwIfAborted();
  const worker = new Worker(packagePath(WORKER), {
    workerData: file,
    // A feed needs no tokens or keys, and what libraries print about it belongs into no log.
    ...{ stdout: true, stderr: true, env: {}, execArgv: [] },
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  });
  const cleanup = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<FeedFileContent>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: cleanup.signal });
      timer = setTimeout(() => reject(webError('bad-feed', [FEED_PROBLEMS.slow])), maxMs);
      worker.on('message', resolve);
      worker.on('error', (error) => reject(explainCrash(error)));
      worker.on('exit', () => reject(webError('bad-feed', [FEED_PROBLEMS.damaged])));
    });
  } finally {
    clearTimeout(timer);
    cleanup.abort();
    await worker.terminate();
  }
}

function explainCrash(error: Error & { readonly code?: string }): AppError {
  const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return webError('bad-feed', [isMemory ? FEED_PROBLEMS.memory : FEED_PROBLEMS.damaged], error);
}
