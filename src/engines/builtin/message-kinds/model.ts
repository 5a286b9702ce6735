// The trained weights of the classifier of message kinds, and how they are stored: JSON, and the weights of the hashed
// features as bytes.
import { readFile, writeFile } from 'node:fs/promises';
import type { MessageKind } from '../../../core/ports.js';
import { packagePath } from '../../../package-path.js';

const JSON_FILE = packagePath('src/engines/builtin/models/message-kinds.json');
const SPARSE_FILE = packagePath('src/engines/builtin/models/message-kinds.bin');
const MOST_STEPS = 127;

/** The trained weights. Lists by kind are in the order of `kinds`. */
export interface MessageKindModel {
  readonly kinds: readonly MessageKind[];
  /** Of the embedder whose vectors it was trained on. Others mean nothing to it. */
  readonly fingerprint: string;
  /** Words that messages without a subject of their own have. */
  readonly chatWords: ReadonlySet<string>;
  /** For each kind: bias, then a weight for each dimension of the vector. */
  readonly dense: readonly (readonly number[])[];
  /** For each kind: the value of a step of its sparse weights. */
  readonly steps: readonly number[];
  /** For each kind, the weights of the sparse features in steps. */
  readonly sparse: Int8Array;
}

type Stored = Omit<MessageKindModel, 'chatWords' | 'sparse'> & { readonly chatWords: readonly string[] };

export async function readModel(): Promise<MessageKindModel> {
  const [json, bytes] = await Promise.all([readFile(JSON_FILE, 'utf8'), readFile(SPARSE_FILE)]);
  const stored = JSON.parse(json) as Stored;
  const sparse = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { ...stored, chatWords: new Set(stored.chatWords), sparse };
}

export async function writeModel({ sparse, chatWords, ...model }: MessageKindModel): Promise<void> {
  const stored = { ...model, chatWords: [...chatWords].sort() } satisfies Stored;
  const lines = Object.entries(stored).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  await Promise.all([writeFile(JSON_FILE, `{${lines.join(',\n')}}\n`), writeFile(SPARSE_FILE, sparse)]);
}

/**
 * Rounds weights to steps.
 * @param weights for each kind
 */
export function toSteps(weights: readonly (readonly number[])[]): Pick<MessageKindModel, 'steps' | 'sparse'> {
  const steps = weights.map((own) => Math.max(...own.map(Math.abs), Number.MIN_VALUE) / MOST_STEPS);
  const sparse = weights.flatMap((own, kind) => own.map((weight) => Math.round(weight / (steps[kind] ?? 1))));
  return { steps, sparse: Int8Array.from(sparse) };
}
