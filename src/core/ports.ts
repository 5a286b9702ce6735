// All that the core asks of the world. Read this first: the other rooms are ways to fill these shapes.
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { Answer, CheckedMessage, Turn, Verdict } from './answer.js';
import type { Article, ListedArticle, Span } from './text/article.js';
import type { Passage } from './text/passage.js';

/** Turns text into unit vectors. Any LangChain embeddings, with what an index must know of them. */
export interface Embedder extends EmbeddingsInterface {
  /** Names model and construction: vectors of different fingerprints are never compared. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /** Costs time or money: its vectors are kept while an article is on its way in, and not asked for twice. */
  readonly isRemote?: boolean | undefined;
  /** Texts that one call takes best; default 32. */
  readonly batchSize?: number | undefined;
  /** Calls that may run side by side; default 1. */
  readonly concurrency?: number | undefined;
  embedDocuments(
    texts: string[],
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<number[][]>;
  embedQuery(text: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<number[]>;
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

/** How well a passage matched. */
export interface Scored {
  /** Cosine similarity of question and passage, 0…1. */
  readonly similarity: number;
  /** Full-text score, 0…1: BM25 over that of the best passage; 0 where no word is shared. */
  readonly textScore: number;
}

/** A passage as it is stored, with how well it matched. */
export interface Match extends Scored {
  readonly article: Article;
  readonly passage: Passage;
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
  /** The same read by rules alone, so that no model's word is among it. Unset: `text` is. */
  readonly trustedText?: string | undefined;
  /** The same in languages of the articles that are not its own: looked for as well. */
  readonly translations?: readonly string[] | undefined;
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
  /** Of each paragraph its best sentence; the paragraph likeliest to hold the answer first, which may be in another sentence. */
  readonly paragraphs: readonly RankedSentence[];
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

/** What a call to a model cost. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface WriteOptions {
  /** 0…1: the ranker's probability that the evidence answers the question. */
  readonly confidence: number;
  readonly signal?: AbortSignal | undefined;
  /** Told of each call to a model that this answer took; never called where none was. */
  readonly onUsage?: ((usage: Usage) => void) | undefined;
}

/** Writes an answer from evidence, as text with `[n]` markers, streamed in pieces of any size. */
export interface Writer {
  /** Estimated tokens of evidence that it takes; unset: only the few best sentences. */
  readonly evidenceTokens?: number | undefined;
  write(question: Question, evidence: readonly Evidence[], options: WriteOptions): AsyncIterable<string>;
}

/** A question freed from its conversation. */
interface RewrittenQuestion {
  /** The question, standing alone, in its own language. */
  readonly standalone: string;
  /** The question once more in each language of the articles that is not its own: what retrieval looks for as well. */
  readonly translations?: readonly string[] | undefined;
  /** ISO 639-1 code of the question's language, in which it is answered; `und` where it cannot be told. */
  readonly language: string;
}

/** Reads a question against the turns before it. Optional: without one, rules do. */
export interface Rewriter {
  rewrite(
    question: string,
    turns: readonly Turn[],
    options: Pick<WriteOptions, 'signal' | 'onUsage'> & { readonly articleLanguages: readonly string[] },
  ): Promise<RewrittenQuestion>;
}

/** What a judge makes of one claim of a message. */
export interface ProposedVerdict {
  /** Word for word from the message. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** Numbers of the evidence it rests on. */
  readonly evidence: readonly number[];
}

/** Splits a message into claims and proposes verdicts; the core shows none that its own check does not bear out. */
export interface ClaimChecker {
  /** The model's name. */
  readonly name: string;
  check(
    message: string,
    evidence: readonly Evidence[],
    options: Pick<WriteOptions, 'signal' | 'onUsage'>,
  ): Promise<readonly ProposedVerdict[]>;
}

/** Finds the exact phrase of a sentence that answers: a number, a date, a name. */
interface Highlighter {
  /** A span of the article inside the sentence; undefined where it is not certain which phrase that is. */
  highlight(question: Question, evidence: Evidence): Span | undefined;
}

/** The ways to embed, rank and write that belong together. */
export interface Engine {
  /** Shown to people and stored with answers: `builtin`, or the model's name. */
  readonly name: string;
  readonly embedder: Embedder;
  readonly analyzer: Analyzer;
  readonly ranker: SentenceRanker;
  readonly writer: Writer;
  /** Shows the phrase that answers. Optional: without one, the sentence is shown plain. */
  readonly highlighter?: Highlighter | undefined;
  readonly rewriter?: Rewriter | undefined;
  /** Judges claims of messages. Optional: without one, rules do. */
  readonly claimChecker?: ClaimChecker | undefined;
  /** Answers where the writer fails (with an AppError `engine/*`) or must not be asked; shares embedder and analyzer. */
  readonly fallback?: Engine | undefined;
}

/** A passage on its way into the store. */
export interface IndexedPassage extends Passage {
  readonly vector: Float32Array;
  /** As {@link Analyzer.terms} gives them. */
  readonly terms: readonly string[];
}

/** Keeps articles: the source of truth. Writes are atomic. */
export interface ArticleStore {
  /** Vectors of articles that are not visible yet. */
  readonly vectorCache: VectorCache;
  /** Makes the article visible with all of its passages, in place of any of the same id, or changes nothing. */
  putArticle(article: Article, passages: readonly IndexedPassage[], signal?: AbortSignal): Promise<void>;
  /** True if there was one. */
  removeArticle(articleId: string, library: string): Promise<boolean>;
  getArticle(articleId: string, scope: Scope): Article | undefined;
  /** In order of title. */
  listArticles(scope: Scope): readonly ListedArticle[];
  /** Changes whenever an article of the scope is added, changed or removed. Cheap: reads no text. */
  digestScope(scope: Scope): string;
}

/** An answer that was given, kept so that what stands below it can still find it, and a conversation go on. */
export interface StoredAnswer {
  readonly id: string;
  readonly library: string;
  /** What was asked, or the message that was checked. */
  readonly question: string;
  readonly answer: Answer | CheckedMessage;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Who asked, as the face knows people. */
  readonly userId?: string | undefined;
  /** The answer that this one's question follows up on. */
  readonly previousId?: string | undefined;
}

/** Keeps the answers that were given, and those that may be given again. */
export interface AnswerStore {
  putAnswer(answer: StoredAnswer): void;
  getAnswer(answerId: string): StoredAnswer | undefined;
  putCachedAnswer(key: string, answer: Answer, createdAt: string): void;
  getCachedAnswer(key: string): Answer | undefined;
}

/** How a piece of work ended: as its answer is, or with an error, or because its asker no longer waits. */
export type UsageOutcome = (Answer | CheckedMessage)['kind'] | 'failed' | 'stopped';

/** Whom the ledger names for an answer that was given again. */
export const CACHE = 'cache';

/** One piece of work, and what it cost. */
interface UsageEntry extends Usage {
  readonly library: string;
  readonly userId?: string | undefined;
  /** What was asked for: `ask`, `summarize` … */
  readonly command: string;
  readonly outcome: UsageOutcome;
  /** Who did it: `builtin`, the model's name, or {@link CACHE}; `none` where nobody came to an end. */
  readonly engine: string;
  readonly ms: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** Entries of one library that share a day (`YYYY-MM-DD`, UTC), a command, an outcome and an engine, summed. */
export interface UsageSum extends Usage {
  readonly day: string;
  readonly command: string;
  readonly outcome: UsageOutcome;
  readonly engine: string;
  readonly count: number;
  readonly ms: number;
}

/** The ledger of what was done and what it cost: entries are only added. */
export interface UsageLedger {
  addUsage(entry: UsageEntry): void;
  /** Tokens, in and out, of a library or of a person since the day (`YYYY-MM-DD`, UTC) began. */
  countTokens(whose: { readonly library: string } | { readonly userId: string }, sinceDay: string): number;
  /** In order of day. */
  sumUsage(library: string, sinceDay: string): readonly UsageSum[];
}

/** Drops what is older than it need be. */
export interface Pruner {
  /** Each is an ISO 8601 time, before which entries go. @returns how many went */
  prune(before: { readonly answers: string; readonly cache: string; readonly usage: string }): number;
}

/** Keeps small facts between runs, such as what was last registered where. */
export interface SettingStore {
  getSetting(key: string): string | undefined;
  putSetting(key: string, value: string): void;
}

/** Finds passages by meaning and by words. */
export interface PassageIndex {
  /** Whose vectors are searched at the moment; undefined while there are none: then by words alone. */
  readonly embedder: Embedder | undefined;
  /** How many passages the scope holds. */
  countPassages(scope: Scope): number;
  /** Languages of the articles in the scope: a question's words are read in each of them. */
  listLanguages(scope: Scope): readonly string[];
  frequencies(): TermFrequencies;
  /**
   * The union of the nearest by vector and the best by words, each scored both ways; at most `2 * limit`.
   * @param choose which of them are worth reading, in what order; by default all
   */
  findPassages(
    query: { readonly vector?: Float32Array | undefined; readonly terms: readonly string[] },
    scope: Scope,
    limit: number,
    choose?: <T extends Scored>(found: readonly T[]) => readonly T[],
  ): readonly Match[];
}

/** Tells the time; passed in so that tests can hold it. */
export interface Clock {
  now(): Date;
}

/** Vectors by the text they stand for, kept while an article is on its way in. */
export interface VectorCache {
  /** Vectors of this fingerprint, by {@link textDigest}; what is not known is left out. */
  get(fingerprint: string, digests: readonly string[]): ReadonlyMap<string, Float32Array>;
  put(fingerprint: string, vectors: ReadonlyMap<string, Float32Array>): void;
}
