// The lexical similarity of a question and its passages. The ranker's weights were trained on it, so it is computed
// whichever embedder found the passages.
import type { Match } from '../../../core/ranking-ports.js';
import type { Article } from '../../../core/text/article.js';
import { embed } from '../embedder.js';

/** Vectors of passages by their start, 1.5 KB each, for as long as the article is in memory. */
const cache = new WeakMap<Article, Map<number, Float32Array>>();

/** Cosine of the lexical vectors of the question and each match's passage, 0…1. */
export function readLexicalSimilarities(
  question: string,
  matches: readonly Match[],
): ReadonlyMap<Match, number> {
  const query = embed(question);
  return new Map(matches.map((match) => [match, Math.max(0, dot(query, vectorOf(match)))]));
}

function vectorOf({ article, passage: { start, end } }: Match): Float32Array {
  const vectors = cache.get(article) ?? new Map<number, Float32Array>();
  cache.set(article, vectors);
  const vector = vectors.get(start) ?? Float32Array.from(embed(article.text.slice(start, end)));
  vectors.set(start, vector);
  return vector;
}

function dot(a: readonly number[], b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] ?? 0);
  return sum;
}
