// Opens the engine that is configured: built in, or models in the places of its embedder and writer.
import type { ModelsConfig } from '../config.js';
import type { Embedder, Engine } from '../core/ports.js';
import { createBuiltinEngine } from './builtin/engine.js';
import { withCalibratedSimilarity } from './builtin/semantics/calibrate-similarity.js';
import type { OpenEngineOptions } from './langchain/open-parts.js';

/** An engine that holds connections. */
export interface OpenEngine extends Engine {
  /** Embedders whose vectors may still be stored, and that can always be asked. */
  readonly formerEmbedders: readonly Embedder[];
  /** Waits until traces are sent, where tracing is on; safe to call twice. */
  close(): Promise<void>;
}

/**
 * Chat and embeddings are independent: either may be a model, or built in. What ranks sentences and reads words is
 * always built in.
 * @throws AppError `engine/*` where a model cannot be opened, or has to be asked for its dimension and fails
 */
export async function openEngine(
  { chat, embedding }: ModelsConfig,
  { knownFingerprints, signal }: OpenEngineOptions = {},
): Promise<OpenEngine> {
  const builtin = createBuiltinEngine();
  if (!chat && !embedding) return { ...builtin, formerEmbedders: [], close: async () => {} };
  // Only here, as loading LangChain takes longer than a whole answer of the built-in engine.
  const models = await import('./langchain/open-parts.js');
  const engine: Engine = embedding
    ? {
        ...builtin,
        embedder: await models.openEmbedder(embedding, { knownFingerprints, signal }),
        ranker: withCalibratedSimilarity(builtin.ranker),
      }
    : builtin;
  return {
    ...engine,
    ...(chat ? { ...(await models.openChatParts(chat)), fallback: engine } : {}),
    formerEmbedders: embedding ? [builtin.embedder] : [],
    close: models.flushTraces,
  };
}
