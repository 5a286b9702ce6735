// Opens the configured engine: the built-in one, with models in place of its embedder or writer if they are configured.
import type { EmbeddingConfig, ModelsConfig } from '../config/models.js';
import { AppError } from '../core/errors.js';
import type { Embedder, Engine } from '../core/ports.js';
import { createEmbedder } from './builtin/embedder.js';
import { createBuiltinEngine } from './builtin/engine.js';
import { shareBuiltinEmbedder } from './builtin/model-embedder.js';
import type { OpenEngineOptions } from './langchain/open-parts.js';
import { isModelFolder, openModelFolder } from './onnx/model-folder.js';
import type { OpenEmbedder } from './onnx/sentence-embedder.js';

/** An engine that holds threads and connections. */
export interface OpenEngine extends Engine {
  /** Embedders that may have made stored vectors and are always available. */
  readonly formerEmbedders: readonly Embedder[];
  /** Ends the models' threads, and waits until traces are sent, if tracing is on. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the engine. Chat and embedding model are independent of each other. Ranking and text analysis are always built in.
 * @throws AppError `engine/*` if a model can't be opened, or has to be called for its dimension and fails
 */
export async function openEngine(
  { chat, embedding, reader = true }: ModelsConfig,
  options: OpenEngineOptions = {},
): Promise<OpenEngine> {
  const opened = embedding ? await openConfigured(embedding, options) : await openBuiltIn();
  const closeEmbedder = async () => opened.close?.();
  const builtin = createBuiltinEngine(opened.embedder, reader ? {} : { reader });
  const lexical = createEmbedder();
  const formerEmbedders = opened.embedder.fingerprint === lexical.fingerprint ? [] : [lexical];
  if (!chat) return { ...builtin, formerEmbedders, close: closeEmbedder };
  try {
    const models = await loadModels();
    return {
      ...{ ...builtin, ...(await models.openChatParts(chat)), fallback: builtin, formerEmbedders },
      async close() {
        await closeEmbedder();
        await models.flushTraces();
      },
    };
  } catch (error) {
    await closeEmbedder();
    throw error;
  }
}

interface Opened {
  readonly embedder: Embedder;
  /** Set if the embedder holds a thread. */
  readonly close?: () => Promise<void>;
}

/** The lexical embedder takes over on platforms without ONNX Runtime. */
async function openBuiltIn(): Promise<Opened> {
  try {
    return { embedder: await shareBuiltinEmbedder() };
  } catch (error) {
    if (error instanceof AppError && error.code === 'engine/no-runtime')
      return { embedder: createEmbedder() };
    throw error;
  }
}

function withClose(embedder: OpenEmbedder): Opened {
  return { embedder, close: embedder.close };
}

async function openConfigured(config: EmbeddingConfig, options: OpenEngineOptions): Promise<Opened> {
  if (isModelFolder(config.model)) return withClose(await openModelFolder(config.model));
  return { embedder: await (await loadModels()).openEmbedder(config, options) };
}

/** Loaded only if a model is configured, because loading LangChain takes longer than a whole answer of the built-in engine. */
function loadModels() {
  return import('./langchain/open-parts.js');
}
