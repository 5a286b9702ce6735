// Rankings made by hand, to test what comes after the ranker.
import type { RankedSentence, Ranking } from '../../src/core/ranking-ports.js';
import { splitIntoSentences } from '../../src/core/text/split-sentences.js';

export interface RankingOptions {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  /** Relevance of each sentence in document order. Default: all 0.5. */
  readonly relevances?: readonly number[] | undefined;
}

/** Every sentence of one article, best first. */
export function rankingOf(
  text: string,
  { title = 'Made up', language = 'en', relevances = [] }: RankingOptions = {},
): Ranking {
  const spans = splitIntoSentences(text, language);
  const article = {
    ...{ id: 'a', library: 'town', title, text, bodyStart: 0 },
    ...{ language, digest: `${title} ${text}` },
  };
  const passage = { start: 0, end: text.length, sentences: spans };
  const match = { article, passage, similarity: 0.5, textScore: 0.5 };
  const sentences = spans
    .map((span, at): RankedSentence => ({ ...span, match, relevance: relevances[at] ?? 0.5 }))
    .sort((a, b) => b.relevance - a.relevance);
  return { sentences, paragraphs: sentences, confidence: 0.5 };
}
