// Evidence for tests of writers and of grounding.

import type { Article } from '../../src/core/text/article.js';
import { splitIntoSentences } from '../../src/core/text/split-sentences.js';
import type { Evidence } from '../../src/core/writing-ports.js';
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

/** Evidence from a made-up article, one sentence per line. */
export function evidenceFrom(
  lines: readonly string[],
  language = 'en',
  title = 'An article',
): readonly Evidence[] {
  const text = lines.join('\n\n');
  const article = { id: 'a', library: 'l', title, text, bodyStart: 0, language, digest: 'd' };
  let from = 0;
  return lines.map((line, index) => {
    const start = text.indexOf(line, from);
    from = start + line.length;
    return { number: index + 1, article, start, end: from, text: line, relevance: 0.5 };
  });
}
