// Builds a library's HNSW graph (Malkov & Yashunin 2018, implemented by hnswlib-node) in a worker thread.
import { Worker } from 'node:worker_threads';
import { packagePath } from '../../package-path.js';
import type { BuildMessage, BuildRequest } from './graph-worker.js';

/** Compiled, because Node.js can't run TypeScript in a worker. */
const WORKER = 'dist/src/store/vectors/graph-worker.js';

/**
 * Writes the graph to the request's output file. Ends the thread when the signal aborts.
 * @returns the nodes that are marked as deleted
 * @throws what went wrong in the worker; the signal's reason
 */
export async function buildGraph(
  request: Omit<BuildRequest, 'stop'>,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<readonly number[]> {
  signal.throwIfAborted();
  // The thread ends by itself, because ending it inside hnswlib or SQLite could crash the process.
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const end = () => Atomics.store(stop, 0, 1);
  const worker = new Worker(packagePath(WORKER), { workerData: { ...request, stop } satisfies BuildRequest });
  signal.addEventListener('abort', end);
  let deleted: readonly number[] | undefined;
  let failure: unknown;
  worker.on('message', (message: BuildMessage) => {
    if (message.kind === 'built') deleted = message.deleted;
    else onProgress(message.done, message.total);
  });
  worker.on('error', (error) => {
    failure = error;
  });
  await new Promise((resolve) => worker.on('exit', resolve));
  signal.removeEventListener('abort', end);
  if (deleted) return deleted;
  signal.throwIfAborted();
  throw failure ?? new Error('the thread that builds the vector index ended');
}
