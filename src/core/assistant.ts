// All that a face may ask: questions, searches, and the articles of a library. Knows no Discord and no terminal.
import { randomUUID } from 'node:crypto';
import { abortable } from './abort.js';
import type { Answer, Answered, CheckedMessage, Turn } from './answer.js';
import type { AnswerOptions } from './ask/answer-question.js';
import { type ConversationOptions, readConversation } from './ask/conversation-history.js';
import { readQuestion } from './ask/read-question.js';
import { retrieve } from './ask/retrieve.js';
import { AppError } from './errors.js';
import { type ArticleDraft, type IngestOptions, type IngestResult, ingest } from './library/ingest.js';
import { askWithinLimits, checkWithinLimits } from './limits/limited-ask.js';
import { createUsageLimits, type Limits, type Requester } from './limits/usage-limits.js';
import { type Prices, reportUsage, type UsageOptions, type UsageReport } from './limits/usage-report.js';
import type {
  AnswerStore,
  ArticleStore,
  Clock,
  Engine,
  PassageIndex,
  Scope,
  StoredAnswer,
  UsageLedger,
} from './ports.js';
import { createSuggester } from './summary/suggest-questions.js';
import { type SummaryLength, summarize } from './summary/summarize.js';
import { type Article, BUILT_IN_LIBRARY, type ListedArticle } from './text/article.js';

/** Whose articles: one library or several. The built-in articles are always among them. */
export interface LibraryOptions {
  readonly library: string | readonly string[];
}

export interface AskOptions extends LibraryOptions, Omit<AnswerOptions, 'scope'>, Requester {
  /** Only this article. */
  readonly articleId?: string | undefined;
  /** The answer that this question follows up on: its conversation is read from the store where none is given. */
  readonly previousAnswerId?: string | undefined;
}

export interface SearchOptions extends LibraryOptions {
  readonly articleId?: string | undefined;
  /** Passages at most; default 5. */
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface CheckOptions extends LibraryOptions, Requester {
  /** Only against this article. */
  readonly articleId?: string | undefined;
}

export interface SummarizeOptions extends LibraryOptions, Requester {
  /** Default `medium`. */
  readonly length?: SummaryLength | undefined;
}

export interface SuggestOptions extends LibraryOptions {
  /** Default 5. */
  readonly count?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A passage that matches, as a span, with the sentence in it that matches best. */
export interface SearchResult {
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 0…1: how likely it is that the best sentence is what is looked for; results come by whole paragraphs. */
  readonly similarity: number;
  readonly sentence: { readonly start: number; readonly end: number; readonly text: string };
  readonly url?: string | undefined;
}

export interface Assistant {
  /**
   * Answers, or says that the articles don't say; the answer is kept under its `id`. Usage counts for the library, of
   * several the first. @throws AppError `core/no-such-article`, `core/too-fast`
   */
  ask(question: string, options: AskOptions): Promise<Answer & { readonly id: string }>;
  /** What the articles say of each claim of a message; kept under its `id`. @throws AppError `core/no-such-article` */
  check(message: string, options: CheckOptions): Promise<CheckedMessage & { readonly id: string }>;
  /** Passages, best first. @throws AppError `core/no-such-article` */
  search(words: string, options: SearchOptions): Promise<readonly SearchResult[]>;
  /** The article in sentences of its own, kept under its `id` like an answer. @throws AppError `core/no-such-article` */
  summarize(articleId: string, options: SummarizeOptions): Promise<Answered & { readonly id: string }>;
  /** Questions that the article answers, at most `count`; kept, so that asking again costs nothing. */
  suggest(articleId: string, options: SuggestOptions): Promise<readonly string[]>;
  /** An answer given or a message checked earlier, in the same library. */
  findAnswer(answerId: string, options: { readonly library: string }): StoredAnswer | undefined;
  /** The turns up to and with an answer, oldest first; it survives a restart. */
  conversation(answerId: string, options: ConversationOptions): readonly Turn[];
  /** What the library asked and what it cost. */
  usage(options: UsageOptions): UsageReport;
  /** @throws AppError `core/empty-article`, `core/article-too-long` */
  addArticle(draft: ArticleDraft, options?: IngestOptions): Promise<IngestResult>;
  /** False where the library itself holds no such article; built-in ones cannot be removed through another library. */
  removeArticle(articleId: string, options: { readonly library: string }): Promise<boolean>;
  getArticle(articleId: string, options: LibraryOptions): Article | undefined;
  listArticles(options: LibraryOptions): readonly ListedArticle[];
}

const DEFAULT_RESULTS = 5;
/** Questions found for one article. */
const SUGGESTIONS = 5;

export interface AssistantParts {
  readonly engine: Engine;
  readonly store: ArticleStore & AnswerStore & UsageLedger;
  readonly index: PassageIndex;
  readonly clock: Clock;
  readonly limits?: Limits | undefined;
  readonly prices?: Prices | undefined;
  /** Which program this is: answers of another one are not given again. */
  readonly release?: string | undefined;
  /** Told why a model was passed over. */
  readonly onEngineFailure?: ((error: AppError) => void) | undefined;
}

export function createAssistant(parts: AssistantParts): Assistant {
  const { engine, store, index, clock, limits = {}, prices, release = '' } = parts;
  const usageLimits = createUsageLimits(limits, { store, clock });

  const suggest = createSuggester({ engine, index }, SUGGESTIONS);

  function requireArticle(articleId: string, options: LibraryOptions): Article {
    const article = store.getArticle(articleId, scopeOf(options));
    if (!article) throw noSuchArticle();
    return article;
  }

  function keep(
    question: string,
    answer: StoredAnswer['answer'],
    options: LibraryOptions & Pick<AskOptions, 'userId' | 'previousAnswerId'>,
  ): string {
    const { userId, previousAnswerId: previousId } = options;
    const id = randomUUID();
    const createdAt = clock.now().toISOString();
    store.putAnswer({ id, library: homeOf(options), question, answer, createdAt, userId, previousId });
    return id;
  }

  function scopeOf({ library, articleId }: LibraryOptions & { articleId?: string | undefined }): Scope {
    const libraries = [
      ...new Set([...(typeof library === 'string' ? [library] : library), BUILT_IN_LIBRARY]),
    ];
    if (articleId !== undefined && !store.getArticle(articleId, { libraries })) {
      throw noSuchArticle();
    }
    return { libraries, articleId };
  }

  return {
    async ask(question, options) {
      const { previousAnswerId: previousId } = options;
      const scope = scopeOf(options);
      const library = homeOf(options);
      const conversation =
        options.conversation ??
        (previousId === undefined ? [] : readConversation(previousId, { library }, store, clock.now()));
      const asked = { ...options, library, scope, conversation };
      const answer = await askWithinLimits(question, asked, { ...parts, usageLimits, release });
      return { ...answer, id: keep(question, answer, options) };
    },

    async check(message, options) {
      const asked = { command: 'check', ...options, library: homeOf(options), scope: scopeOf(options) };
      const checked = await checkWithinLimits(message, asked, { engine, index, usageLimits });
      return { ...checked, id: keep(message, checked, options) };
    },

    async search(words, options) {
      const question = readQuestion(words, [], engine);
      const { paragraphs } = await retrieve(question, scopeOf(options), parts, options.signal);
      // A passage may hold several paragraphs: it comes where the best of them does.
      const bestOf = new Map(paragraphs.toReversed().map((best) => [best.match, best]));
      return [...new Set(paragraphs.map(({ match }) => match))]
        .slice(0, Math.max(0, options.limit ?? DEFAULT_RESULTS))
        .flatMap((match): SearchResult[] => {
          const best = bestOf.get(match);
          if (!best) return [];
          const { id, title, text, url } = match.article;
          const { start, end } = match.passage;
          return [
            {
              articleId: id,
              ...{ title, start, end, text: text.slice(start, end), similarity: best.relevance },
              sentence: { start: best.start, end: best.end, text: text.slice(best.start, best.end) },
              ...(url === undefined ? {} : { url }),
            },
          ];
        });
    },

    async summarize(articleId, options) {
      const { length = 'medium', signal } = options;
      const article = requireArticle(articleId, options);
      const byBuiltin = () => summarize(article, { length, signal }, engine);
      const asker = { ...options, command: options.command ?? 'summarize' };
      const summary = await usageLimits.runFree({ library: homeOf(options), byBuiltin }, asker);
      return { ...summary, id: keep(article.title, summary, options) };
    },

    async suggest(articleId, { library, count = SUGGESTIONS, signal }) {
      const questions = suggest(requireArticle(articleId, { library }), scopeOf({ library, articleId }));
      return (await abortable(questions, signal)).slice(0, count);
    },

    findAnswer(answerId, { library }) {
      const stored = store.getAnswer(answerId);
      return stored?.library === library ? stored : undefined;
    },

    conversation: (answerId, options) => readConversation(answerId, options, store, clock.now()),
    usage: (options) => reportUsage(options, { ledger: store, clock, prices, budgets: limits.budgets }),
    addArticle: (draft, options) => ingest(draft, { engine, store }, options),
    removeArticle: (articleId, { library }) => store.removeArticle(articleId, library),
    getArticle: (articleId, { library }) => store.getArticle(articleId, scopeOf({ library })),
    listArticles: (options) => store.listArticles(scopeOf(options)),
  };
}

/** The library that an answer belongs to: the first of several. */
function homeOf({ library }: LibraryOptions): string {
  return typeof library === 'string' ? library : (library[0] ?? '');
}

function noSuchArticle(): AppError {
  return new AppError({
    code: 'core/no-such-article',
    message: 'There is no such article here; it may have been removed.',
    advice: 'Choose one from the list of articles.',
  });
}
