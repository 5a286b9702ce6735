// Model configurations that point to a test server.
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ChatConfig, EmbeddingConfig } from '../../src/config/models.js';
import { type OpenAiServer, startOpenAiServer } from './openai-server.js';

/** Folder of a sentence-transformers model with two layers, 32 dimensions and random weights. */
export const TINY_MODEL = join(import.meta.dirname, 'tiny-embedder');

/** Closed after the test. */
export async function openTestServer(): Promise<OpenAiServer> {
  const server = await startOpenAiServer();
  onTestFinished(() => server.close());
  return server;
}

export function chatConfig({ url }: OpenAiServer, changes: Partial<ChatConfig> = {}): ChatConfig {
  return {
    ...{
      model: 'test-chat',
      baseUrl: url,
      apiKey: 'sk-very-secret-key',
      evidenceTokens: 4_000,
      answerTokens: 500,
    },
    ...{ firstTokenTimeoutMs: 60_000, answerTimeoutMs: 60_000, ...changes },
  };
}

export function embeddingConfig(
  { url }: OpenAiServer,
  changes: Partial<EmbeddingConfig> = {},
): EmbeddingConfig {
  return { model: 'test-embedding', baseUrl: url, batchSize: 8, concurrency: 2, ...changes };
}
