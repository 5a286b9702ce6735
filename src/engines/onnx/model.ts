// Opens an ONNX model in a worker thread, so that runs never block the event loop.
import { Worker } from 'node:worker_threads';
import { AppError } from '../../core/errors.js';
import { packagePath } from '../../package-path.js';
import {
  BUSY,
  CLOSE,
  type OutputTensor,
  type RunRequest,
  type WorkerData,
  type WorkerMessage,
  type WorkerSettings,
} from './protocol.js';
import { createInputs, type TokenSequence } from './sequences.js';
import { ONNX_TEXT } from './text.js';

/** Compiled, because Node.js can't run TypeScript in a worker. */
const WORKER = 'dist/src/engines/onnx/model-worker.js';

/** Longest time that the end of the process waits for a run. A run takes about 30 ms. */
const MAX_EXIT_WAIT_MS = 2_000;

export interface RunOptions {
  /** True: goes before waiting runs that aren't urgent. Someone is waiting for the result. */
  readonly isUrgent?: boolean | undefined;
  /** Rejects the run. One that has started still finishes in the worker. */
  readonly signal?: AbortSignal | undefined;
}

type Outputs = Readonly<Record<string, OutputTensor>>;

/** A model that is ready to run. */
export interface OnnxModel {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /**
   * Pads the sequences to the longest and runs the model once. Runs are queued, one at a time. Keep a run short, because
   * an urgent one waits for the one before it. With a model whose weights are quantized, prefer one sequence per run:
   * its numbers are scaled over the whole batch, so the result for a text depends on the others (cosine .99). On a
   * processor, one run per text is also no slower.
   * @returns the float32 outputs by name, with a row per sequence
   * @throws AppError `engine/model-failed`; the signal's reason
   */
  run(sequences: readonly TokenSequence[], options?: RunOptions): Promise<Outputs>;
  /** Rejects all runs, and ends the thread after the current one. Safe to call twice. */
  close(): Promise<void>;
}

interface Job {
  readonly sequences: readonly TokenSequence[];
  readonly isUrgent: boolean;
  readonly resolve: (outputs: Outputs) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Opens the model, which takes about 0.2 seconds for 20 MB.
 * @throws AppError `engine/no-runtime` if this platform has no ONNX Runtime, `engine/bad-model` if the file can't be read
 */
export async function openModel({ file, threads }: WorkerSettings): Promise<OnnxModel> {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(packagePath(WORKER), {
    workerData: { file, threads, state } satisfies WorkerData,
  });
  const opened = await new Promise<WorkerMessage>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error) =>
      resolve({ kind: 'failed', reason: error.message, isRuntimeMissing: false }),
    );
  });
  worker.removeAllListeners('error');
  if (opened.kind !== 'opened') {
    await worker.terminate();
    throw explainOpening(file, opened);
  }
  return createModel(worker, state, file, opened);
}

function createModel(
  worker: Worker,
  state: Int32Array,
  file: string,
  { inputNames, outputNames }: Pick<OnnxModel, 'inputNames' | 'outputNames'>,
): OnnxModel {
  const waiting: Job[] = [];
  let running: Job | undefined;
  let ended: unknown;
  let closed: Promise<void> | undefined;
  let hasExited = false;

  function startNext(): void {
    running = waiting.shift();
    // An idle model doesn't keep the process alive.
    if (running || closed) worker.ref();
    else worker.unref();
    if (!running) return;
    const inputs = createInputs(running.sequences, inputNames);
    const transferred = Object.values(inputs).map(({ data }) => data.buffer as ArrayBuffer);
    Atomics.store(state, 0, BUSY);
    worker.postMessage({ inputs } satisfies RunRequest, transferred);
  }

  function end(reason: unknown): void {
    ended ??= reason;
    for (const job of [running, ...waiting.splice(0)]) job?.reject(ended);
    running = undefined;
  }

  /** ONNX Runtime aborts the whole process if its thread is stopped during a run. */
  function waitForRun(): void {
    Atomics.wait(state, 0, BUSY, MAX_EXIT_WAIT_MS);
  }

  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'outputs') running?.resolve(message.outputs);
    if (message.kind === 'failed') running?.reject(failed(file, message.reason));
    startNext();
  });
  worker.on('error', (error) => end(failed(file, error.message)));
  worker.on('exit', () => {
    hasExited = true;
    process.off('exit', waitForRun);
    end(failed(file, 'its thread ended'));
  });
  process.on('exit', waitForRun);
  worker.unref();

  return {
    ...{ inputNames, outputNames },
    run(sequences, { isUrgent = false, signal } = {}) {
      return new Promise<Outputs>((resolve, reject) => {
        signal?.throwIfAborted();
        if (ended !== undefined) throw ended;
        const stop = () => {
          if (waiting.includes(job)) waiting.splice(waiting.indexOf(job), 1);
          job.reject(signal?.reason);
        };
        const settle =
          <T>(pass: (value: T) => void) =>
          (value: T): void => {
            signal?.removeEventListener('abort', stop);
            pass(value);
          };
        const job: Job = { sequences, isUrgent, resolve: settle(resolve), reject: settle(reject) };
        signal?.addEventListener('abort', stop, { once: true });
        const place = isUrgent ? waiting.findIndex((other) => !other.isUrgent) : -1;
        waiting.splice(place < 0 ? waiting.length : place, 0, job);
        if (!running) startNext();
      });
    },
    async close() {
      end(failed(file, 'it was closed'));
      closed ??= new Promise<void>((resolve) => {
        if (hasExited) return resolve();
        // Stopping the thread during a run would abort the whole process, so it ends by itself.
        worker.once('exit', () => resolve());
        worker.ref();
        worker.postMessage(CLOSE);
      });
      await closed;
    },
  };
}

function failed(file: string, reason: string): AppError {
  return new AppError({ code: 'engine/model-failed', ...ONNX_TEXT.cannotRun(file, reason) });
}

function explainOpening(file: string, message: WorkerMessage): AppError {
  const { reason, isRuntimeMissing } =
    message.kind === 'failed' ? message : { reason: 'no answer', isRuntimeMissing: false };
  if (!isRuntimeMissing)
    return new AppError({ code: 'engine/bad-model', ...ONNX_TEXT.cannotOpen(file, reason) });
  const text = ONNX_TEXT.noRuntime(`${process.platform} ${process.arch}`, reason.split('\n', 1)[0] ?? '');
  return new AppError({ code: 'engine/no-runtime', ...text });
}
