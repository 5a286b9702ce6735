// The worker thread of a model. ONNX Runtime blocks its thread during a run, so it never runs on the main thread.
import { parentPort, workerData } from 'node:worker_threads';
import type { InferenceSession } from 'onnxruntime-node';
import {
  CLOSE,
  IDLE,
  type OutputTensor,
  type RunRequest,
  type WorkerData,
  type WorkerMessage,
} from './protocol.js';

/** Errors reach the caller, so none are printed: https://onnxruntime.ai/docs/api/js/interfaces/InferenceSession.SessionOptions.html */
const LOG_FATAL_ERRORS = 4;

await serve(workerData as WorkerData);

async function serve({ file, threads, state }: WorkerData): Promise<void> {
  const runtime = await import('onnxruntime-node').catch((error: unknown) => fail(error, true));
  if (!runtime) return;
  const session = await runtime.InferenceSession.create(file, {
    ...{ intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: LOG_FATAL_ERRORS },
    // Waiting threads sleep. Otherwise they'd take processor time from the rest of the program.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  }).catch((error: unknown) => fail(error, false));
  if (!session) return;
  const { Tensor } = runtime;
  const handle = async (message: RunRequest | typeof CLOSE): Promise<void> => {
    if (message === CLOSE) {
      await session.release();
      parentPort?.close();
      return;
    }
    const { inputs } = message;
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, { data, rows, columns }]) => [
        name,
        new Tensor('int64', data, [rows, columns]),
      ]),
    );
    try {
      const results = await session.run(feeds);
      setIdle(state);
      send(...readOutputs(results));
    } catch (error) {
      setIdle(state);
      fail(error, false);
    }
  };
  // One after another, because a session that is released before its run is over may crash the process.
  let last = Promise.resolve();
  parentPort?.on('message', (message: RunRequest | typeof CLOSE) => {
    last = last.then(() => handle(message));
  });
  send({ kind: 'opened', inputNames: [...session.inputNames], outputNames: [...session.outputNames] });
}

/** Lets a main thread go on that waits for the end of the run. */
function setIdle(state: Int32Array): void {
  Atomics.store(state, 0, IDLE);
  Atomics.notify(state, 0);
}

/** The message and what it transfers. */
function readOutputs(results: InferenceSession.ReturnType): [WorkerMessage, ArrayBuffer[]] {
  const outputs: Record<string, OutputTensor> = {};
  for (const [name, { data, dims }] of Object.entries(results)) {
    // The runtime owns its memory, so the numbers are copied once.
    if (data instanceof Float32Array) outputs[name] = { data: data.slice(), shape: [...dims] };
  }
  return [{ kind: 'outputs', outputs }, Object.values(outputs).map(({ data }) => data.buffer as ArrayBuffer)];
}

function send(message: WorkerMessage, transferred: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, [...transferred]);
}

function fail(error: unknown, isRuntimeMissing: boolean): undefined {
  send({ kind: 'failed', reason: error instanceof Error ? error.message : String(error), isRuntimeMissing });
}
