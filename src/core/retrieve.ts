// From a question to ranked sentences: hybrid retrieval, fused by scores, then the engine's sentence ranker.
import type { Engine, Match, PassageIndex, Question, Ranking, Scope } from './ports.js';

/** A scope of at most so many passages is ranked whole: an article of about 10,000 words. */
const RANK_ALL_PASSAGES = 64;
/** Passages that the sentence ranker sees of a larger scope. */
const RANKED_PASSAGES = 32;
/** Passages fetched by vector and by words each, before fusion. */
const FETCHED_PASSAGES = 64;
/** Weight of the vectors in the fused score; the rest is the words'. */
const VECTOR_WEIGHT = 0.3;

const NOTHING: Ranking = { sentences: [], confidence: 0 };

/**
 * Passages come by vector and by words; both scores are scaled to the best of their list and joined by a convex
 * combination, which keeps what rank fusion throws away (Bruch, Gai & Ingber 2023, "An Analysis of Fusion Functions
 * for Hybrid Retrieval", https://arxiv.org/abs/2210.11934). The sentence ranker orders the best of them.
 */
export async function retrieve(
  question: Question,
  scope: Scope,
  { engine, index }: { readonly engine: Engine; readonly index: PassageIndex },
  signal?: AbortSignal,
): Promise<Ranking> {
  const count = index.countPassages(scope);
  if (count === 0) return NOTHING;
  // A short question's own language is a guess, but it is asked of articles whose language is known.
  const languages = index.listLanguages(scope);
  const terms = [...new Set(languages.flatMap((language) => engine.analyzer.terms(question.text, language)))];
  if (terms.length === 0) return NOTHING;
  signal?.throwIfAborted();
  const vector = Float32Array.from(await engine.embedder.embedQuery(question.text));
  signal?.throwIfAborted();
  const isSmall = count <= RANK_ALL_PASSAGES;
  const matches = index.findPassages({ vector, terms }, scope, isSmall ? count : FETCHED_PASSAGES);
  const best = fuse(matches).slice(0, isSmall ? count : RANKED_PASSAGES);
  return engine.ranker.rank(question, best, index.frequencies());
}

/** Matches by fused score, best first. */
export function fuse(matches: readonly Match[]): readonly Match[] {
  const bestSimilarity = Math.max(...matches.map((match) => match.similarity), Number.MIN_VALUE);
  const score = (match: Match) =>
    (VECTOR_WEIGHT * match.similarity) / bestSimilarity + (1 - VECTOR_WEIGHT) * match.textScore;
  return [...matches].sort((a, b) => score(b) - score(a));
}
