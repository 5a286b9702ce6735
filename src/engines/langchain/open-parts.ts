// Assembles the parts of the configured models. This module is loaded only if one is configured.
import { awaitAllCallbacks } from '@langchain/core/callbacks/promises';
import type { ChatConfig, EmbeddingConfig } from '../../config/models.js';
import type { Embedder, Engine } from '../../core/ports.js';
import { ANSWER_RETRIES, createCircuitBreaker } from './circuit-breaker.js';
import { createClaimChecker } from './claim-checker.js';
import { openModelEmbedder } from './embedder.js';
import { endpointOf, openChatModel, openEmbeddings } from './open-models.js';
import { createQuestionRewriter } from './question-rewriter.js';
import { createModelWriter, type ModelParts } from './writer.js';

/**
 * Opens the chat model and everything that uses it.
 * @throws AppError as {@link openChatModel}
 */
export async function openChatParts(
  config: ChatConfig,
): Promise<Pick<Engine, 'name' | 'writer' | 'rewriter' | 'claimChecker'>> {
  const endpoint = endpointOf(config);
  const circuitBreaker = createCircuitBreaker(endpoint, ANSWER_RETRIES);
  const parts: ModelParts = { model: await openChatModel(config), config, endpoint, circuitBreaker };
  return {
    name: config.model,
    writer: createModelWriter(parts),
    rewriter: createQuestionRewriter(parts),
    claimChecker: createClaimChecker(parts.model, config.model, circuitBreaker.call),
  };
}

/**
 * Opens the embedding model.
 * @throws AppError as {@link openEmbeddings} and {@link openModelEmbedder}
 */
export async function openEmbedder(config: EmbeddingConfig, options: OpenEngineOptions): Promise<Embedder> {
  const open = await openEmbeddings(config);
  return openModelEmbedder({ config, endpoint: endpointOf(config), open, ...options });
}

/** Waits for the traces that LangChain sends in the background if LANGSMITH_TRACING is set. */
export const flushTraces = (): Promise<void> => awaitAllCallbacks();

export interface OpenEngineOptions {
  /**
   * Fingerprints of stored vectors. A model that made some of them needn't be called to find its dimension.
   */
  readonly knownFingerprints?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}
