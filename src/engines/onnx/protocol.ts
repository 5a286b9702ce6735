// The messages between a model's handle and its worker thread.

/** What a worker opens. */
export interface WorkerSettings {
  /** Path of the `.onnx` file. */
  readonly file: string;
  /** Threads for one run. */
  readonly threads: number;
}

/** What the worker gets when it starts. */
export interface WorkerData extends WorkerSettings {
  /** One shared number: {@link BUSY} from the request of a run to its end. */
  readonly state: Int32Array;
}

export const IDLE = 0;
export const BUSY = 1;

/** To the worker: ends it, after the run before. */
export const CLOSE = 'close';

/** An int64 input of shape [rows, columns]. */
export interface InputTensor {
  readonly data: BigInt64Array;
  readonly rows: number;
  readonly columns: number;
}

/** A float32 output. */
export interface OutputTensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** To the worker: one run. */
export interface RunRequest {
  readonly inputs: Readonly<Record<string, InputTensor>>;
}

/** From the worker. The first message is `opened` or `failed`. Then each run gets one reply, in order. */
export type WorkerMessage =
  | {
      readonly kind: 'opened';
      readonly inputNames: readonly string[];
      readonly outputNames: readonly string[];
    }
  /** `isRuntimeMissing`: this platform has no ONNX Runtime. */
  | { readonly kind: 'failed'; readonly reason: string; readonly isRuntimeMissing: boolean }
  | { readonly kind: 'outputs'; readonly outputs: Readonly<Record<string, OutputTensor>> };
