// Opens a sentence-transformers model from a folder, as `EMBEDDING_MODEL=onnx:<folder>` names it.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../../core/errors.js';
import { type OpenEmbedder, openSentenceEmbedder, type Pooling } from './sentence-embedder.js';
import { ONNX_TEXT } from './text.js';
import { openTokenizer } from './tokenizer.js';

/** How a model's name in the configuration starts. */
const PREFIX = 'onnx:';
/** Public models have the graph in this subfolder. */
const SUBFOLDER = 'onnx';
/** Used if the folder doesn't say. Most models were trained with at least this many. */
const DEFAULT_MAX_TOKENS = 256;
const DIGEST_CHARS = 12;

/** Whether the configured model is a local folder. */
export function isModelFolder(model: string): boolean {
  return model.startsWith(PREFIX);
}

/**
 * Opens the model. The fingerprint contains a hash of the model file, so that other weights in the same folder count as
 * another model.
 * @param model `onnx:` and the folder's path
 * @throws AppError `engine/bad-model` if there is no complete model; as {@link openSentenceEmbedder}
 */
export async function openModelFolder(model: string): Promise<OpenEmbedder> {
  const folder = resolve(model.slice(PREFIX.length));
  const modelFile = await findModelFile(folder);
  const pooling = await readPooling(folder);
  const prompts = await readPrompts(folder);
  const maxTokens = await readMaxTokens(folder);
  const settings = JSON.stringify({ pooling, prompts, maxTokens });
  const digest = await digestFile(modelFile, settings);
  return openSentenceEmbedder({
    ...{ modelFile, maxTokens, pooling, prompts },
    openTokenizer: () => openTokenizer(join(folder, 'tokenizer.json')),
    name: `onnx/${basename(folder)}-${digest}`,
  });
}

/** The full model if there is one, else a quantized one. */
async function findModelFile(folder: string): Promise<string> {
  for (const place of [folder, join(folder, SUBFOLDER)]) {
    const names = (await readdir(place).catch(() => [])).filter((name) => name.endsWith('.onnx')).sort();
    const name = names.find((name) => name === 'model.onnx') ?? names[0];
    if (name !== undefined) return join(place, name);
  }
  throw new AppError({ code: 'engine/bad-model', ...ONNX_TEXT.noModel(folder, existsSync(folder)) });
}

/** https://sbert.net/docs/package_reference/sentence_transformer/models.html#pooling */
async function readPooling(folder: string): Promise<Pooling> {
  const config = await readJson(join(folder, '1_Pooling', 'config.json'));
  return config['pooling_mode_cls_token'] === true || config['pooling_mode'] === 'cls' ? 'cls' : 'mean';
}

/** Some models, such as E5, expect a few words before each text. */
async function readPrompts(folder: string): Promise<{ readonly query: string; readonly document: string }> {
  const config = await readJson(join(folder, 'config_sentence_transformers.json'));
  const prompts = (config['prompts'] ?? {}) as Readonly<Record<string, unknown>>;
  const text = (...names: readonly string[]) =>
    names.map((name) => prompts[name]).find((prompt) => typeof prompt === 'string') ?? '';
  return { query: text('query'), document: text('document', 'passage') };
}

async function readMaxTokens(folder: string): Promise<number> {
  const { max_seq_length: most } = await readJson(join(folder, 'sentence_bert_config.json'));
  return typeof most === 'number' && most > 2 ? most : DEFAULT_MAX_TOKENS;
}

/** An empty object if the file is missing. @throws AppError `engine/bad-model` if it isn't JSON */
async function readJson(file: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError({ code: 'engine/bad-model', ...ONNX_TEXT.cannotOpen(file, reason), cause: error });
  }
}

async function digestFile(file: string, settings: string): Promise<string> {
  const hash = createHash('sha256').update(settings);
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, DIGEST_CHARS);
}
