// The core's ports for what is stored: articles, answers, usage and settings. `library/library-store.ts` has what is known about
// libraries.
import type { Answer, CheckedMessage, Citation } from './answer.js';
import type { LibraryChange, Provenance } from './library/ports.js';
import type { Embedder, Scope } from './ports.js';
import type { Match, Scored, TermFrequencies } from './ranking-ports.js';
import type { Article, ListedArticle } from './text/article.js';
import type { Passage } from './text/passage.js';
import type { Usage } from './writing-ports.js';

/** A passage with everything that the store indexes. */
export interface IndexedPassage extends Passage {
  /** If unset, the store embeds the passage once the article is visible. */
  readonly vector?: Float32Array | undefined;
  /** From {@link Analyzer.terms}. */
  readonly terms: readonly string[];
}

/** The part of a citation that locates its quote. */
export type CitedSpan = Pick<Citation, 'articleId' | 'start' | 'end' | 'quote'>;

/** Stores articles. It is the source of truth, and its writes are atomic. */
export interface ArticleStore {
  /** Vectors of articles that aren't stored yet. */
  readonly vectorCache: VectorCache;
  /**
   * Stores the article and all its passages, replacing any article with the same id. Changes nothing if it fails.
   * @param provenance stored in the same transaction. Default: an earlier article's record stays, and a new article gets one
   * without a person
   */
  putArticle(
    article: Article,
    passages: readonly IndexedPassage[],
    signal?: AbortSignal,
    provenance?: Provenance,
  ): Promise<void>;
  /**
   * @param change stored in the same transaction
   * @returns whether the library had this article
   */
  removeArticle(articleId: string, library: string, change?: LibraryChange): Promise<boolean>;
  getArticle(articleId: string, scope: Scope): Article | undefined;
  /**
   * An article as it was at a time, if it was replaced or removed since and the quote is where the citation says.
   * @param at ISO 8601
   */
  findVersion(cited: CitedSpan, scope: Scope, at: string): Article | undefined;
  /** In order of title. */
  listArticles(scope: Scope): readonly ListedArticle[];
  /** Libraries that have at least one article, in no particular order. */
  listLibraries(): readonly string[];
  /**
   * A digest that changes whenever an article of the scope is added, changed or removed, and while passages are being
   * embedded. Cheap: reads no text.
   */
  digestScope(scope: Scope): string;
}

/** A stored answer. Its buttons and follow-up questions refer to it by id. */
export interface StoredAnswer {
  readonly id: string;
  readonly library: string;
  /** The question, the checked message, or the title of the summarized article. */
  readonly question: string;
  readonly answer: Answer | CheckedMessage;
  /** ISO 8601. */
  readonly createdAt: string;
  /** The user interface's id for the person who asked. */
  readonly userId?: string | undefined;
  /** The answer that this question follows up on. */
  readonly previousId?: string | undefined;
  /** Only this person sees it, until they share it. Default false. */
  readonly isPrivate?: boolean | undefined;
  /** Where it was asked. Unset outside of servers. */
  readonly place?: Place | undefined;
  /**
   * Other libraries whose articles the question or the answer may name without citing them, such as a list of articles. It
   * is deleted together with any of them. Only stored, never read.
   */
  readonly namedLibraries?: readonly string[] | undefined;
}

/** A channel or thread where something was asked, by the user interface's ids. */
export interface Place {
  readonly channelId: string;
  /** A thread that everyone in the channel can read. A private thread is a channel of its own. */
  readonly threadId?: string | undefined;
}

/** Stores answers by id, and cached answers by key. */
export interface AnswerStore {
  putAnswer(answer: StoredAnswer): void;
  getAnswer(answerId: string): StoredAnswer | undefined;
  /**
   * What was asked in a place since then and isn't private, newest first. A channel includes its threads.
   * @param since ISO 8601
   */
  listAsked(library: string, place: Place, since: string, limit: number): readonly StoredAnswer[];
  /** @param libraries whose articles it may quote. Default: none */
  putCachedAnswer(key: string, answer: Answer, createdAt: string, libraries?: readonly string[]): void;
  getCachedAnswer(key: string): Answer | undefined;
}

/** How a task ended: with this kind of result, with an error (`failed`), or because the caller aborted it (`stopped`). */
export type UsageOutcome = (Answer | CheckedMessage)['kind'] | 'failed' | 'stopped';

/** The engine name in the ledger for answers that came from the cache. */
export const CACHE = 'cache';

/** One task and what it cost. */
export interface UsageEntry extends Usage {
  readonly library: string;
  readonly userId?: string | undefined;
  /** The command, such as `ask` or `summarize`. */
  readonly command: string;
  readonly outcome: UsageOutcome;
  /** `builtin`, the model's name, {@link CACHE}, or `none` if the task didn't finish. */
  readonly engine: string;
  readonly ms: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** The sum of a library's entries with the same day (`YYYY-MM-DD`, UTC), command, outcome and engine. */
export interface UsageSum extends Usage {
  readonly day: string;
  readonly command: string;
  readonly outcome: UsageOutcome;
  readonly engine: string;
  readonly count: number;
  readonly ms: number;
}

/** An append-only ledger of tasks and what they cost. */
export interface UsageLedger {
  addUsage(entry: UsageEntry): void;
  /** Input plus output tokens of a library or a person since the start of the day (`YYYY-MM-DD`, UTC). */
  countTokens(owner: { readonly library: string } | { readonly userId: string }, sinceDay: string): number;
  /** Sums since the start of the day, in order of day. */
  sumUsage(library: string, sinceDay: string): readonly UsageSum[];
}

/** Deletes old data. */
export interface Pruner {
  /**
   * Deletes everything created before these ISO 8601 times, in short steps.
   * @returns how many entries were deleted
   * @throws the signal's reason
   */
  prune(
    before: { readonly answers: string; readonly cache: string; readonly usage: string },
    signal?: AbortSignal,
  ): Promise<number>;
}

/** Stores small values between runs, such as a hash of the registered commands. */
export interface SettingStore {
  getSetting(key: string): string | undefined;
  putSetting(key: string, value: string): void;
}

/** Hybrid search over passages: by vector and by full text. */
export interface PassageIndex {
  /** The embedder whose vectors are being searched; undefined if there are none, so that only full-text search works. */
  readonly embedder: Embedder | undefined;
  /** Number of passages in the scope. */
  countPassages(scope: Scope): number;
  /** Languages of the articles in the scope. */
  listLanguages(scope: Scope): readonly string[];
  frequencies(): TermFrequencies;
  /**
   * Finds the `limit` best passages by vector and by full text. Returns their union, at most `2 * limit`, with both
   * scores for each.
   * @param choose filters and orders the results before their text is read. By default, all are returned.
   */
  findPassages(
    query: {
      /** The question's vector in each space of the scope, by the space's name. */
      readonly vectors?: ReadonlyMap<string, Float32Array> | undefined;
      readonly terms: readonly string[];
    },
    scope: Scope,
    limit: number,
    choose?: <T extends Scored>(found: readonly T[]) => readonly T[],
  ): readonly Match[];
}

/** Caches vectors by text while an article is being added. */
export interface VectorCache {
  /** Returns the known vectors of this embedder, by `textDigest` of their text. */
  get(fingerprint: string, digests: readonly string[]): ReadonlyMap<string, Float32Array>;
  put(fingerprint: string, vectors: ReadonlyMap<string, Float32Array>): void;
}
