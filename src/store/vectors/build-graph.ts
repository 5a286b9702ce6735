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
  request: BuildRequest,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<readonly number[]> {
  signal.throwIfAborted();
  const worker = new Worker(packagePath(WORKER), { workerData: request });
  let stop = () => {};
  try {
    return await new Promise<readonly number[]>((resolve, reject) => {
      stop = () => reject(signal.reason as Error);
      signal.addEventListener('abort', stop);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread that builds the vector index ended')));
      worker.on('message', (message: BuildMessage) => {
        if (message.kind === 'built') resolve(message.deleted);
        else onProgress(message.done, message.total);
      });
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
