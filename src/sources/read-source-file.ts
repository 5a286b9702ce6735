// Reads files in a worker thread with limits on memory and time, so that no file can block or end the bot.
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { AppError } from '../core/errors.js';
import type { ReadOptions } from '../core/library/ports.js';
import { packagePath } from '../package-path.js';
import type { FileDraft, FileToRead, WorkerMessage } from './documents/protocol.js';
import { refuseTooComplex, refuseTooLarge } from './documents/refusals.js';

/** Compiled, because Node.js can't run TypeScript in a worker. */
const WORKER = 'dist/src/sources/documents/file-worker.js';
const MEMORY_CHECK_MS = 25;
const YOUNG_GENERATION_MB = 64;
/** PDF files, and zip files such as .docx, .epub and .odt: one at a time, because they may need a lot of memory. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are the signature
const CONTAINER = /^(?:%PDF|PK\x03\x04)/;

/** Limits on reading a file. */
export interface FileReaderOptions {
  /** Largest file, in bytes. Default: 64 MiB. */
  readonly maxBytes?: number | undefined;
  /** Memory for one file, in MiB: the thread's heap, and again for what it holds outside of it. Default 768. */
  readonly maxMemoryMb?: number | undefined;
  /** Time for one file, in milliseconds, without waiting for others. Default: 2 minutes. */
  readonly maxMs?: number | undefined;
  /** Text and web pages read at once. Containers, such as PDF and Word files, are read one at a time. Default 2. */
  readonly concurrency?: number | undefined;
}

/** Reads files of any supported format. */
export interface FileReader {
  /**
   * Reads a file in a thread of its own. What the bytes say decides about the format, then name and content type.
   * @throws AppError `sources/*`: `unsupported-file`, `damaged-file`, `encrypted-file`, `no-text`, `too-large`,
   * `too-complex` (over the limits) and others; the signal's reason
   */
  readSourceFile(file: FileToRead, options?: ReadOptions): Promise<FileDraft>;
  /** Ends all reading. Safe to call twice. */
  close(): Promise<void>;
}

export function createFileReader({
  maxBytes = 64 * 2 ** 20,
  maxMemoryMb = 768,
  maxMs = 120_000,
  concurrency = 2,
}: FileReaderOptions = {}): FileReader {
  const pages = pLimit(concurrency);
  const containers = pLimit(1);
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();

  async function readSourceFile(file: FileToRead, options: ReadOptions = {}): Promise<FileDraft> {
    if (file.bytes.length > maxBytes) throw refuseTooLarge(file.name, file.bytes.length, maxBytes);
    const signal = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])]);
    signal.throwIfAborted();
    const limit = CONTAINER.test(Buffer.from(file.bytes.subarray(0, 4)).toString('latin1'))
      ? containers
      : pages;
    const work = limit(() => {
      signal.throwIfAborted();
      return readInThread(file, { signal, onProgress: options.onProgress, maxMemoryMb, maxMs });
    });
    const settled = work.catch(() => undefined).finally(() => running.delete(settled));
    running.add(settled);
    return untilAborted(work, signal);
  }

  return {
    readSourceFile,
    async close() {
      closing.abort(
        new AppError({
          code: 'sources/closed',
          message: 'Footnote is shutting down.',
          advice: 'Add the file again in a minute.',
        }),
      );
      await Promise.all(running);
    },
  };
}

interface ThreadLimits extends ReadOptions {
  readonly signal: AbortSignal;
  readonly maxMemoryMb: number;
  readonly maxMs: number;
}

async function readInThread(
  file: FileToRead,
  { signal, onProgress, maxMemoryMb, maxMs }: ThreadLimits,
): Promise<FileDraft> {
  const worker = new Worker(packagePath(WORKER), {
    workerData: file,
    // What libraries print about damaged files belongs into no log, and a file needs no tokens or keys.
    ...{ stdout: true, stderr: true, env: {}, execArgv: [] },
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const timers: NodeJS.Timeout[] = [];
  let stop = (): void => {};
  try {
    return await new Promise<FileDraft>((resolve, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') onProgress?.(message.step, message.done, message.total);
        else if (message.kind === 'read') resolve(message.draft);
        else reject(new AppError(message));
      });
      worker.on('error', (error: Error & { readonly code?: string }) => reject(explainCrash(file, error)));
      worker.on('exit', () => reject(explainCrash(file, undefined)));
      timers.push(
        setTimeout(() => reject(refuseTooComplex(file.name, 'takes too long to read')), maxMs),
        watchMemory(maxMemoryMb, () => reject(needsTooMuchMemory(file))),
      );
    });
  } finally {
    for (const timer of timers) clearInterval(timer);
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/**
 * Calls `stop` once the process has grown by twice the limit. The thread's own limit covers only its heap, and what is
 * unpacked from a file is stored outside of it: https://nodejs.org/api/worker_threads.html#new-workerfilename-options
 */
function watchMemory(maxMemoryMb: number, stop: () => void): NodeJS.Timeout {
  const before = process.memoryUsage.rss();
  return setInterval(() => {
    if (process.memoryUsage.rss() - before > 2 * maxMemoryMb * 2 ** 20) stop();
  }, MEMORY_CHECK_MS);
}

function needsTooMuchMemory(file: FileToRead, cause?: unknown): AppError {
  return refuseTooComplex(file.name, 'needs too much memory to read', cause);
}

function explainCrash(file: FileToRead, error: (Error & { readonly code?: string }) | undefined): AppError {
  return error?.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? needsTooMuchMemory(file, error)
    : refuseTooComplex(file.name, 'made the reader fail', error);
}

/** Rejects as soon as the signal aborts, even if the work is still waiting for its turn. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
