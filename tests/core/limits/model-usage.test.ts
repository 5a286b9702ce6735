// Model usage, from the tokens that a server reports to the usage report.
import { describe, expect, it } from 'vitest';
import type { Usage } from '../../../src/core/writing-ports.js';
import { chatConfig, openTestServer } from '../../support/models.js';
import { HARBOUR } from '../../support/small-article.js';
import { openTestApp } from '../../support/temporary.js';

const ANSWER = { kind: 'text', text: 'NOT_IN_ARTICLE' } as const;
const REWRITTEN = { kind: 'text', text: 'LANGUAGE: en\nQUESTION: Why does Tomas Reyle doubt it?' } as const;

async function openHarbour() {
  const server = await openTestServer();
  const app = await openTestApp({ models: { chat: chatConfig(server) } });
  const { assistant } = app;
  await assistant.addArticle({ library: 'town', ...HARBOUR });
  // Answers given while passages are still being embedded aren't reused.
  await app.embedded;
  return { assistant, server };
}

describe('model usage', () => {
  it('adds up the tokens that the server reports, including those for rewriting a follow-up', async () => {
    const { assistant, server } = await openHarbour();
    const reported: Usage[] = [];
    const options = { library: 'town', onUsage: (usage: Usage) => void reported.push(usage) };
    server.chat(ANSWER, REWRITTEN, ANSWER);

    const first = await assistant.ask('Who doubts the plan?', options);
    await assistant.ask('And why?', { ...options, previousAnswerId: first.id });

    const { today } = assistant.usage({ library: 'town' });
    const sumOf = (name: keyof Usage) => reported.reduce((sum, usage) => sum + usage[name], 0);
    expect(reported).toHaveLength(3);
    expect(today).toMatchObject({ answers: 2, inputTokens: sumOf('inputTokens') });
    expect(today.outputTokens).toBe(sumOf('outputTokens'));
    expect(today.inputTokens).toBeGreaterThan(0);
  });

  it('is zero for a question answered from the cache', async () => {
    const { assistant, server } = await openHarbour();
    server.chat(ANSWER);

    await assistant.ask('Who doubts the plan?', { library: 'town' });
    await assistant.ask('who doubts the plan', { library: 'town' });

    expect(server.received).toHaveLength(1);
    expect(assistant.usage({ library: 'town' }).today).toMatchObject({ answers: 2, fromCache: 1 });
  });

  it('asks the model again after a failure, because failures are not cached', async () => {
    const { assistant, server } = await openHarbour();
    server.chat({ kind: 'error', status: 401 }, ANSWER);

    const failed = await assistant.ask('Who doubts the plan?', { library: 'town' });
    const second = await assistant.ask('Who doubts the plan?', { library: 'town' });

    expect([failed.notice, second.notice]).toEqual(['model-unavailable', undefined]);
  });
});
