// From a question to ranked sentences: hybrid retrieval, fused by scores, then the engine's sentence ranker.
import { type AppError, isEngineFailure } from '../errors.js';
import type { Embedder, Engine, Match, PassageIndex, Question, Ranking, Scope, Scored } from '../ports.js';

/** A scope of at most so many passages is ranked whole: an article of about 10,000 words. */
const RANK_ALL_PASSAGES = 64;
/** Passages that the sentence ranker sees of a larger scope: 32 took longer, and were no better on the whole. */
const RANKED_PASSAGES = 20;
/** Passages fetched by vector and by words each, before fusion: more bring none that would then be ranked. */
const FETCHED_PASSAGES = 32;
/** Weight of the vectors in the fused score; the rest is the words'. */
const VECTOR_WEIGHT = 0.3;
/** Tokens of a short passage: with a budget of evidence, so many passages may fit that all of them are needed. */
const TOKENS_PER_PASSAGE = 150;

export interface RetrieveDependencies {
  readonly engine: Engine;
  readonly index: PassageIndex;
  /** Told why the embedding model was passed over. */
  readonly onEngineFailure?: ((error: AppError) => void) | undefined;
}

const EMPTY_RANKING: Ranking = { sentences: [], paragraphs: [], confidence: 0 };

/**
 * Passages come by vector and by words; both scores are scaled to the best of their list and joined by a convex
 * combination, which keeps what rank fusion throws away (Bruch, Gai & Ingber 2023, "An Analysis of Fusion Functions
 * for Hybrid Retrieval", https://arxiv.org/abs/2210.11934). The sentence ranker orders the best of them. Where the
 * embedding model cannot be asked, words alone find.
 */
export async function retrieve(
  question: Question,
  scope: Scope,
  { engine, index, onEngineFailure }: RetrieveDependencies,
  signal?: AbortSignal,
): Promise<Ranking> {
  const count = index.countPassages(scope);
  if (count === 0) return EMPTY_RANKING;
  const texts = [...(question.translations ?? []), question.text];
  // A short question's own language is a guess, but it is asked of articles whose language is known.
  const languages = index.listLanguages(scope);
  const terms = [
    ...new Set(
      texts.flatMap((text) => languages.flatMap((language) => engine.analyzer.terms(text, language))),
    ),
  ];
  const fittingPassages = Math.floor((engine.writer.evidenceTokens ?? 0) / TOKENS_PER_PASSAGE);
  const ranksAll = count <= Math.max(RANK_ALL_PASSAGES, fittingPassages);
  // A model may answer what has no words to look for ("What is it about?"), if it can read everything.
  if (terms.length === 0 && !(ranksAll && fittingPassages >= count)) return EMPTY_RANKING;
  signal?.throwIfAborted();
  const { embedder } = index;
  const embedded = await embedQuestion(texts, embedder, signal).catch((error: unknown) => {
    signal?.throwIfAborted();
    if (!isEngineFailure(error)) throw error;
    onEngineFailure?.(error);
    return [undefined];
  });
  signal?.throwIfAborted();
  // Where another embedder has taken over meanwhile, this one's vectors compare with nothing.
  const vectors = index.embedder === embedder ? embedded : [undefined];
  const fetchLimit = ranksAll ? count : FETCHED_PASSAGES;
  const maxRanked = ranksAll ? count : Math.max(RANKED_PASSAGES, fittingPassages);
  const chooseBest = <T extends Scored>(found: readonly T[]) => fuseScores(found).slice(0, maxRanked);
  const find = (vector: Float32Array | undefined, choose?: typeof chooseBest) =>
    index.findPassages({ vector, terms }, scope, fetchLimit, choose);
  // Of several searches none can tell alone which are the best of all.
  const best =
    vectors.length === 1
      ? find(vectors[0], chooseBest)
      : chooseBest(mergeMatches(vectors.map((vector) => find(vector))));
  // Sentences are compared in the article's own language, where the question is known in it.
  return engine.ranker.rank({ ...question, text: texts[0] ?? question.text }, best, index.frequencies());
}

/** A vector a text; where there is no embedder, search goes by words. */
async function embedQuestion(
  texts: readonly string[],
  embedder: Embedder | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly (Float32Array | undefined)[]> {
  if (!embedder) return [undefined];
  const vectors = await Promise.all(texts.map((text) => embedder.embedQuery(text, { signal })));
  return vectors.map((vector) => Float32Array.from(vector));
}

/** Of passages found more than once, the best similarity counts. */
function mergeMatches(lists: readonly (readonly Match[])[]): readonly Match[] {
  const best = new Map<string, Match>();
  for (const match of lists.flat()) {
    const key = `${match.article.id} ${match.passage.start}`;
    const known = best.get(key);
    if (!known || match.similarity > known.similarity) best.set(key, match);
  }
  return [...best.values()];
}

/** What was found by fused score, best first. */
export function fuseScores<T extends Scored>(matches: readonly T[]): readonly T[] {
  const bestSimilarity = Math.max(...matches.map((match) => match.similarity), Number.MIN_VALUE);
  const score = (match: Scored) =>
    (VECTOR_WEIGHT * match.similarity) / bestSimilarity + (1 - VECTOR_WEIGHT) * match.textScore;
  return [...matches].sort((a, b) => score(b) - score(a));
}
