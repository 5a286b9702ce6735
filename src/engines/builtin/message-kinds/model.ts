// The trained weights of the message classifier, and how they are stored: JSON, and the weights of the hashed features as
// bytes.
import { readFile, writeFile } from 'node:fs/promises';
import type { ReplyRequest } from '../../../core/conversation/last-reply/reply-requests.js';
import type { MessageKind } from '../../../core/ports.js';
import { packagePath } from '../../../package-path.js';
import { SPARSE_SIZE } from './features.js';

const JSON_FILE = packagePath('src/engines/builtin/models/message-kinds.json');
const SPARSE_FILE = packagePath('src/engines/builtin/models/message-kinds.bin');
const MOST_STEPS = 127;

/** A multinomial logistic regression. Lists are in the order of `labels`. */
export interface LinearModel<Label extends string> {
  readonly labels: readonly Label[];
  /** For each label: bias, then a weight for each dimension of the vector, if it uses any. */
  readonly dense: readonly (readonly number[])[];
  /** For each label: the value of a step of its sparse weights. */
  readonly steps: readonly number[];
  /** For each label, the weights of the sparse features in steps. */
  readonly sparse: Int8Array;
}

/** What the classifier has learned. */
export interface MessageModel {
  /** Identifies the embedder that it was trained with. It can't use vectors of another one. */
  readonly fingerprint: string;
  /** Words that messages without a subject of their own have. */
  readonly chatWords: ReadonlySet<string>;
  readonly kinds: LinearModel<MessageKind>;
  /** ISO 639-1 codes. */
  readonly languages: LinearModel<string>;
  /** What messages want of the last reply. */
  readonly requests: LinearModel<ReplyRequest | 'other'>;
}

interface Stored extends Pick<MessageModel, 'fingerprint'> {
  readonly chatWords: readonly string[];
  readonly kinds: Omit<LinearModel<MessageKind>, 'sparse'>;
  readonly languages: Omit<LinearModel<string>, 'sparse'>;
  readonly requests: Omit<LinearModel<ReplyRequest | 'other'>, 'sparse'>;
}

export async function readModel(): Promise<MessageModel> {
  const [json, bytes] = await Promise.all([readFile(JSON_FILE, 'utf8'), readFile(SPARSE_FILE)]);
  const { fingerprint, chatWords, kinds, languages, requests } = JSON.parse(json) as Stored;
  const sparse = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = kinds.labels.length * SPARSE_SIZE;
  const endOfLanguages = end + languages.labels.length * SPARSE_SIZE;
  return {
    ...{ fingerprint, chatWords: new Set(chatWords) },
    kinds: { ...kinds, sparse: sparse.subarray(0, end) },
    languages: { ...languages, sparse: sparse.subarray(end, endOfLanguages) },
    requests: { ...requests, sparse: sparse.subarray(endOfLanguages) },
  };
}

export async function writeModel({ fingerprint, chatWords, ...model }: MessageModel): Promise<void> {
  const { sparse: ofKinds, ...kinds } = model.kinds;
  const { sparse: ofLanguages, ...languages } = model.languages;
  const { sparse: ofRequests, ...requests } = model.requests;
  const stored: Stored = { fingerprint, chatWords: [...chatWords].sort(), kinds, languages, requests };
  const lines = Object.entries(stored).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  await Promise.all([
    writeFile(JSON_FILE, `{${lines.join(',\n')}}\n`),
    writeFile(SPARSE_FILE, Buffer.concat([ofKinds, ofLanguages, ofRequests].map(bytesOf))),
  ]);
}

/**
 * Rounds sparse weights to steps.
 * @param weights for each label
 */
export function toSteps(
  weights: readonly (readonly number[])[],
): Pick<LinearModel<string>, 'steps' | 'sparse'> {
  const steps = weights.map((own) => {
    const most = own.reduce((highest, weight) => Math.max(highest, Math.abs(weight)), Number.MIN_VALUE);
    return most / MOST_STEPS;
  });
  const sparse = weights.flatMap((own, label) =>
    own.map((weight) => Math.round(weight / (steps[label] ?? 1))),
  );
  return { steps, sparse: Int8Array.from(sparse) };
}

function bytesOf({ buffer, byteOffset, byteLength }: Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
