import { describe, expect, it } from 'vitest';
import type { Usage } from '../../../src/core/writing-ports.js';
import {
  ANSWER_RETRIES,
  type CircuitBreakerOptions,
} from '../../../src/engines/langchain/circuit-breaker.js';
import { openModelEmbedder } from '../../../src/engines/langchain/embedder.js';
import { endpointOf, openEmbeddings } from '../../../src/engines/langchain/open-models.js';
import { openEngine } from '../../../src/engines/open.js';
import { harbourEvidence } from '../../support/evidence.js';
import { chatConfig, embeddingConfig, openTestServer } from '../../support/models.js';
import type { OpenAiServer, Reply } from '../../support/openai-server.js';

const QUESTION = { text: 'When will the harbour close?', language: 'en' };
const HALF = 'data: {"choices": [{"delta": {"content": "The harbour will"}}]}\n\n';
const ANSWER = 'The harbour will close on 3 March 2031 [1].';

async function write(
  server: OpenAiServer,
  changes = {},
  options: { signal?: AbortSignal; onUsage?: (usage: Usage) => void } = {},
) {
  const { writer } = await openEngine({ chat: chatConfig(server, changes) });
  let text = '';
  for await (const piece of writer.write(QUESTION, harbourEvidence(), { confidence: 1, ...options }))
    text += piece;
  return text;
}

describe('a chat model', () => {
  it('receives rules, numbered evidence under its title, and the question, separated by fences', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: ANSWER });

    await write(server);

    const messages = server.received[0]?.body['messages'] as { role: string; content: string }[];
    const [system, user] = messages;
    const fence = /<evidence (\w{16})>/.exec(user?.content ?? '')?.[1] ?? 'none';
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(system?.content).toContain(`<question ${fence}>`);
    expect(user?.content).toContain('Article: Harbour to close for repairs\n[1] The old harbour of Brannock');
    expect(user?.content).toContain(`<question ${fence}>\n${QUESTION.text}\n</question ${fence}>`);
  });

  it('uses only features that simple servers support', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: ANSWER });

    await write(server);

    const keys = Object.keys(server.received[0]?.body ?? {}).sort();
    expect(keys).toEqual(['max_tokens', 'messages', 'model', 'stream', 'stream_options']);
  });

  it('gets a different fence for each call', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: ANSWER });

    await write(server);
    await write(server);

    const fences = server.received.map(({ body }) => /<evidence (\w+)>/.exec(JSON.stringify(body))?.[1]);
    expect(new Set(fences).size).toBe(2);
  });

  it('reports tokens as counted by the server, or else by estimate', async () => {
    const server = await openTestServer();
    const usages: Usage[] = [];
    const onUsage = (usage: Usage) => usages.push(usage);

    server.chat({ kind: 'text', text: ANSWER });
    await write(server, {}, { onUsage });
    server.chat({ kind: 'text', text: ANSWER, usage: false });
    await write(server, {}, { onUsage });

    expect(usages[0]?.outputTokens).toBe(7);
    expect(usages[1]?.inputTokens).toBeGreaterThan(300);
    expect(usages).toHaveLength(2);
  });

  it('retries after transient failures before the first chunk', async () => {
    const server = await openTestServer();
    server.chat(
      { kind: 'error', status: 500 },
      { kind: 'error', status: 429, retryAfter: '0' },
      { kind: 'text', text: ANSWER },
    );

    expect(await write(server)).toBe(ANSWER);
    expect(server.received).toHaveLength(3);
  });

  it.each<[string, Reply, string, number]>([
    [
      'a wrong key',
      { kind: 'error', status: 401, message: 'Incorrect key sk-very-secret-key' },
      'engine/unauthorized',
      1,
    ],
    ['no permission', { kind: 'error', status: 403 }, 'engine/unauthorized', 1],
    ['an unknown model', { kind: 'error', status: 404 }, 'engine/no-such-model', 1],
    ['a malformed request', { kind: 'error', status: 400 }, 'engine/refused', 1],
    ['an endless rate limit', { kind: 'error', status: 429, retryAfter: '3600' }, 'engine/rate-limited', 1],
    ['a broken server', { kind: 'error', status: 500 }, 'engine/unavailable', 3],
    ['an empty answer', { kind: 'text', text: '' }, 'engine/bad-response', 1],
    ['no choices', { kind: 'no-choices' }, 'engine/bad-response', 1],
    ['a cut stream', { kind: 'cut', text: 'The harbour' }, 'engine/unavailable', 1],
    [
      'a stream that ends in a sentence',
      { kind: 'raw', body: HALF, type: 'text/event-stream' },
      'engine/cut-short',
      1,
    ],
    ['a filtered answer', { kind: 'text', text: ANSWER, finish: 'content_filter' }, 'engine/filtered', 1],
    [
      'a web page',
      { kind: 'raw', body: '<html>Sign in</html>', type: 'text/html' },
      'engine/bad-response',
      1,
    ],
    ['an answer without an end', { kind: 'text', text: ANSWER, finish: 'length' }, 'engine/too-long', 1],
    ['a malformed chunk', { kind: 'malformed', text: 'The harbour' }, 'engine/bad-response', 1],
  ])('explains %s', async (_name, reply, code, requests) => {
    const server = await openTestServer();
    server.chat(reply);

    const failure = await write(server).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code, advice: expect.stringMatching(/\S/) });
    expect(server.received).toHaveLength(requests);
    const all = JSON.stringify([
      String(failure),
      (failure as Error).message,
      String((failure as Error).cause),
    ]);
    expect(all).not.toContain('very-secret');
  });

  it('fails if the server is down', async () => {
    const server = await openTestServer();
    await server.close();

    await expect(write(server)).rejects.toMatchObject({ code: 'engine/unavailable' });
  });

  it.each<[string, Reply, object]>([
    ['first word', { kind: 'hang' }, { firstTokenTimeoutMs: 400 }],
    ['whole answer', { kind: 'hang', text: 'The harbour' }, { answerTimeoutMs: 500 }],
  ])('times out if the %s takes too long', async (_name, reply, limits) => {
    const server = await openTestServer();
    server.chat(reply);

    await expect(write(server, limits)).rejects.toMatchObject({ code: 'engine/timeout' });

    await server.abandoned;
    expect(server.received).toHaveLength(1);
  });

  it('cancels its request when the caller stops', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'hang', text: 'The harbour' });
    const { writer } = await openEngine({ chat: chatConfig(server) });
    const stop = new AbortController();

    const reading = (async () => {
      for await (const _piece of writer.write(QUESTION, harbourEvidence(), {
        confidence: 1,
        signal: stop.signal,
      })) {
        stop.abort(new Error('stopped'));
      }
    })();

    await expect(reading).rejects.toThrow('stopped');
    await server.abandoned;
  });

  it("isn't called again for a while after three failures in a row", async () => {
    const server = await openTestServer();
    server.chat({ kind: 'error', status: 401 });
    const { writer } = await openEngine({ chat: chatConfig(server) });
    const ask = async () => {
      for await (const _ of writer.write(QUESTION, harbourEvidence(), { confidence: 1 }));
    };

    for (let time = 0; time < ANSWER_RETRIES.failuresToOpen; time += 1) {
      await expect(ask()).rejects.toMatchObject({ code: 'engine/unauthorized' });
    }

    await expect(ask()).rejects.toMatchObject({ code: 'engine/unavailable' });
    expect(server.received).toHaveLength(ANSWER_RETRIES.failuresToOpen);
  });

  it('can print its reasoning before the answer', async () => {
    const server = await openTestServer();
    server.chat({
      kind: 'text',
      text: `<think>The pier [2] is closed [1].</think>\n${ANSWER}`,
      pieceChars: 3,
    });

    expect((await write(server)).trim()).toBe(ANSWER);
  });

  it("doesn't send another provider's key", async () => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: ANSWER });

    await write(server, { apiKey: undefined });

    expect(server.received[0]?.authorization).toBe('Bearer none');
  });
});

describe('an embedding model', () => {
  const retrySettings = { ...ANSWER_RETRIES, retries: 3, firstWaitMs: 1, failuresToOpen: 100 };
  const open = async (
    server: OpenAiServer,
    more: { dimensions?: number; knownFingerprints?: string[]; wait?: CircuitBreakerOptions['wait'] } = {},
  ) => {
    const config = embeddingConfig(
      server,
      more.dimensions === undefined ? {} : { dimensions: more.dimensions },
    );
    const opener = await openEmbeddings(config);
    return openModelEmbedder({
      ...{
        config,
        endpoint: endpointOf(config),
        open: opener,
        retries: { ...retrySettings, wait: more.wait },
      },
      knownFingerprints: more.knownFingerprints,
    });
  };

  it('has a fingerprint of server, model and dimension, found with one call', async () => {
    const server = await openTestServer();

    const { fingerprint, dimensions } = await open(server);

    expect(dimensions).toBe(64);
    expect(fingerprint).toBe(`openai-protocol/${server.host}/test-embedding/64`);
    expect(server.received).toHaveLength(1);
  });

  it('takes the dimension from stored vectors without a call', async () => {
    const server = await openTestServer();
    const { fingerprint } = await open(server);

    const again = await open(server, { knownFingerprints: ['builtin-subword-1-512', fingerprint] });

    expect(again.fingerprint).toBe(fingerprint);
    expect(server.received).toHaveLength(1);
  });

  it('requests plain numbers, and shorter vectors if configured', async () => {
    const server = await openTestServer();

    await open(server, { dimensions: 64 });

    expect(server.received[0]?.body).toMatchObject({ encoding_format: 'float', dimensions: 64 });
  });

  it('waits as long as Retry-After asks, up to a maximum', async () => {
    const server = await openTestServer();
    const waits: number[] = [];
    const embedder = await open(server, { wait: async (ms) => void waits.push(ms) });
    server.embeddings(
      { kind: 'error', status: 429, retryAfter: '3.5' },
      { kind: 'error', status: 503 },
      { kind: 'vectors', dimensions: 64 },
      { kind: 'error', status: 429, retryAfter: '3600' },
    );

    expect(await embedder.embedDocuments(['one', 'two'])).toHaveLength(2);
    await expect(embedder.embedDocuments(['three'])).rejects.toMatchObject({ code: 'engine/rate-limited' });

    expect(waits).toEqual([3_500]);
  });

  it('explains why there are no vectors', async () => {
    const server = await openTestServer();
    const embedder = await open(server);
    server.embeddings({ kind: 'error', status: 401 });

    await expect(embedder.embedDocuments(['one'])).rejects.toMatchObject({ code: 'engine/unauthorized' });
  });

  it.each([
    ['zeros', [0, 0, 0], 'the same number everywhere'],
    ['one number', [0.5, 0.5, 0.5], 'the same number everywhere'],
    ['huge numbers', [1e308, -1e308, 1e308], 'too large or too small'],
    ['tiny numbers', [1e-320, 0, -1e-320], 'too large or too small'],
  ])('refuses vectors of %s', async (_name, vector, reason) => {
    const server = await openTestServer();
    const embedder = await open(server);
    server.embeddings({ kind: 'fixed-vectors', vectors: [vector] });

    const embedding = embedder.embedDocuments(['one']);

    await expect(embedding).rejects.toMatchObject({ message: expect.stringContaining(reason) });
  });

  it.each([
    ['fewer', [[1, 0]]],
    [
      'more',
      [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
    ],
  ])('refuses %s vectors than texts', async (_name, vectors) => {
    const server = await openTestServer();
    const embedder = await open(server);
    server.embeddings({ kind: 'fixed-vectors', vectors });

    const embedding = embedder.embedDocuments(['one', 'two']);

    await expect(embedding).rejects.toMatchObject({
      message: expect.stringContaining(`it gave ${vectors.length} vectors for 2 texts`),
    });
  });

  it('puts vectors into the order of their index', async () => {
    const server = await openTestServer();
    const embedder = await open(server);
    server.embeddings({
      ...{ kind: 'fixed-vectors', indexes: [1, 2, 0] },
      vectors: [
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
      ],
    });

    const vectors = await embedder.embedDocuments(['one', 'two', 'three']);

    expect(vectors).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('cancels its request when the caller stops', async () => {
    const server = await openTestServer();
    const embedder = await open(server);
    server.embeddings({ kind: 'hang' });
    const stop = new AbortController();

    const embedding = embedder.embedDocuments(['one'], { signal: stop.signal });
    stop.abort(new Error('stopped'));

    await expect(embedding).rejects.toThrow('stopped');
  });
});

describe('opening models', () => {
  it.each([
    ['anthropic:claude-sonnet-4-5', 'engine/missing-package', '@langchain/anthropic'],
    ['ollama:llama3.1:8b', 'engine/missing-package', '@langchain/ollama'],
    ['llama3.1:8b', 'engine/unknown-provider', 'llama3.1:8b'],
    ['something', 'engine/unknown-provider', 'something'],
    ['openai:gpt-5-mini', 'engine/no-key', 'gpt-5-mini'],
  ])("explains why %s can't be opened: %s", async (model, code, named) => {
    const server = await openTestServer();
    const chat = chatConfig(server, { model, baseUrl: undefined, apiKey: undefined });

    await expect(openEngine({ chat })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(named),
    });
  });

  it.each([
    ['ollama:nomic-embed-text', 'engine/missing-package'],
    ['openai:text-embedding-3-small', 'engine/no-key'],
    ['something', 'engine/unknown-provider'],
  ])("explains why embeddings of %s can't be opened: %s", async (model, code) => {
    const server = await openTestServer();
    const embedding = embeddingConfig(server, { model, baseUrl: undefined });

    await expect(openEngine({ embedding })).rejects.toMatchObject({ code });
  });

  it('fails if an embedding model of unknown dimension is unreachable', async () => {
    const server = await openTestServer();
    server.embeddings({ kind: 'error', status: 404 });

    const opening = openEngine({ embedding: embeddingConfig(server) });

    await expect(opening).rejects.toMatchObject({ code: 'engine/no-such-model' });
  });
});
