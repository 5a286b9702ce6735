// Runs the contract suites of the engine ports against every engine.
import { onTestFinished } from 'vitest';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';
import { openBuiltinEmbedder } from '../../src/engines/builtin/model-embedder.js';
import { openModelFolder } from '../../src/engines/onnx/model-folder.js';
import type { OpenEmbedder } from '../../src/engines/onnx/sentence-embedder.js';
import { openEngine } from '../../src/engines/open.js';
import { embedderContract } from '../contracts/embedder.js';
import { writerContract } from '../contracts/writer.js';
import { chatConfig, embeddingConfig, openTestServer, TINY_MODEL } from '../support/models.js';

embedderContract('the lexical embedder', async () => createBuiltinEngine().embedder);
embedderContract('the built-in model', () => closedAfterTest(openBuiltinEmbedder()));
embedderContract('a model folder', () => closedAfterTest(openModelFolder(`onnx:${TINY_MODEL}`)));

async function closedAfterTest(opening: Promise<OpenEmbedder>): Promise<OpenEmbedder> {
  const embedder = await opening;
  onTestFinished(() => embedder.close());
  return embedder;
}

const servers = new Map<string, Awaited<ReturnType<typeof openTestServer>>>();

embedderContract('a model', async () => {
  const { expect } = await import('vitest');
  // One server per test, so that two openings call the same one.
  const test = expect.getState().currentTestName ?? '';
  const server = servers.get(test) ?? (await openTestServer());
  servers.set(test, server);
  return (await openEngine({ embedding: embeddingConfig(server) })).embedder;
});

writerContract('the built-in engine', async () => ({
  writer: createBuiltinEngine().writer,
  callsModel: false,
}));

writerContract('a model', async (can) => {
  const server = await openTestServer();
  server.chat({
    kind: 'text',
    text: can === 'answer' ? 'The harbour will close on 3 March 2031 [1]. It is old [1].' : 'NOT_IN_ARTICLE',
  });
  return { writer: (await openEngine({ chat: chatConfig(server) })).writer, callsModel: true };
});
