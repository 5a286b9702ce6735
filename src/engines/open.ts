// Opens the configured engine: the built-in one, with models in place of its embedder or writer if they are
// configured.
import type { ModelsConfig } from '../config.js';
import type { Embedder, Engine } from '../core/ports.js';
import { createBuiltinEngine } from './builtin/engine.js';
import { withCalibratedSimilarity } from './builtin/semantics/calibrate-similarity.js';
import type { OpenEngineOptions } from './langchain/open-parts.js';

/** An engine that holds connections. */
export interface OpenEngine extends Engine {
  /** Embedders that may have made stored vectors and are always available. */
  readonly formerEmbedders: readonly Embedder[];
  /** Waits until traces are sent, if tracing is on. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the engine. Chat and embedding model are independent of each other. Ranking and text analysis are
 * always built in.
 * @throws AppError `engine/*` if a model can't be opened, or has to be called for its dimension and fails
 */
export async function openEngine(
  { chat, embedding, reader = true }: ModelsConfig,
  { knownFingerprints, signal }: OpenEngineOptions = {},
): Promise<OpenEngine> {
  const builtin = createBuiltinEngine(undefined, reader ? {} : { reader });
  if (!chat && !embedding) return { ...builtin, formerEmbedders: [], close: async () => {} };
  // Loaded only now, because loading LangChain takes longer than a whole answer of the built-in engine.
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
