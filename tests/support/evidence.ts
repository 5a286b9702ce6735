// Evidence of the small article, for tests of writers.
import type { Article } from '../../src/core/article.js';
import type { Evidence } from '../../src/core/ports.js';
import { splitIntoSentences } from '../../src/core/sentence.js';
import { HARBOUR } from './small-article.js';

export function harbourEvidence(title: string = HARBOUR.title): readonly Evidence[] {
  const article: Article = {
    ...{
      id: 'harbour',
      library: 'town',
      title,
      text: HARBOUR.text,
      bodyStart: 0,
      language: 'en',
      digest: 'x',
    },
  };
  return splitIntoSentences(article.text, 'en').map(({ start, end }, index) => ({
    ...{ number: index + 1, article, start, end },
    text: article.text.slice(start, end),
    relevance: index === 0 ? 1 : 0.1,
  }));
}
