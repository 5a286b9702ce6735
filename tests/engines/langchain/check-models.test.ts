import { describe, expect, it } from 'vitest';
import { checkEngine } from '../../../src/engines/langchain/check-models.js';
import { chatConfig, embeddingConfig, openTestServer } from '../../support/models.js';

describe('checkEngine', () => {
  it('calls nothing if everything is built in', async () => {
    expect(await checkEngine({})).toEqual([
      { name: 'chat model', ok: true, detail: 'built in' },
      { name: 'embedding model', ok: true, detail: 'built in' },
    ]);
  });

  it('calls each model once', async () => {
    const server = await openTestServer();

    const checks = await checkEngine({ chat: chatConfig(server), embedding: embeddingConfig(server) });

    expect(checks).toEqual([
      { name: 'chat model', ok: true, detail: `test-chat at ${server.host} answers` },
      {
        name: 'embedding model',
        ok: true,
        detail: `test-embedding at ${server.host} returns vectors with 64 dimensions`,
      },
    ]);
    expect(server.received).toHaveLength(2);
  });

  it('lists the server’s models if the configured one is unknown', async () => {
    const server = await openTestServer();
    server.models('llama3.1:8b', 'nomic-embed-text');

    const [chat] = await checkEngine({ chat: chatConfig(server) });

    expect(chat).toMatchObject({
      ok: false,
      detail: expect.stringContaining("doesn't have a model called test-chat"),
    });
    expect(chat?.advice).toContain('The server has llama3.1:8b, nomic-embed-text.');
  });

  it('reports a wrong key and a dimension that the model ignores', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'error', status: 401 });

    const checks = await checkEngine({
      ...{ chat: chatConfig(server), embedding: embeddingConfig(server, { dimensions: 32 }) },
    });

    expect(checks).toMatchObject([
      { ok: false, advice: 'Check the API key.' },
      { ok: false, detail: expect.stringContaining('64 dimensions, but EMBEDDING_DIMENSIONS is 32') },
    ]);
  });

  it('reports an unreachable server and a missing package', async () => {
    const server = await openTestServer();
    await server.close();

    const checks = await checkEngine({
      chat: chatConfig(server, { model: 'ollama:llama3.1:8b', baseUrl: undefined }),
      embedding: embeddingConfig(server),
    });

    expect(checks).toMatchObject([
      { ok: false, advice: expect.stringContaining('npm install @langchain/ollama') },
      { ok: false, detail: expect.stringContaining("Can't reach") },
    ]);
  });
});
