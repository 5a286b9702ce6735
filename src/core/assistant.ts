// The assistant: everything that a user interface may call. `create-assistant.ts` implements it.
import type { Answer, Answered, CheckedMessage, SummaryLength, SummaryStyle, Turn } from './answer.js';
import type { AnswerOptions } from './ask/answer-question.js';
import type { ConversationOptions } from './ask/follow-up/conversation-history.js';
import type { SearchResults } from './ask/retrieval/search-passages.js';
import type { ArticleDraft, IngestOptions, IngestResult } from './library/ingest.js';
import type { Requester } from './limits/usage-limits.js';
import type { UsageOptions, UsageReport } from './limits/usage-report.js';
import type { Recap, RecapOptions } from './recap/recap.js';
import type { CitedSpan, Place, StoredAnswer } from './store-ports.js';
import type { ArticleChoice } from './summary/choose-articles.js';
import type { WriteSummaryOptions } from './summary/write-summary.js';
import type { Article, ListedArticle } from './text/article.js';

/** Which libraries to use: one or several. The built-in articles are always included. */
export interface LibraryOptions {
  readonly library: string | readonly string[];
}

/** Options for {@link Assistant.ask}. */
export interface AskOptions extends LibraryOptions, Omit<AnswerOptions, 'scope' | 'language'>, Requester {
  /** Asks only this article. */
  readonly articleId?: string | undefined;
  /** The answer that this question follows up on. Its conversation is read from the store unless one is given. */
  readonly previousAnswerId?: string | undefined;
  /** Only the person who asks sees the answer. Later questions of others never get to know it. Default false. */
  readonly isPrivate?: boolean | undefined;
  /** Where it is asked, for recaps. */
  readonly place?: Place | undefined;
}

/** Options for {@link Assistant.search}. */
export interface SearchOptions extends LibraryOptions {
  /** Searches only this article. */
  readonly articleId?: string | undefined;
  /** Maximum number of passages. Default 5. */
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Options for {@link Assistant.check}. */
export interface CheckOptions extends LibraryOptions, Requester {
  /** Checks against this article only. */
  readonly articleId?: string | undefined;
  /** As in {@link AskOptions}. */
  readonly isPrivate?: boolean | undefined;
}

/** Options for {@link Assistant.summarize}. */
export interface SummarizeOptions
  extends LibraryOptions,
    Requester,
    Pick<WriteSummaryOptions, 'language' | 'onProgress' | 'onUsage'> {
  /** Default `brief`. */
  readonly style?: SummaryStyle | undefined;
  /** Default `medium`. */
  readonly length?: SummaryLength | undefined;
  /** ISO 639-1 code of the language for our own words around it. Default: unknown. */
  readonly replyLanguage?: string | undefined;
  /** As in {@link AskOptions}. */
  readonly isPrivate?: boolean | undefined;
  /** The answer before it in the same conversation. It doesn't change the summary. */
  readonly previousAnswerId?: string | undefined;
}

/** Options for {@link Assistant.summarizeLibrary}: the library's articles, or only some of them. */
interface SummarizeLibraryOptions extends SummarizeOptions, ArticleChoice {}

/** Options for {@link Assistant.suggest}. */
export interface SuggestOptions extends LibraryOptions {
  /** Maximum number of questions. Default 5. */
  readonly count?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Answers questions from the articles of a library. With several libraries, usage and answers belong to the first.
 * Control characters and lone surrogates in what people write are removed or replaced.
 */
export interface Assistant {
  /**
   * Answers a question and stores the answer under its `id`.
   * @throws AppError `core/no-such-article`, `core/too-fast`, `core/message-too-long`
   */
  ask(question: string, options: AskOptions): Promise<Answer & { readonly id: string }>;
  /**
   * Checks each claim of a message against the articles and stores the result under its `id`.
   * @throws AppError `core/no-such-article`, `core/too-fast`
   */
  check(message: string, options: CheckOptions): Promise<CheckedMessage & { readonly id: string }>;
  /** Whether a message that replies to another one asks if that one is true: "is this true?" */
  asksForCheck(message: string): boolean;
  /**
   * Of several libraries, those that a question is about, best first. Empty for messages that aren't questions, and if none
   * matches much better than the built-in articles. Asks no model to write.
   * @throws AppError `core/message-too-long`
   */
  findMatchingLibraries(
    question: string,
    options: Pick<AskOptions, 'library' | 'previousAnswerId' | 'signal'>,
  ): Promise<readonly string[]>;
  /**
   * Finds passages, best first. Understands "exact phrases" and -excluded words.
   * @throws AppError `core/no-such-article`, `core/message-too-long`
   */
  search(query: string, options: SearchOptions): Promise<SearchResults>;
  /**
   * Summarizes an article and stores the summary under its `id`. Its `summary` has the lines with their labels.
   * @throws AppError `core/no-such-article`, `core/too-fast`
   */
  summarize(articleId: string, options: SummarizeOptions): Promise<Answered & { readonly id: string }>;
  /**
   * Summarizes several articles in one summary, each line with its article, and stores it under its `id`.
   * @returns undefined if no article matches, such as none that is new
   * @throws AppError `core/too-fast`
   */
  summarizeLibrary(
    options: SummarizeLibraryOptions,
  ): Promise<(Answered & { readonly id: string }) | undefined>;
  /** Suggests questions that the article answers. Cached per article. @throws AppError `core/no-such-article` */
  suggest(articleId: string, options: SuggestOptions): Promise<readonly string[]>;
  /** Finds a stored answer, summary or checked message of the same library. */
  findAnswer(answerId: string, options: { readonly library: string }): StoredAnswer | undefined;
  /**
   * The article that a citation of a stored answer points into: as it is now if the quote is still there, and otherwise as it
   * was then. Undefined if neither is stored.
   * @param options.at when the answer was given: {@link StoredAnswer.createdAt}
   */
  findCited(
    cited: CitedSpan,
    options: LibraryOptions & { readonly at: string },
  ): { readonly article: Article; readonly isCurrent: boolean } | undefined;
  /** Makes a private answer public. Returns undefined if this person has no such answer in the library. */
  shareAnswer(
    answerId: string,
    options: { readonly library: string; readonly userId: string },
  ): StoredAnswer | undefined;
  /** The turns up to and including an answer, oldest first. Read from the store, so it survives a restart. */
  conversation(answerId: string, options: ConversationOptions): readonly Turn[];
  /** What people asked in a channel or thread, without names. Only what everyone there could see. */
  recap(options: Omit<RecapOptions, 'notBefore'>): Recap;
  /** Reports what a library asked and what that cost. */
  usage(options: UsageOptions): UsageReport;
  /**
   * Adds an article, or replaces the one with the same origin.
   * @throws AppError `core/empty-article`, `core/article-too-long`, `engine/*`
   */
  addArticle(draft: ArticleDraft, options?: IngestOptions): Promise<IngestResult>;
  /**
   * Removes an article. Returns false if the library itself has no such article: built-in articles can't be removed
   * through another library.
   */
  removeArticle(articleId: string, options: { readonly library: string }): Promise<boolean>;
  getArticle(articleId: string, options: LibraryOptions): Article | undefined;
  /** In order of title. */
  listArticles(options: LibraryOptions): readonly ListedArticle[];
  /** Libraries that have articles of their own. Not for showing to people: they may not see all of these. */
  listLibraries(): readonly string[];
}
