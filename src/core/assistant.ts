// All that a face may ask: questions, searches, and the articles of a library. Knows no Discord and no terminal.
import { randomUUID } from 'node:crypto';
import type { Answer, Answered } from './answer.js';
import { type Article, BUILT_IN_LIBRARY } from './article.js';
import { type AnswerOptions, answerQuestion, readQuestion } from './ask.js';
import { AppError } from './errors.js';
import { type ArticleDraft, type Ingested, type IngestOptions, ingest } from './ingest.js';
import type { ArticleStore, Clock, Engine, PassageIndex, Scope, StoredAnswer } from './ports.js';
import { retrieve } from './retrieve.js';
import { suggestQuestions } from './suggest.js';
import { type SummaryLength, summarize } from './summarize.js';

/** Whose articles: one library or several. The built-in articles are always among them. */
export interface InLibrary {
  readonly library: string | readonly string[];
}

export interface AskOptions extends InLibrary, Omit<AnswerOptions, 'scope'> {
  /** Only this article. */
  readonly articleId?: string | undefined;
}

export interface SearchOptions extends InLibrary {
  readonly articleId?: string | undefined;
  /** Passages at most; default 5. */
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SummarizeOptions extends InLibrary {
  /** Default `medium`. */
  readonly length?: SummaryLength | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SuggestOptions extends InLibrary {
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
  /** 0…1: how likely it is that the best sentence is what is looked for. */
  readonly similarity: number;
  readonly sentence: { readonly start: number; readonly end: number; readonly text: string };
  readonly url?: string | undefined;
}

export interface Assistant {
  /** Answers, or says that the articles don't say; the answer is kept under its `id`. @throws AppError `core/no-such-article` */
  ask(question: string, options: AskOptions): Promise<Answer & { readonly id: string }>;
  /** Passages, best first. @throws AppError `core/no-such-article` */
  search(words: string, options: SearchOptions): Promise<readonly SearchResult[]>;
  /** The article in sentences of its own, kept under its `id` like an answer. @throws AppError `core/no-such-article` */
  summarize(articleId: string, options: SummarizeOptions): Promise<Answered & { readonly id: string }>;
  /** Questions that the article answers, at most `count`; kept, so that asking again costs nothing. */
  suggest(articleId: string, options: SuggestOptions): Promise<readonly string[]>;
  /** An answer given earlier, in the same library. */
  findAnswer(answerId: string, options: { readonly library: string }): StoredAnswer | undefined;
  /** @throws AppError `core/empty-article`, `core/article-too-long` */
  addArticle(draft: ArticleDraft, options?: IngestOptions): Promise<Ingested>;
  /** False where the library itself holds no such article; built-in ones cannot be removed through another library. */
  removeArticle(articleId: string, options: { readonly library: string }): Promise<boolean>;
  getArticle(articleId: string, options: InLibrary): Article | undefined;
  listArticles(options: InLibrary): readonly Article[];
}

const DEFAULT_RESULTS = 5;
/** Questions found for one article, and articles that they are kept for. */
const SUGGESTIONS = 5;
const SUGGESTIONS_KEPT = 200;
/** A question is worth suggesting where it is likelier answered than not. */
const LIKELY_ANSWERED = 0.5;

export function createAssistant(parts: {
  readonly engine: Engine;
  readonly store: ArticleStore;
  readonly index: PassageIndex;
  readonly clock: Clock;
}): Assistant {
  const { engine, store, index, clock } = parts;

  const suggestions = new Map<string, Promise<readonly string[]>>();

  function requireArticle(articleId: string, options: InLibrary): Article {
    const article = store.getArticle(articleId, scopeOf(options));
    if (!article) throw noSuchArticle();
    return article;
  }

  function keep(question: string, answer: Answer, library: InLibrary['library']): string {
    const id = randomUUID();
    const name = typeof library === 'string' ? library : (library[0] ?? '');
    store.putAnswer({ id, library: name, question, answer, createdAt: clock.now().toISOString() });
    return id;
  }

  function scopeOf({ library, articleId }: InLibrary & { articleId?: string | undefined }): Scope {
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
      const answer = await answerQuestion(question, { ...options, scope: scopeOf(options) }, parts);
      return { ...answer, id: keep(question, answer, options.library) };
    },

    async search(words, options) {
      const question = readQuestion(words, [], engine);
      const { sentences } = await retrieve(question, scopeOf(options), { engine, index }, options.signal);
      // The first sentence of a passage to come up is its best.
      const bestOf = new Map(sentences.toReversed().map((sentence) => [sentence.match, sentence]));
      return [...new Set(sentences.map(({ match }) => match))]
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

    async summarize(articleId, { library, length = 'medium', signal }) {
      const article = requireArticle(articleId, { library });
      const summary = await summarize(article, { length, signal }, engine);
      return { ...summary, id: keep(article.title, summary, library) };
    },

    async suggest(articleId, { library, count = SUGGESTIONS, signal }) {
      const article = requireArticle(articleId, { library });
      const scope = scopeOf({ library, articleId });
      const known = suggestions.get(article.digest);
      if (known) return (await known).slice(0, count);
      const found = suggestQuestions(article, SUGGESTIONS, async (question) => {
        const ranking = await retrieve(readQuestion(question, [], engine), scope, { engine, index }, signal);
        return ranking.confidence >= LIKELY_ANSWERED ? ranking.sentences[0] : undefined;
      });
      for (const oldest of suggestions.keys()) {
        if (suggestions.size < SUGGESTIONS_KEPT) break;
        suggestions.delete(oldest);
      }
      suggestions.set(article.digest, found);
      found.catch(() => suggestions.delete(article.digest));
      return (await found).slice(0, count);
    },

    findAnswer(answerId, { library }) {
      const stored = store.getAnswer(answerId);
      return stored?.library === library ? stored : undefined;
    },

    addArticle: (draft, options) => ingest(draft, { engine, store }, options),
    removeArticle: (articleId, { library }) => store.removeArticle(articleId, library),
    getArticle: (articleId, { library }) => store.getArticle(articleId, scopeOf({ library })),
    listArticles: (options) => store.listArticles(scopeOf(options)),
  };
}

function noSuchArticle(): AppError {
  return new AppError({
    code: 'core/no-such-article',
    message: 'There is no such article here; it may have been removed.',
    advice: 'Choose one from the list of articles.',
  });
}
