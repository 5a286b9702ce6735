// Finds and ranks sentences for a question: hybrid retrieval, score fusion, then the engine's ranker and reader.
import { type AppError, isEngineFailure } from '../../errors.js';
import type { Analyzer, Engine, Gloss, Scope } from '../../ports.js';
import type { Match, Question, Ranking, Scored } from '../../ranking-ports.js';
import type { PassageIndex } from '../../store-ports.js';
import { embedQuestion, listSpaces, type QuestionVectors } from './embed-question.js';
import { fuseScores } from './fuse-scores.js';

/** Scopes up to this size skip retrieval, and every passage is ranked. About 10,000 words. */
const RANK_ALL_PASSAGES = 64;
/** How many passages of a larger scope are ranked. 32 took longer and gave no better answers overall. */
const RANKED_PASSAGES = 20;
/** Passages to fetch by vector and by full text each, before fusion. Fetching more didn't change what was ranked. */
const FETCHED_PASSAGES = 32;
/** Tokens of a short passage. Tells how many passages can fit into a writer's token budget. */
const TOKENS_PER_PASSAGE = 150;

/** What {@link retrieve} needs. */
export interface RetrieveDependencies {
  readonly engine: Engine;
  readonly index: PassageIndex;
  /** Called with the reason when the embedding model fails. */
  readonly onEngineFailure?: ((error: AppError) => void) | undefined;
}

const EMPTY_RANKING: Ranking = { sentences: [], paragraphs: [], confidence: 0 };

/**
 * Retrieves passages by vector and by full text, fuses both scores, and ranks the sentences of the best passages. If the
 * embedding model fails, only full-text search is used.
 * @returns an empty ranking if the scope is empty or the question has no terms to search for
 * @throws the signal's reason once it is aborted
 */
export async function retrieve(
  question: Question,
  scope: Scope,
  { engine, index, onEngineFailure }: RetrieveDependencies,
  signal?: AbortSignal,
): Promise<Ranking> {
  const count = index.countPassages(scope);
  if (count === 0) return EMPTY_RANKING;
  // Analyzes the question in the articles' languages, because a short question's own language is only a guess.
  const languages = index.listLanguages(scope);
  const glosses = translateForeign(question, languages, engine.analyzer);
  const texts = [...(question.translations ?? []), glosses[0]?.text ?? question.text];
  const terms = [
    ...new Set([
      ...texts.flatMap((text) => languages.flatMap((language) => engine.analyzer.terms(text, language))),
      ...glosses.flatMap((gloss) => gloss.terms),
    ]),
  ];
  const fittingPassages = Math.floor((engine.writer.evidenceTokens ?? 0) / TOKENS_PER_PASSAGE);
  const ranksAll = count <= Math.max(RANK_ALL_PASSAGES, fittingPassages);
  // Without terms ("What is it about?"), only a model that can read everything may answer.
  if (terms.length === 0 && !(ranksAll && fittingPassages >= count)) return EMPTY_RANKING;
  signal?.throwIfAborted();
  const { embedder } = index;
  const embedded = await (embedder ? embedQuestion(texts, languages, embedder, signal) : undefined)?.catch(
    (error: unknown) => {
      signal?.throwIfAborted();
      if (!isEngineFailure(error)) throw error;
      onEngineFailure?.(error);
      return undefined;
    },
  );
  signal?.throwIfAborted();
  // If the index switched embedders meanwhile, these vectors can't be compared with its own.
  const questionVectors = (index.embedder === embedder ? embedded : undefined) ?? [undefined];
  const spaces = embedder && listSpaces(embedder, languages);
  const fetchLimit = ranksAll ? count : FETCHED_PASSAGES;
  const maxRanked = ranksAll ? count : Math.max(RANKED_PASSAGES, fittingPassages);
  const chooseBest = <T extends Scored>(found: readonly T[]) => fuseScores(found, spaces).slice(0, maxRanked);
  const find = (vectors: QuestionVectors | undefined, choose?: typeof chooseBest) =>
    index.findPassages({ vectors, terms }, scope, fetchLimit, choose);
  // With several texts, results must be merged before the best can be chosen.
  const best =
    questionVectors.length === 1
      ? find(questionVectors[0], chooseBest)
      : chooseBest(mergeMatches(questionVectors.map((vectors) => find(vectors))));
  return rankMatches(question, best, { engine, index }, signal);
}

/**
 * Ranks the sentences of passages by the engine's ranker and reader, with a translation of the question into the
 * article's language, if there is one.
 * @throws the signal's reason once it is aborted
 */
export async function rankMatches(
  question: Question,
  matches: readonly Match[],
  { engine: { ranker, reader }, index }: Pick<RetrieveDependencies, 'engine' | 'index'>,
  signal?: AbortSignal,
): Promise<Ranking> {
  const asked = { ...question, text: question.translations?.[0] ?? question.text };
  const ranking = ranker.rank(asked, matches, index.frequencies());
  return reader ? reader.read(asked, ranking, { signal }) : ranking;
}

/** Translates a question word by word if none of the articles is in its language and no model has translated it. */
function translateForeign(
  { text, language, translations }: Question,
  articleLanguages: readonly string[],
  { translate }: Analyzer,
): readonly Gloss[] {
  if (translations || articleLanguages.includes(language)) return [];
  return articleLanguages.flatMap((to) => translate?.(text, language, to) ?? []);
}

/** Merges results. A passage found more than once keeps its best similarity. */
function mergeMatches(lists: readonly (readonly Match[])[]): readonly Match[] {
  const best = new Map<string, Match>();
  for (const match of lists.flat()) {
    const key = `${match.article.id} ${match.passage.start}`;
    const previous = best.get(key);
    if (!previous || match.similarity > previous.similarity) best.set(key, match);
  }
  return [...best.values()];
}
