// All that the core asks of the world. Read this first: the other rooms are ways to fill these shapes.
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { Answer } from './answer.js';
import type { Article, Span } from './article.js';
import type { Passage } from './passage.js';

/** Turns text into unit vectors. Any LangChain embeddings, with what an index must know of them. */
export interface Embedder extends EmbeddingsInterface {
  /** Names model and construction: vectors of different fingerprints are never compared. */
  readonly fingerprint: string;
  readonly dimensions: number;
}

/** Turns text into the words that full-text search compares. */
export interface Analyzer {
  /** Changes when the same text would give other terms: stored terms are then made anew. */
  readonly fingerprint: string;
  /** ISO 639-1 code of the language the text is most likely in, `und` where it cannot be told. */
  detectLanguage(text: string): string;
  /** Folded and stemmed words in order, stop words left out: safe to store and to match. */
  terms(text: string, language: string): readonly string[];
  /** Those of `vocabulary` that `term` may be a misspelling of, nearest first. */
  similarTerms(term: string, vocabulary: readonly string[]): readonly string[];
}

/** Where a search looks: libraries, or one article in them. The filter is exact. */
export interface Scope {
  readonly libraries: readonly string[];
  readonly articleId?: string | undefined;
}

/** A passage as it is stored, with how well it matched. */
export interface Match {
  readonly article: Article;
  readonly passage: Passage;
  /** Cosine similarity of question and passage, 0…1. */
  readonly similarity: number;
  /** Full-text score, 0…1: BM25 over that of the best passage; 0 where no word is shared. */
  readonly textScore: number;
}

/** How common a term is, over all stored passages. */
export interface TermFrequencies {
  readonly passages: number;
  /** Passages that hold the term. */
  count(term: string): number;
}

/** A question as the engine sees it. */
export interface Question {
  /** Standing alone: pronouns that point to an earlier turn are resolved where they can be. */
  readonly text: string;
  readonly language: string;
}

/** A sentence with the engine's opinion of it. */
export interface RankedSentence extends Span {
  readonly match: Match;
  /** 0…1: how likely it is that this sentence answers the question. */
  readonly relevance: number;
}

/** What a ranker makes of a question's matches. */
export interface Ranking {
  /** Best first; every sentence of every match. */
  readonly sentences: readonly RankedSentence[];
  /** 0…1: the calibrated probability that the best sentences answer the question. */
  readonly confidence: number;
}

/** Orders the sentences of retrieved passages by how well they answer. Deterministic. */
export interface SentenceRanker {
  rank(question: Question, matches: readonly Match[], frequencies: TermFrequencies): Ranking;
}

/** A numbered sentence that a writer may use and cite. */
export interface Evidence extends Span {
  /** The number a marker `[n]` names it by, from 1. */
  readonly number: number;
  readonly article: Article;
  readonly text: string;
  /** 0…1, as ranked. */
  readonly relevance: number;
}

/** What a writer prints, alone, when the evidence does not hold the answer. */
export const NOT_IN_ARTICLE = 'NOT_IN_ARTICLE';

/** Writes an answer from evidence, as text with `[n]` markers, streamed in pieces of any size. */
export interface Writer {
  write(
    question: Question,
    evidence: readonly Evidence[],
    options: { readonly confidence: number; readonly signal?: AbortSignal | undefined },
  ): AsyncIterable<string>;
}

/** The ways to embed, rank and write that belong together. */
export interface Engine {
  /** Shown to people and stored with answers: `builtin`, or the model's name. */
  readonly name: string;
  readonly embedder: Embedder;
  readonly analyzer: Analyzer;
  readonly ranker: SentenceRanker;
  readonly writer: Writer;
}

/** A passage on its way into the store. */
export interface IndexedPassage extends Passage {
  readonly vector: Float32Array;
  /** As {@link Analyzer.terms} gives them. */
  readonly terms: readonly string[];
}

/** Keeps articles and answers: the source of truth. Writes are atomic. */
export interface ArticleStore {
  /** Makes the article visible with all of its passages, in place of any of the same id, or changes nothing. */
  putArticle(article: Article, passages: readonly IndexedPassage[], signal?: AbortSignal): Promise<void>;
  /** True if there was one. */
  removeArticle(articleId: string, library: string): Promise<boolean>;
  getArticle(articleId: string, scope: Scope): Article | undefined;
  /** In order of title. */
  listArticles(scope: Scope): readonly Article[];
  putAnswer(answer: StoredAnswer): void;
  getAnswer(answerId: string): StoredAnswer | undefined;
}

/** An answer that was given, kept so that what stands below it can still find it. */
export interface StoredAnswer {
  readonly id: string;
  readonly library: string;
  readonly question: string;
  readonly answer: Answer;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** Keeps small facts between runs, such as what was last registered where. */
export interface SettingStore {
  getSetting(key: string): string | undefined;
  putSetting(key: string, value: string): void;
}

/** Finds passages by meaning and by words. */
export interface PassageIndex {
  /** How many passages the scope holds. */
  countPassages(scope: Scope): number;
  /** Languages of the articles in the scope: a question's words are read in each of them. */
  listLanguages(scope: Scope): readonly string[];
  frequencies(): TermFrequencies;
  /** The union of the nearest by vector and the best by words, each scored both ways; at most `2 * limit`. */
  findPassages(
    query: { readonly vector: Float32Array; readonly terms: readonly string[] },
    scope: Scope,
    limit: number,
  ): readonly Match[];
}

/** Tells the time; passed in so that tests can hold it. */
export interface Clock {
  now(): Date;
}
