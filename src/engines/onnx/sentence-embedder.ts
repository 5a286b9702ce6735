// Embeds with a local sentence-transformers model: tokenizes, runs the model in its worker, pools and normalizes.
import { AppError } from '../../core/errors.js';
import type { Embedder } from '../../core/ports.js';
import { openModel, type RunOptions } from './model.js';
import type { OutputTensor } from './protocol.js';
import { ONNX_TEXT } from './text.js';
import type { Tokenizer } from './tokenizer.js';

/** Passages per call, which take 0.2 seconds on one thread. */
const BATCH_SIZE = 8;

/** How one vector is made of a text's token vectors. */
export type Pooling = 'mean' | 'cls';

/** A model and how it is used. */
export interface SentenceModel {
  readonly modelFile: string;
  readonly openTokenizer: () => Promise<Tokenizer>;
  /** Identifies the model and these settings. The embedder appends the dimension. */
  readonly name: string;
  /** Longer texts are cut at the end. */
  readonly maxTokens: number;
  /** Used only if the model has no output called `sentence_embedding`. */
  readonly pooling: Pooling;
  /** Put before each text. Default: nothing. */
  readonly prompts?: { readonly query: string; readonly document: string } | undefined;
}

/** An embedder that holds a worker thread. */
export interface OpenEmbedder extends Embedder {
  /** Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the model and embeds one word, to learn the dimension.
 * @throws AppError `engine/no-runtime`, `engine/bad-model`, `engine/model-failed`
 */
export async function openSentenceEmbedder(settings: SentenceModel): Promise<OpenEmbedder> {
  const { modelFile, maxTokens, pooling, prompts = { query: '', document: '' } } = settings;
  const [tokenizer, model] = await Promise.all([
    settings.openTokenizer(),
    openModel({ file: modelFile, threads: 1 }),
  ]);
  /** One text per run, so that its vector doesn't depend on other texts. See {@link OnnxModel.run}. */
  async function embed(text: string, options: RunOptions): Promise<number[]> {
    const sequence = tokenizer.encodeSequence(text, maxTokens);
    const outputs = await model.run([sequence], options);
    const ready = outputs['sentence_embedding'];
    if (ready) return normalize(Array.from(ready.data));
    const tokens = outputs['last_hidden_state'] ?? outputs['token_embeddings'] ?? Object.values(outputs)[0];
    if (tokens?.shape.length !== 3) throw badModel(modelFile, ONNX_TEXT.noVectors);
    return normalize(pool(tokens, pooling));
  }

  const embedQuery: Embedder['embedQuery'] = (text, { signal } = {}) =>
    embed(`${prompts.query}${text}`, { isUrgent: true, signal });

  try {
    const dimensions = (await embedQuery('word')).length;
    return {
      fingerprint: `${settings.name}/${dimensions}`,
      ...{ dimensions, isSlow: true, batchSize: BATCH_SIZE },
      embedQuery,
      async embedDocuments(texts, { signal } = {}) {
        const vectors: number[][] = [];
        for (const text of texts) vectors.push(await embed(`${prompts.document}${text}`, { signal }));
        return vectors;
      },
      close: model.close,
    };
  } catch (error) {
    await model.close();
    throw error;
  }
}

/** The sum of the token vectors, which points where their mean does, or the vector of the first token. */
function pool({ data, shape }: OutputTensor, pooling: Pooling): number[] {
  const [, length = 0, size = 0] = shape;
  const sum = new Array<number>(size).fill(0);
  for (let token = 0; token < (pooling === 'cls' ? 1 : length); token += 1) {
    for (let at = 0; at < size; at += 1) sum[at] = (sum[at] as number) + (data[token * size + at] as number);
  }
  return sum;
}

function normalize(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}

function badModel(file: string, reason: string): AppError {
  return new AppError({ code: 'engine/bad-model', ...ONNX_TEXT.cannotOpen(file, reason) });
}
