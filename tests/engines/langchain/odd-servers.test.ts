// Servers that keep to OpenAI's protocol less closely than OpenAI.
import { describe, expect, it, vi } from 'vitest';
import type { Usage } from '../../../src/core/writing-ports.js';
import { openEngine } from '../../../src/engines/open.js';
import { harbourEvidence } from '../../support/evidence.js';
import { chatConfig, embeddingConfig, openTestServer } from '../../support/models.js';
import type { OpenAiServer } from '../../support/openai-server.js';
import { HARBOUR } from '../../support/small-article.js';
import { openTestApp } from '../../support/temporary.js';

const QUESTION = { text: 'When will the harbour close?', language: 'en' };
const ANSWER = 'The harbour will close on 3 March 2031 [1].';

async function openWriter(server: OpenAiServer, changes = {}) {
  const { writer } = await openEngine({ chat: chatConfig(server, changes) });
  return async (onUsage?: (usage: Usage) => void) => {
    let text = '';
    for await (const piece of writer.write(QUESTION, harbourEvidence(), { confidence: 1, onUsage }))
      text += piece;
    return text;
  };
}

/** Answers a question about the small article with the server's model. */
async function ask(server: OpenAiServer, changes = {}) {
  const warnings: string[] = [];
  const { assistant } = await openTestApp({
    models: { chat: chatConfig(server, changes) },
    onWarning: (warning) => warnings.push(warning),
  });
  await assistant.addArticle({ ...HARBOUR, library: 'test' });
  return { answer: await assistant.ask(QUESTION.text, { library: 'test' }), warnings };
}

const rolesIn = (body: Record<string, unknown>) =>
  (body['messages'] as { role: string }[]).map(({ role }) => role);
const sse = (...chunks: object[]) => chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('');
const stream = (body: string) => ({ kind: 'raw', body, type: 'text/event-stream' }) as const;

describe('a server that rejects part of a request', () => {
  it.each([
    ['stream_options', 422, "property 'stream_options' is unsupported"],
    ['max_tokens', 400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."],
    ['temperature', 400, 'temperature: this model only supports the default (1).'],
    ['stream', 400, 'Streaming is not supported by this model.'],
    ['stream_options', 400, 'Extra inputs are not permitted'],
  ])('gets it without %s, at once from the second time on', async (parameter, status, message) => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: ANSWER });
    server.reject((body) =>
      parameter in body && body[parameter] !== false ? { status, message } : undefined,
    );
    const write = await openWriter(server, { temperature: 0.2 });

    const answers = [await write(), await write()];

    expect(answers).toEqual([ANSWER, ANSWER]);
    expect(server.received.map((request) => request.status)).toEqual([status, 200, 200]);
  });

  it('gets the length limit under the name that it knows', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: ANSWER });
    server.reject((body) =>
      'max_tokens' in body ? { status: 400, message: 'Unknown: max_tokens' } : undefined,
    );

    await (await openWriter(server))();

    expect(server.received[1]?.body).toMatchObject({ max_completion_tokens: 500 });
  });

  it.each([400, 500])('gets the instructions from the user if it has no system role (%i)', async (status) => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: ANSWER });
    server.reject((body) =>
      rolesIn(body).includes('system') ? { status, message: 'System role not supported' } : undefined,
    );

    expect(await (await openWriter(server))()).toBe(ANSWER);

    const [message] = (server.received[1]?.body['messages'] ?? []) as { role: string; content: string }[];
    expect(message).toMatchObject({ role: 'user', content: expect.stringContaining('You answer questions') });
    expect(message?.content).toContain(QUESTION.text);
  });

  it('is told apart from one that rejects the request for another reason', async () => {
    const server = await openTestServer();
    server.reject(() => ({ status: 400, message: 'The account is not verified.' }));

    await expect((await openWriter(server))()).rejects.toMatchObject({ code: 'engine/refused' });
    expect(server.received).toHaveLength(1);
  });
});

describe('a stream', () => {
  it.each([
    ['without a finish reason', sse({ choices: [{ delta: { content: ANSWER } }] }, { choices: [] })],
    ['with content in parts', sse({ choices: [{ delta: { content: [{ type: 'text', text: ANSWER }] } }] })],
    [
      'with thoughts in parts',
      sse({
        choices: [
          {
            delta: {
              content: [
                { type: 'thinking', thinking: [] },
                { type: 'text', text: ANSWER },
              ],
            },
          },
        ],
      }),
    ],
    ['with whole messages', sse({ choices: [{ message: { content: ANSWER }, finish_reason: 'stop' }] })],
    [
      'with another line break and comments',
      `: wait\r\n\r\n${sse({ choices: [{ delta: { content: ANSWER } }] }).replaceAll('\n', '\r\n')}`,
    ],
  ])('%s is read', async (_name, body) => {
    const printed = vi.spyOn(console, 'log');
    const server = await openTestServer();
    server.chat(stream(`${body}data: [DONE]\n\n`));

    expect(await (await openWriter(server))()).toBe(ANSWER);
    expect(printed).not.toHaveBeenCalled();
  });

  it('may be a whole response instead', async () => {
    const server = await openTestServer();
    const choices = [{ index: 0, message: { role: 'assistant', content: ANSWER }, finish_reason: 'stop' }];
    server.chat({ kind: 'raw', type: 'application/json', body: JSON.stringify({ choices }) });

    expect(await (await openWriter(server))()).toBe(ANSWER);
  });

  it('counts its tokens once, even if each chunk repeats them', async () => {
    const server = await openTestServer();
    const usage = (tokens: number) => ({
      prompt_tokens: 90,
      completion_tokens: tokens,
      total_tokens: 90 + tokens,
    });
    const chunks = [...ANSWER].map((content, at) => ({
      choices: [{ delta: { content } }],
      usage: usage(at),
    }));
    server.chat(stream(`${sse(...chunks, { choices: [], usage: usage(43) })}data: [DONE]\n\n`));
    const usages: Usage[] = [];

    await (await openWriter(server))((one) => usages.push(one));

    expect(usages).toEqual([{ inputTokens: 90, outputTokens: 43 }]);
  });
});

describe('a failed answer', () => {
  it.each([
    ['only thoughts', { kind: 'text', text: '<think>The harbour closes.' } as const],
    ['a filter', { kind: 'text', text: '', finish: 'content_filter' } as const],
    [
      'an error with status 200',
      {
        kind: 'raw',
        body: '{"error": {"message": "overloaded", "code": 503}}',
        type: 'application/json',
      } as const,
    ],
  ])('is never told as “the article doesn’t say”: %s', async (_name, reply) => {
    const server = await openTestServer();
    server.chat(reply);

    const { answer, warnings } = await ask(server);

    expect(answer).toMatchObject({ kind: 'answered', engine: 'builtin', notice: 'model-unavailable' });
    expect(warnings).toHaveLength(1);
  });

  it('keeps the whole sentences of a filtered answer, with a notice', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: `${ANSWER} The work is expected to`, finish: 'content_filter' });

    const { answer } = await ask(server);

    expect(answer).toMatchObject({ kind: 'answered', engine: 'test-chat', notice: 'cut-short' });
    expect(answer.kind === 'answered' && answer.text).not.toContain('expected');
  });

  it('names the setting if the prompt is too long, and isn’t tried again if the evidence is short', async () => {
    const server = await openTestServer();
    server.reject(() => ({
      status: 400,
      message: 'maximum context length is 512 tokens, you requested 9000 tokens',
    }));

    const { answer, warnings } = await ask(server);

    expect(answer).toMatchObject({ engine: 'builtin', notice: 'model-unavailable' });
    expect(warnings.join()).toContain('CHAT_EVIDENCE_TOKENS');
    expect(server.received).toHaveLength(1);
  });

  it('is tried once more with less evidence if the evidence fills the prompt', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: ANSWER });
    server.reject((body) =>
      JSON.stringify(body).length > 20_000 ? { status: 400, message: 'the prompt is too long' } : undefined,
    );
    const { writer } = await openEngine({ chat: chatConfig(server) });
    const [first] = harbourEvidence();
    const evidence = Array.from({ length: 200 }, (_, index) => ({
      ...(first as NonNullable<typeof first>),
      ...{
        number: index + 1,
        text: `Sentence ${index} of the report is about the harbour wall. `.repeat(2),
        relevance: index / 200,
      },
    }));

    let text = '';
    for await (const piece of writer.write(QUESTION, evidence, { confidence: 1 })) text += piece;

    expect(text).toBe(ANSWER);
    const sizes = server.received.map(
      ({ body }) => JSON.stringify(body).match(/\[\d+\] Sentence/g)?.length ?? 0,
    );
    expect(sizes[0]).toBe(200);
    expect(sizes[1]).toBeLessThan(110);
  });

  it('doesn’t flood the channel: a sentence that is repeated is shown once', async () => {
    const server = await openTestServer();
    server.chat({ kind: 'text', text: `${ANSWER} `.repeat(170) });

    const { answer } = await ask(server);

    expect(answer.kind === 'answered' && answer.text.match(/3 March/g)).toHaveLength(1);
  });
});

describe('an embedding server', () => {
  async function embed(server: OpenAiServer, texts: string[]) {
    const { embedder, close } = await openEngine({ embedding: embeddingConfig(server) });
    const vectors = await embedder.embedDocuments(texts);
    await close();
    return vectors;
  }
  const inputsOf = (body: Record<string, unknown>) => [body['input']].flat().map(String);

  it('that takes fewer texts per request gets fewer', async () => {
    const server = await openTestServer();
    server.reject((body) =>
      inputsOf(body).length > 3
        ? { status: 422, message: 'batch size 8 > maximum allowed batch size 3' }
        : undefined,
    );

    const vectors = await embed(server, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);

    expect(vectors).toHaveLength(8);
    expect(vectors[7]).toEqual((await embed(server, ['h']))[0]);
  });

  it('that takes shorter texts gets a long one in parts', async () => {
    const server = await openTestServer();
    server.reject((body) =>
      inputsOf(body).some((text) => text.length > 200)
        ? { status: 400, message: 'the input length exceeds the context length' }
        : undefined,
    );

    const [short = [], long = []] = await embed(server, ['tower', 'tower bell '.repeat(40)]);

    const similarity = short.reduce((sum, value, index) => sum + value * (long[index] ?? 0), 0);
    expect(similarity).toBeGreaterThan(0.5);
    expect(Math.hypot(...long)).toBeCloseTo(1);
  });

  it.each([
    ['in another order', (data: object[]) => data.toReversed()],
    [
      'in base64',
      (data: { embedding: number[] }[]) =>
        data.map((one) => ({
          ...one,
          embedding: Buffer.from(new Float32Array(one.embedding).buffer).toString('base64'),
        })),
    ],
    [
      'with texts as indexes',
      (data: { index: number }[]) => data.map((one) => ({ ...one, index: String(one.index) })).toReversed(),
    ],
  ])('may send vectors %s', async (_name, change) => {
    const server = await openTestServer();
    const data = [
      [1, 0],
      [0, 1],
    ].map((embedding, index) => ({ object: 'embedding', index, embedding }));
    server.embeddings(
      { kind: 'vectors', dimensions: 2 },
      { kind: 'raw', type: 'application/json', body: JSON.stringify({ data: change(data) }) },
    );

    expect(await embed(server, ['one', 'two'])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('is told how many vectors it gave for how many texts', async () => {
    const server = await openTestServer();
    server.embeddings(
      { kind: 'vectors', dimensions: 2 },
      { kind: 'raw', type: 'application/json', body: '{"data": [{"index": 0, "embedding": [1, 0]}]}' },
    );
    const { embedder } = await openEngine({ embedding: embeddingConfig(server) });

    await expect(embedder.embedDocuments(['one', 'two'])).rejects.toThrow('1 vectors for 2 texts');
  });
});
