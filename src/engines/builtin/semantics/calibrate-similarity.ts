// The ranker's weights were learned with the built-in embedder's similarities. Where another embedder searches, or none
// can be asked, they are computed for the ranker alone.
import type { Match, SentenceRanker } from '../../../core/ports.js';
import { embed } from '../embedder.js';

/** Passages whose vectors are kept: 3 KB each. */
const MAX_KEPT = 2_000;

/** The same ranker, which sees the built-in embedder's similarities whoever found the matches. */
export function withCalibratedSimilarity(ranker: SentenceRanker): SentenceRanker {
  const kept = new Map<string, readonly number[]>();

  function vectorOf({ article, passage: { start, end } }: Match): readonly number[] {
    const key = `${article.digest} ${start}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= MAX_KEPT) kept.clear();
    const vector = embed(article.text.slice(start, end));
    kept.set(key, vector);
    return vector;
  }

  return {
    rank(question, matches, frequencies) {
      const asked = embed(question.text);
      const seen = new Map(
        matches.map((match) => [{ ...match, similarity: Math.max(0, dot(asked, vectorOf(match))) }, match]),
      );
      const { sentences, ...ranking } = ranker.rank(question, [...seen.keys()], frequencies);
      return {
        ...ranking,
        sentences: sentences.map((sentence) => ({
          ...sentence,
          match: seen.get(sentence.match) ?? sentence.match,
        })),
      };
    },
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
