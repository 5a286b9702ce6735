// Summaries by a model, with a real HTTP server in place of the model's.
import { describe, expect, it } from 'vitest';
import { chatConfig, openTestServer } from '../../support/models.js';
import type { OpenAiServer } from '../../support/openai-server.js';
import { HARBOUR } from '../../support/small-article.js';
import { openTestApp } from '../../support/temporary.js';

const FIRST =
  'The old harbour of Brannock will close on 3 March 2031 for repairs, the city council said on Monday.';

async function openHarbour(changes = {}) {
  const server = await openTestServer();
  const app = await openTestApp({ models: { chat: chatConfig(server, changes) } });
  const { article } = await app.assistant.addArticle({ library: 'town', ...HARBOUR });
  return { assistant: app.assistant, article, server };
}

function systemOf({ received }: OpenAiServer, request = -1): string {
  const messages = received.at(request)?.body['messages'] as { content: string }[] | undefined;
  return messages?.[0]?.content ?? '';
}

describe("a model's summary", () => {
  it('shows what the article says, and the article’s own sentence for what it does not', async () => {
    const { assistant, article, server } = await openHarbour();
    server.chat({
      kind: 'text',
      text: `${FIRST} [1]\nThe work will be done by robots. [4]\nThe harbour is haunted.`,
    });

    const summary = await assistant.summarize(article.id, { library: 'town' });

    expect(summary).toMatchObject({ engine: 'test-chat', replaced: 1, summary: { style: 'brief' } });
    const lines = summary.summary?.lines ?? [];
    expect(lines[0]?.text).toBe(FIRST);
    expect(lines.map(({ text }) => text).join(' ')).not.toMatch(/robots|haunted/);
    for (const { start, end, quote } of summary.citations) expect(article.text.slice(start, end)).toBe(quote);
  });

  it("asks for the reader's language", async () => {
    const { assistant, article, server } = await openHarbour();
    server.chat({ kind: 'text', text: `${FIRST} [1]` });

    await assistant.summarize(article.id, { library: 'town', language: 'de' });

    expect(systemOf(server)).toContain('"de"');
    expect(systemOf(server)).toContain('summarize');
  });

  it("isn't reused once its library was deleted", async () => {
    const server = await openTestServer();
    const app = await openTestApp({ models: { chat: chatConfig(server, {}) } });
    const { assistant, library } = app;
    server.chat({ kind: 'text', text: `${FIRST} [1]` });
    const mine = { library: 'user:ann', userId: 'ann' };
    const summarize = async () => {
      const { article } = await assistant.addArticle({ ...HARBOUR, library: mine.library });
      await app.embedded;
      await assistant.summarize(article.id, mine);
      return server.received.length;
    };
    const first = await summarize();
    const reused = await summarize();

    await library.deletePersonalData('ann');

    expect(reused).toBe(first);
    expect(await summarize()).toBeGreaterThan(first);
  });

  it('reads a long article section by section, then overall, in a bounded number of calls', async () => {
    const { assistant, server } = await openHarbour({ evidenceTokens: 300 });
    const text = Array.from({ length: 900 }, (_, at) => `Boat ${at} of the fleet was painted green.`).join(
      ' ',
    );
    const { article } = await assistant.addArticle({
      library: 'town',
      title: 'The fleet',
      text,
      language: 'en',
    });
    server.chat({ kind: 'text', text: 'Boat 0 of the fleet was painted green. [1]' });
    const progress: string[] = [];

    const summary = await assistant.summarize(article.id, {
      library: 'town',
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });

    expect(server.received.length).toBeGreaterThan(2);
    expect(server.received.length).toBeLessThanOrEqual(10);
    expect(progress.at(-1)).toBe(`${server.received.length}/${server.received.length}`);
    expect(summary.engine).toBe('test-chat');
    expect(summary.citations.length).toBeGreaterThan(0);
  });

  it('is made without the model if the model fails', async () => {
    const { assistant, article, server } = await openHarbour();
    server.chat({ kind: 'error', status: 401 });

    const summary = await assistant.summarize(article.id, { library: 'town' });

    expect(summary).toMatchObject({ engine: 'builtin', notice: 'model-unavailable' });
    expect(summary.citations.length).toBeGreaterThan(0);
  });

  it('makes no call for styles with labels', async () => {
    const { assistant, article, server } = await openHarbour();

    const summary = await assistant.summarize(article.id, { library: 'town', style: 'timeline' });

    expect(summary.engine).toBe('builtin');
    expect(server.received).toHaveLength(0);
  });
});
