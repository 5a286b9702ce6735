// Puts the parts of configured models together; loaded only where one is configured.
import { awaitAllCallbacks } from '@langchain/core/callbacks/promises';
import type { ChatConfig, EmbeddingConfig } from '../config.js';
import type { Embedder, Engine } from '../core/ports.js';
import { createClaimJudge } from './claim-judge.js';
import { ANSWER_PATIENCE, createGuard } from './guard.js';
import { endpointOf, openChatModel, openEmbeddings } from './langchain.js';
import { openModelEmbedder } from './model-embedder.js';
import { createModelRewriter } from './model-rewriter.js';
import { createModelWriter, type ModelParts } from './model-writer.js';
import type { OpenEngineOptions } from './open.js';

/** @throws AppError as {@link openChatModel} */
export async function openWriters(
  config: ChatConfig,
): Promise<Pick<Engine, 'name' | 'writer' | 'rewriter' | 'claimJudge'>> {
  const endpoint = endpointOf(config);
  const guard = createGuard(endpoint, ANSWER_PATIENCE);
  const parts: ModelParts = { model: await openChatModel(config), config, endpoint, guard };
  return {
    name: config.model,
    writer: createModelWriter(parts),
    rewriter: createModelRewriter(parts),
    claimJudge: createClaimJudge(parts.model, config.model, guard.call),
  };
}

/** @throws AppError as {@link openEmbeddings} and {@link openModelEmbedder} */
export async function openEmbedder(config: EmbeddingConfig, options: OpenEngineOptions): Promise<Embedder> {
  const open = await openEmbeddings(config);
  return openModelEmbedder({ config, endpoint: endpointOf(config), open, ...options });
}

/** LangChain sends traces behind the answer's back, where LANGSMITH_TRACING is set. */
export const awaitTraces = (): Promise<void> => awaitAllCallbacks();
