// Score calibration. The ranker's weights were trained on the built-in embedder's similarities, so they are
// computed for it when another embedder does the search or none is available.
import type { Match, SentenceRanker } from '../../../core/ports.js';
import { embed } from '../embedder.js';

/** Passages whose vectors are cached, 3 KB each. */
const MAX_CACHED_PASSAGES = 2_000;

/**
 * Wraps a ranker so that it always sees the built-in embedder's similarities, whichever embedder found the
 * matches.
 */
export function withCalibratedSimilarity(ranker: SentenceRanker): SentenceRanker {
  const cache = new Map<string, readonly number[]>();

  function vectorOf({ article, passage: { start, end } }: Match): readonly number[] {
    const key = `${article.digest} ${start}`;
    const known = cache.get(key);
    if (known) return known;
    if (cache.size >= MAX_CACHED_PASSAGES) cache.clear();
    const vector = embed(article.text.slice(start, end));
    cache.set(key, vector);
    return vector;
  }

  return {
    rank(question, matches, frequencies) {
      const queryVector = embed(question.text);
      const originals = new Map(
        matches.map((match) => [
          { ...match, similarity: Math.max(0, dot(queryVector, vectorOf(match))) },
          match,
        ]),
      );
      const { sentences, ...ranking } = ranker.rank(question, [...originals.keys()], frequencies);
      return {
        ...ranking,
        sentences: sentences.map((sentence) => ({
          ...sentence,
          match: originals.get(sentence.match) ?? sentence.match,
        })),
      };
    },
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
