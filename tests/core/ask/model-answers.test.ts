// A model's answers, from the question to the citation, with a real HTTP server in place of the model's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.js';
import { turnOf } from '../../../src/core/ask/follow-up/follow-up.js';
import type { Engine } from '../../../src/core/ports.js';
import type { Usage } from '../../../src/core/writing-ports.js';
import { createBuiltinEngine } from '../../../src/engines/builtin/engine.js';
import { chatConfig, embeddingConfig, openTestServer } from '../../support/models.js';
import type { OpenAiServer, Reply } from '../../support/openai-server.js';
import { HARBOUR } from '../../support/small-article.js';
import { openTestApp } from '../../support/temporary.js';

const FIRST =
  'The old harbour of Brannock will close on 3 March 2031 for repairs, the city council said on Monday.';
const QUESTION = 'When will the harbour close?';

async function openHarbour(changes = {}): Promise<App & { server: OpenAiServer; warnings: string[] }> {
  const server = await openTestServer();
  const warnings: string[] = [];
  const app = await openTestApp({
    models: { chat: chatConfig(server, changes) },
    onWarning: (warning) => warnings.push(warning),
  });
  await app.assistant.addArticle({ library: 'town', ...HARBOUR });
  return { ...app, server, warnings };
}

function userOf({ received }: OpenAiServer, request = -1): string {
  const messages = received.at(request)?.body['messages'] as { content: string }[] | undefined;
  return messages?.[1]?.content ?? '';
}

describe("a model's answer", () => {
  it('cites exact spans of the article and names the model', async () => {
    const { assistant, server } = await openHarbour();
    server.chat({ kind: 'text', text: `${FIRST} [1]` });

    const answer = await assistant.ask(QUESTION, { library: 'town' });

    expect(answer).toMatchObject({
      kind: 'answered',
      engine: 'test-chat',
      citations: [{ quote: FIRST, start: 0 }],
    });
    expect(answer.notice).toBeUndefined();
  });

  it('is `not-in-article` with the closest passages if the model says so', async () => {
    const { assistant, server } = await openHarbour();
    server.chat({ kind: 'text', text: 'NOT_IN_ARTICLE' });

    const answer = await assistant.ask(QUESTION, { library: 'town' });

    expect(answer).toMatchObject({ kind: 'not-in-article', engine: 'test-chat' });
    expect(answer.kind === 'not-in-article' && answer.closest.length).toBeLessThanOrEqual(2);
  });

  it('gets a whole short article as evidence, in document order', async () => {
    const { assistant, server } = await openHarbour();

    await assistant.ask('What is it about?', { library: 'town' });

    const numbers = [...userOf(server).matchAll(/^\[(\d+)\] /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(userOf(server)).toMatch(/\[1\] The old harbour[\s\S]*\[8\] “Nobody asked us,”/);
  });

  it('gets only as much of a long article as the token budget allows', async () => {
    const { assistant, server } = await openHarbour({ evidenceTokens: 300 });
    const text = Array.from({ length: 400 }, (_, at) => `Boat ${at} of the fleet was painted green.`).join(
      ' ',
    );
    await assistant.addArticle({ library: 'fleet', title: 'The fleet', text });

    await assistant.ask('What colour was boat 77?', { library: 'fleet' });

    expect(userOf(server)).toContain('Boat 77 of');
    expect(userOf(server).length).toBeLessThan(300 * 5);
  });

  it('reports its token usage', async () => {
    const { assistant } = await openHarbour();
    const reported: Usage[] = [];

    await assistant.ask(QUESTION, { library: 'town', onUsage: (usage) => reported.push(usage) });

    expect(reported).toEqual([{ inputTokens: expect.any(Number), outputTokens: 7 }]);
  });

  it('stops when its signal is aborted', async () => {
    const { assistant, server } = await openHarbour();
    server.chat({ kind: 'hang', text: `${FIRST} [1] The work` });
    const stop = new AbortController();

    const asking = assistant.ask(QUESTION, {
      ...{ library: 'town', signal: stop.signal },
      onSentence: () => stop.abort(new Error('stopped')),
    });

    await expect(asking).rejects.toThrow('stopped');
    await server.abandoned;
  });
});

describe('a model that fails', () => {
  it.each<[string, Reply]>([
    ['a wrong key', { kind: 'error', status: 401 }],
    ['a rate limit', { kind: 'error', status: 429, retryAfter: '600' }],
    ['a broken server', { kind: 'error', status: 500 }],
    ['an empty answer', { kind: 'no-choices' }],
    ['a stream cut before its first sentence', { kind: 'cut', text: 'The old' }],
    ['a malformed chunk', { kind: 'malformed', text: 'The' }],
  ])('with %s is replaced by the built-in engine, with a notice', async (_name, reply) => {
    const { assistant, server, warnings } = await openHarbour();
    server.chat(reply);

    const answer = await assistant.ask(QUESTION, { library: 'town' });

    expect(answer).toMatchObject({ kind: 'answered', engine: 'builtin', notice: 'model-unavailable' });
    expect(warnings).toEqual([expect.stringContaining('test-chat')]);
  });

  it('halfway keeps the checked sentences, with a notice', async () => {
    const { assistant, server } = await openHarbour();
    server.chat({ kind: 'cut', text: `${FIRST} [1] The work is expected to cost` });
    const shown: string[] = [];

    const answer = await assistant.ask(QUESTION, {
      ...{ library: 'town', onSentence: ({ text }) => shown.push(text) },
    });

    expect(answer).toMatchObject({
      kind: 'answered',
      engine: 'test-chat',
      notice: 'cut-short',
      text: `${FIRST} [1]`,
    });
    expect(shown).toEqual([`${FIRST} [1]`]);
  });

  it('leaves a notice even if the built-in engine finds no answer', async () => {
    const { assistant, server } = await openHarbour();
    server.chat({ kind: 'error', status: 401 });

    const answer = await assistant.ask('Who won the football match?', { library: 'town' });

    expect(answer).toMatchObject({ kind: 'not-in-article', engine: 'builtin', notice: 'model-unavailable' });
  });
});

describe('a conversation with a model', () => {
  it('rewrites a follow-up and keeps the cited sentences as evidence', async () => {
    const { assistant, server } = await openHarbour({ evidenceTokens: 200 });
    server.chat({ kind: 'text', text: `${FIRST} [1]` });
    const first = await assistant.ask(QUESTION, { library: 'town' });
    const stored = assistant.findAnswer(first.id, { library: 'town' });
    server.chat(
      { kind: 'text', text: 'LANGUAGE: en\nQUESTION: What will the closing of the harbour cost?' },
      { kind: 'text', text: 'NOT_IN_ARTICLE' },
    );

    await assistant.ask('And what will it cost?', {
      ...{ library: 'town', conversation: stored ? [turnOf(stored)] : [] },
    });

    expect(userOf(server, -2)).toContain(`Q: ${QUESTION}\nA: ${FIRST} [1]`);
    expect(userOf(server)).toContain('What will the closing of the harbour cost?');
    expect(userOf(server)).toContain(FIRST);
  });

  it('does not ask for rewriting if there is nothing to rewrite', async () => {
    const { assistant, server } = await openHarbour();

    await assistant.ask(QUESTION, { library: 'town' });

    expect(server.received).toHaveLength(1);
  });

  it('resolves the question by rules if rewriting fails', async () => {
    const { assistant, server } = await openHarbour();
    server.chat({ kind: 'text', text: 'I am sorry, I cannot.' }, { kind: 'text', text: 'NOT_IN_ARTICLE' });

    await assistant.ask('What does he fear?', {
      ...{ library: 'town', conversation: [{ question: 'Who is Tomas Reyle?', answer: '' }] },
    });

    expect(userOf(server)).toContain('What does Tomas Reyle fear?');
  });

  it('ignores turns older than a day or more than four turns back', async () => {
    const { assistant, server } = await openHarbour();
    server.chat(
      { kind: 'text', text: 'LANGUAGE: en\nQUESTION: Why?' },
      { kind: 'text', text: 'NOT_IN_ARTICLE' },
    );
    const turn = (number: number, askedAt: string) => ({
      question: `Question ${number}?`,
      answer: '',
      askedAt,
    });
    const now = new Date().toISOString();

    await assistant.ask('And why?', {
      library: 'town',
      conversation: [
        turn(0, now),
        turn(1, now),
        turn(2, '2020-01-01T00:00:00Z'),
        ...[3, 4, 5].map((at) => turn(at, now)),
      ],
    });

    expect([...userOf(server, -2).matchAll(/Question (\d)/g)].map(([, number]) => number)).toEqual([
      '1',
      '3',
      '4',
      '5',
    ]);
  });

  it('also searches with the question in the language of the article', async () => {
    const { assistant, server } = await openHarbour({ evidenceTokens: 200 });
    const filler = Array.from(
      { length: 60 },
      (_, at) => `Boat ${at} of the fleet was painted green last summer.`,
    );
    await assistant.addArticle({ library: 'town', title: 'The fleet', text: filler.join('\n\n') });
    server.chat(
      {
        kind: 'text',
        text: 'LANGUAGE: de\nQUESTION: Wann wird der alte Hafen geschlossen?\nIN en: When will the old harbour close?',
      },
      { kind: 'text', text: 'NOT_IN_ARTICLE' },
    );

    await assistant.ask('Wann wird der alte Hafen geschlossen?', { library: 'town' });

    expect(userOf(server)).toContain(FIRST);
    expect(userOf(server)).toContain('Wann wird der alte Hafen geschlossen?');
  });
});

describe('an embedding model', () => {
  it('that fails leaves full-text search', async () => {
    const server = await openTestServer();
    const { assistant } = await openTestApp({ models: { embedding: embeddingConfig(server) } });
    await assistant.addArticle({ library: 'town', ...HARBOUR });
    server.embeddings({ kind: 'error', status: 401 });

    const answer = await assistant.ask(QUESTION, { library: 'town' });

    expect(answer).toMatchObject({ kind: 'answered', citations: [{ quote: FIRST }] });
  });

  it('that changes its dimension under its name is replaced by full-text search, with a warning', async () => {
    const server = await openTestServer();
    const warnings: string[] = [];
    const { assistant } = await openTestApp({
      models: { embedding: embeddingConfig(server) },
      onWarning: (warning) => warnings.push(warning),
    });
    await assistant.addArticle({ library: 'town', ...HARBOUR });
    server.embeddings({ kind: 'vectors', dimensions: 32 });

    const { kind } = await assistant.ask('When will the harbour close?', { library: 'town' });

    expect(kind).toBe('answered');
    expect(warnings).toEqual([expect.stringContaining('vectors of 32 numbers instead of 64')]);
  });

  it('with the wrong number of dimensions is rejected with a clear message', async () => {
    const server = await openTestServer();
    const { assistant } = await openTestApp({ models: { embedding: embeddingConfig(server) } });
    server.embeddings({ kind: 'vectors', dimensions: 3 });

    const adding = assistant.addArticle({ library: 'town', ...HARBOUR });

    await expect(adding).rejects.toMatchObject({
      ...{ code: 'engine/bad-vectors', message: expect.stringContaining('3 numbers, not the 64') },
    });
  });
});

describe('any text of a model', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      FIRST,
      `${FIRST} [1]`,
      'The harbour closes. [1][2]',
      ' [99]',
      '[1',
      ']',
      'NOT_IN_ARTICLE',
      '\n\n',
      '…',
    ),
    fc.integer({ min: 0, max: 12 }).map((number) => `[${number}]`),
  );

  it('becomes sentences whose citations are exact spans, or a refusal', async () => {
    let pieces: readonly string[] = [];
    const engine: Engine = {
      ...createBuiltinEngine(),
      writer: {
        evidenceTokens: 4_000,
        async *write() {
          yield* pieces;
        },
      },
    };
    const { assistant } = await openTestApp({ engine });
    const { article } = await assistant.addArticle({ library: 'town', ...HARBOUR });

    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (text) => {
        pieces = text;
        const answer = await assistant.ask(QUESTION, { library: 'town' });
        if (answer.kind !== 'answered') return;
        const sentences = answer.text.split(/(?<=\])\s+(?!\[)/);
        expect(answer.citations.length).toBeGreaterThan(0);
        for (const sentence of sentences) expect(sentence).toMatch(/\S \[\d+\](?:\[\d+\])*$/);
        for (const { marker, start, end, quote } of answer.citations) {
          expect(article.text.slice(start, end)).toBe(quote);
          expect(answer.text).toContain(`[${marker}]`);
        }
      }),
    );
  });
});
