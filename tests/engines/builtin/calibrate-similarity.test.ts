import { describe, expect, it } from 'vitest';
import { createBuiltinEngine } from '../../../src/engines/builtin/engine.js';
import { withCalibratedSimilarity } from '../../../src/engines/builtin/semantics/calibrate-similarity.js';
import { embeddingConfig, openTestServer } from '../../support/models.js';
import { HARBOUR } from '../../support/small-article.js';
import { openTestApp } from '../../support/temporary.js';

describe('a ranker with calibrated similarity', () => {
  it('has the same confidence with a model’s vectors as with the built-in ones', async () => {
    const server = await openTestServer();
    const [builtin, model] = [
      await openTestApp(),
      await openTestApp({ models: { embedding: embeddingConfig(server) } }),
    ];
    const answers = await Promise.all(
      [builtin, model].map(async ({ assistant }) => {
        await assistant.addArticle({ library: 'town', ...HARBOUR });
        return assistant.ask('When will the harbour close?', { library: 'town' });
      }),
    );

    expect(answers[1]?.confidence).toBeCloseTo(answers[0]?.confidence ?? -1, 6);
  });

  it('returns the original matches', () => {
    const { ranker } = createBuiltinEngine();
    const article = {
      ...{
        id: 'a',
        library: 'town',
        title: '',
        text: 'The pier is blue.',
        bodyStart: 0,
        language: 'en',
        digest: 'd',
      },
    };
    const span = { start: 0, end: article.text.length };
    const match = { article, passage: { ...span, sentences: [span] }, similarity: 0.123, textScore: 1 };

    const { sentences } = withCalibratedSimilarity(ranker).rank(
      { text: 'What colour is the pier?', language: 'en' },
      [match],
      { passages: 1, count: () => 1 },
    );

    expect(sentences[0]?.match).toBe(match);
  });
});
