// Creates the assistant from an engine, a store and an index.
import type { Answer, Answered, Turn } from './answer.js';
import { readConversation } from './ask/follow-up/conversation-history.js';
import { searchPassages } from './ask/retrieval/search-passages.js';
import type { Assistant, LibraryOptions, SummarizeOptions } from './assistant.js';
import { abortable } from './async/abort.js';
import { readItemChoice } from './conversation/last-reply/read-item-choice.js';
import { findMatchingLibraries } from './conversation/matching-libraries.js';
import { asksForCheck } from './conversation/phrases/compiled-phrases.js';
import { replyToMessage } from './conversation/reply-to-message.js';
import { replyTextFor } from './conversation/text/reply-text-for.js';
import { type UnderstoodMessage, understandMessage } from './conversation/understand-message.js';
import { AppError } from './errors.js';
import { ingest } from './library/ingest.js';
import type { LibraryVisibility } from './library/library-store.js';
import { resolveLibraries } from './library/resolve-scope.js';
import { keepUnsaved } from './limits/keep-unsaved.js';
import { askWithinLimits, checkWithinLimits } from './limits/limited-ask.js';
import { summarizeWithinLimits } from './limits/limited-summary.js';
import { createUsageLimits, type Limits } from './limits/usage-limits.js';
import { type Prices, reportUsage } from './limits/usage-report.js';
import type { Clock, Engine, Scope } from './ports.js';
import { recapPlace } from './recap/recap.js';
import type { AnswerStore, ArticleStore, PassageIndex, UsageLedger } from './store-ports.js';
import { createStoredAnswers } from './stored-answers.js';
import { chooseArticles, MAX_READ_ARTICLES } from './summary/choose-articles.js';
import { createSuggester } from './summary/questions/suggest-questions.js';
import { summarize } from './summary/summarize.js';
import { type Article, BUILT_IN_LIBRARY, canonicalText } from './text/article.js';
import { replaceControls } from './text/invisible.js';

/** Of a question or search query, in UTF-16 code units. Several long messages that are read together fit in. */
const MAX_MESSAGE_CHARS = 10_000;
const DEFAULT_SEARCH_LIMIT = 5;
const SUGGESTION_TIMEOUT_MS = 1_500;
/** Also the number of questions cached per article. */
const DEFAULT_SUGGESTIONS = 5;

/** What an article is about, in the reply to a message that asks it. */
const ABOUT = { style: 'keyPoints', length: 'short' } as const;
/** The titles of summarized articles are stored in place of a question. */
const MAX_TITLES_CHARS = 500;

/** What {@link createAssistant} needs. */
export interface AssistantDependencies {
  readonly engine: Engine;
  readonly store: ArticleStore & AnswerStore & UsageLedger;
  readonly index: PassageIndex;
  /** What libraries hide. Default: nothing. */
  readonly libraries?: LibraryVisibility | undefined;
  readonly clock: Clock;
  readonly limits?: Limits | undefined;
  readonly prices?: Prices | undefined;
  /** The program's version. Answers that another version cached aren't reused. */
  readonly release?: string | undefined;
  /** Called with the reason whenever a model fails and the built-in engine takes over. */
  readonly onEngineFailure?: ((error: AppError) => void) | undefined;
  /** Called with the reason when something can't be saved, once until saving works again. */
  readonly onStoreFailure?: ((error: AppError) => void) | undefined;
}

/** Creates the assistant. Acquires nothing, so there is nothing to close. */
export function createAssistant(parts: AssistantDependencies): Assistant {
  const { engine, index, libraries, clock, limits = {}, prices, release = '' } = parts;
  const store = { ...parts.store, ...keepUnsaved(parts.store, (error) => parts.onStoreFailure?.(error)) };
  const storedAnswers = createStoredAnswers({ store, libraries, clock });
  const usageLimits = createUsageLimits(limits, { store, clock });

  const suggest = createSuggester({ engine, index }, DEFAULT_SUGGESTIONS);

  function requireArticle(articleId: string, options: LibraryOptions): Article {
    const article = store.getArticle(articleId, resolveScope(options));
    if (!article) throw noSuchArticle();
    return article;
  }

  /** Suggestions are extra: a reply doesn't wait long for them. They are there the next time. */
  async function suggestInTime(article: Article, scope: Scope, count: number): Promise<readonly string[]> {
    const questions = suggest(article, { ...scope, articleId: article.id });
    const signal = AbortSignal.timeout(SUGGESTION_TIMEOUT_MS);
    return (await abortable(questions, signal).catch(() => [])).slice(0, count);
  }

  function understand(
    message: string,
    scope: Scope,
    conversation: readonly Turn[],
    signal: AbortSignal | undefined,
  ): Promise<UnderstoodMessage> {
    const context = {
      analyzer: engine.analyzer,
      hasReply: conversation.at(-1)?.reply !== undefined,
      continuesQuestion: conversation.length > 0 && !conversation.at(-1)?.isAboutArticle,
      articleLanguages: index.listLanguages(scope),
      isKnownWord: (term: string) => index.frequencies().count(term) > 0,
      titles: store.listArticles(scope).map(({ title }) => title),
    };
    return understandMessage(message, context, { classifier: engine.messageClassifier, signal });
  }

  async function summarizeArticles(
    articles: readonly Article[],
    options: SummarizeOptions & { readonly articleId?: string | undefined },
    articleIds: readonly string[] = [],
  ): Promise<Answered & { readonly id: string }> {
    const { style = 'brief', length = 'medium', command = 'summarize' } = options;
    const [library, scope] = [primaryLibrary(options), resolveScope(options)];
    const request = { ...options, ...{ style, length, command, library, scope } };
    const made = await summarizeWithinLimits(articles, request, { ...parts, store, usageLimits, release });
    const { replyLanguage: language } = options;
    const summary = {
      ...made,
      ...(made.summary && articleIds.length > 1 ? { summary: { ...made.summary, articleIds } } : {}),
      ...(language === undefined ? {} : { language }),
    };
    const title = articles.map((article) => article.title).join(', ');
    const named = articles.map((article) => article.library);
    const id = storedAnswers.save(title.slice(0, MAX_TITLES_CHARS), summary, { ...options, library }, named);
    return { ...summary, id };
  }

  function resolveScope({ library, articleId }: LibraryOptions & { articleId?: string | undefined }): Scope {
    const scope = { ...resolveLibraries(library, libraries), articleId };
    if (articleId !== undefined && !store.getArticle(articleId, scope)) throw noSuchArticle();
    return scope;
  }

  /** Libraries whose articles a reply or a refusal may name. What an answer cites is stored with it anyway. */
  function mayName(answer: Answer, scope: Scope): readonly string[] {
    if (answer.kind === 'answered') return [];
    const article = scope.articleId === undefined ? undefined : store.getArticle(scope.articleId, scope);
    return article ? [article.library] : scope.libraries;
  }

  return {
    async ask(asked, options) {
      const question = readMessageText(asked);
      const { previousAnswerId: previousId, userId, isPrivate } = options;
      const scope = resolveScope(options);
      const library = primaryLibrary(options);
      const conversation =
        options.conversation?.map(cleanTurn) ??
        (previousId === undefined
          ? []
          : readConversation(previousId, { library, userId, isPrivate }, store, clock.now()));
      const requester = { ...options, library, scope, conversation };
      const runFree = <T extends Answer>(byBuiltin: () => Promise<T>) =>
        usageLimits.runFree({ library, byBuiltin }, requester);
      let spoken = 'und';
      const answer = await replyToMessage(
        question,
        { scope, conversation },
        {
          ...{ store, analyzer: engine.analyzer },
          listLanguages: (inScope) => index.listLanguages(inScope),
          understand: async (message) => {
            const understood = await understand(message, scope, conversation, options.signal);
            spoken = understood.language;
            return understood;
          },
          suggest: (article, count) => suggestInTime(article, scope, count),
          summarize: async (article, form = ABOUT) => ({
            ...(await summarize([article], { ...form, signal: options.signal }, engine)),
            intent: 'summary',
            language: replyTextFor(spoken === 'und' ? article.language : spoken).language,
          }),
          runFree,
          writesSummaries: engine.writer.evidenceTokens !== undefined,
          answer: (text, { articleId, ...answerOptions }) => {
            const inScope = articleId === undefined ? scope : { ...scope, articleId };
            const askOptions = { ...requester, ...answerOptions, scope: inScope };
            return askWithinLimits(text, askOptions, { ...parts, store, usageLimits, release });
          },
        },
      );
      const id = storedAnswers.save(question, answer, { ...options, library }, mayName(answer, scope));
      return { ...answer, id };
    },

    async findMatchingLibraries(asked, options) {
      const { previousAnswerId: previousId, signal } = options;
      const scope = resolveScope(options);
      const library = primaryLibrary(options);
      const conversation =
        previousId === undefined ? [] : readConversation(previousId, { library }, store, clock.now());
      const { intent } = await understand(readMessageText(asked), scope, conversation, signal);
      if (intent.kind !== 'question' || readItemChoice(asked)) return [];
      return await findMatchingLibraries(intent.text, { scope, conversation, signal }, parts);
    },

    asksForCheck,

    async check(sent, options) {
      const message = replaceControls(sent);
      const [library, scope] = [primaryLibrary(options), resolveScope(options)];
      const checkOptions = { command: 'check', ...options, library, scope };
      const checked = await checkWithinLimits(message, checkOptions, { engine, index, usageLimits });
      return { ...checked, id: storedAnswers.save(message, checked, { ...options, library }) };
    },

    async search(query, options) {
      const limit = options.limit ?? DEFAULT_SEARCH_LIMIT;
      const searchOptions = { scope: resolveScope(options), limit, signal: options.signal };
      return await searchPassages(readMessageText(query), searchOptions, parts);
    },

    summarize: (articleId, options) =>
      summarizeArticles([requireArticle(articleId, options)], { ...options, articleId }),

    async summarizeLibrary(options) {
      const scope = resolveScope({ library: options.library });
      const ids = chooseArticles(store.listArticles(scope), options);
      const articles = ids.slice(0, MAX_READ_ARTICLES).flatMap((id) => store.getArticle(id, scope) ?? []);
      return articles.length === 0 ? undefined : await summarizeArticles(articles, options, ids);
    },

    async suggest(articleId, { library, count = DEFAULT_SUGGESTIONS, signal }) {
      const questions = suggest(requireArticle(articleId, { library }), resolveScope({ library, articleId }));
      return (await abortable(questions, signal)).slice(0, count);
    },

    findAnswer: storedAnswers.find,
    shareAnswer: storedAnswers.share,

    findCited(cited, { library, at }) {
      const scope = resolveScope({ library });
      const current = store.getArticle(cited.articleId, scope);
      if (current?.text.slice(cited.start, cited.end) === cited.quote)
        return { article: current, isCurrent: true };
      const article = store.findVersion(cited, scope, at);
      return article && { article, isCurrent: false };
    },

    conversation: (answerId, options) => readConversation(answerId, options, store, clock.now()),
    recap(options) {
      // As in `findAnswer`, what was asked before a planned deletion is gone already.
      const notBefore = libraries?.findDeletion(options.library)?.plannedAt;
      const { analyzer } = engine;
      return recapPlace(
        { ...options, notBefore },
        { store, clock, analyzer, frequencies: index.frequencies() },
      );
    },
    usage: (options) => reportUsage(options, { ledger: store, clock, prices, budgets: limits.budgets }),
    addArticle: (draft, options) => ingest(draft, { engine, store }, options),
    removeArticle: (articleId, { library }) => store.removeArticle(articleId, library),
    getArticle: (articleId, { library }) => store.getArticle(articleId, resolveScope({ library })),
    listArticles: (options) => store.listArticles(resolveScope(options)),
    listLibraries: () =>
      store
        .listLibraries()
        .filter((library) => library !== BUILT_IN_LIBRARY && libraries?.findDeletion(library) === undefined),
  };
}

/** What a person wrote, in canonical form. @throws AppError `core/message-too-long` */
function readMessageText(written: string): string {
  if (written.length <= MAX_MESSAGE_CHARS) return canonicalText(written);
  const [length, limit] = [written.length, MAX_MESSAGE_CHARS].map((count) => count.toLocaleString('en'));
  throw new AppError({
    code: 'core/message-too-long',
    message: `That's too long for me to read as a question: it has ${length} characters.`,
    advice: `Shorten it to ${limit}, or add a long text as an article and ask about it.`,
  });
}

/** A turn that a caller made. */
function cleanTurn(turn: Turn): Turn {
  return { ...turn, question: canonicalText(turn.question), answer: canonicalText(turn.answer) };
}

/** The library that stores the answer and counts the usage. */
function primaryLibrary({ library }: LibraryOptions): string {
  return typeof library === 'string' ? library : (library[0] ?? '');
}

function noSuchArticle(): AppError {
  return new AppError({
    code: 'core/no-such-article',
    message: "I can't find that article. It may have been removed.",
    advice: 'Pick another one from the list of articles.',
  });
}
