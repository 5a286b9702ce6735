// Replies to a message: understands it, then talks, describes an article, sums it up or answers the question.
import type {
  Answer,
  Answered,
  ArticleReference,
  ChooseArticle,
  NotInArticle,
  Reply,
  Turn,
} from '../answer.js';
import { findDiscussedArticle } from '../ask/follow-up/discussed-article.js';
import type { Analyzer, Scope } from '../ports.js';
import type { SummaryForm } from '../summary/summarize.js';
import type { Article, ListedArticle } from '../text/article.js';
import { shortenTitle, unquoteTitle } from '../text/short-title.js';
import { describeArticle } from './describe-article.js';
import type { Intent, ReadMessage } from './intent.js';
import { replyAboutLast } from './last-reply/reply-about-last.js';
import { findNamed } from './named-article.js';
import { findQuestionToArticle } from './named-in-question.js';
import { normalizeMessage } from './normalize-message.js';
import {
  MAX_SUGGESTIONS,
  type SuggestDependencies,
  suggestQuestions,
  withoutArticle,
} from './suggest-questions.js';
import { replyTextFor } from './text/reply-text-for.js';
import type { UnderstoodMessage } from './understand-message.js';

/** Titles named in a reply; more would be a wall of text. */
const MAX_NAMED_ARTICLES = 10;

/** What {@link replyToMessage} needs. */
export interface ReplyDependencies extends SuggestDependencies {
  readonly analyzer: Analyzer;
  readonly listLanguages: (scope: Scope) => readonly string[];
  readonly understand: (message: string) => Promise<UnderstoodMessage>;
  /** @param form default: key points */
  readonly summarize: (article: Article, form?: SummaryForm) => Promise<Answered>;
  readonly answer: (question: string, options: AnswerTextOptions) => Promise<Answer>;
  /** Whether a model can write a summary. Otherwise, it is made of the article's own sentences. */
  readonly writesSummaries: boolean;
  /** Runs work that costs nothing, within the usage limits. */
  readonly runFree: <T extends Answer>(work: () => Promise<T>) => Promise<T>;
}

/** Options for {@link ReplyDependencies.answer}. */
interface AnswerTextOptions {
  readonly language: string;
  /** Answers from this article alone. */
  readonly articleId?: string | undefined;
  /** Default: the message's own. */
  readonly conversation?: readonly Turn[] | undefined;
  /** The articles don't answer if their answerability is lower. */
  readonly minConfidence?: number | undefined;
  /** Replies if the articles don't answer. */
  readonly insteadOfRefusal?: (() => Promise<Answer>) | undefined;
}

/** Options for {@link replyToMessage}. */
export interface ReplyOptions {
  readonly scope: Scope;
  readonly conversation: readonly Turn[];
}

/** Replies to any message. Only questions are searched for; everything else costs next to nothing. */
export async function replyToMessage(
  message: string,
  { scope, conversation }: ReplyOptions,
  parts: ReplyDependencies,
): Promise<Answer> {
  const { otherwise, ...read } = await parts.understand(message);
  const { intent, language } = read;
  const context = contextOf(message, read, { scope, conversation });
  const aboutLast = await replyAboutLast({ ...context, ...replyLanguage(context, parts), intent }, parts);
  if (aboutLast) return aboutLast;
  const article = findArticleForModel(message, otherwise ?? read, { scope, conversation }, parts);
  if (article) {
    const written = await parts.answer(message, { language, articleId: article.id });
    if (written.kind === 'answered') return { ...written, intent: 'summary' };
  } else if (intent.kind === 'question') {
    const insteadOfRefusal =
      otherwise && (() => replyWithoutSearch(message, otherwise, { scope, conversation }, parts));
    const minConfidence = otherwise?.below;
    const asked = askArticle(intent.text, context, parts);
    const answer = await parts.answer(asked.text, {
      ...{ language, minConfidence, insteadOfRefusal },
      ...{ articleId: asked.articleId, conversation: asked.conversation },
    });
    return answer.kind === 'not-in-article' ? await offerQuestions(answer, message, context, parts) : answer;
  }
  const unsearched = otherwise ?? read;
  return await parts.runFree<Answer>(() =>
    replyWithoutSearch(message, unsearched, { scope, conversation }, parts),
  );
}

/** The article that a model sums up. Undefined if no summary is wanted, or if there is no such model. */
function findArticleForModel(
  message: string,
  read: ReadMessage,
  options: ReplyOptions,
  parts: ReplyDependencies,
): Article | undefined {
  const isWanted = read.intent.kind === 'summary' && parts.writesSummaries;
  return isWanted ? findArticle(contextOf(message, read, options), parts) : undefined;
}

/** The article that a question names, if it names one. A conversation about another article then doesn't count. */
function askArticle(
  text: string,
  { scope, conversation }: Context,
  { store }: ReplyDependencies,
): {
  readonly text: string;
  readonly articleId?: string | undefined;
  readonly conversation: readonly Turn[];
} {
  const named =
    scope.articleId === undefined ? findQuestionToArticle(text, store.listArticles(scope)) : undefined;
  if (!named) return { text, conversation };
  const { article, question } = named;
  const discussed = findDiscussedArticle(conversation);
  const isOther = discussed !== undefined && discussed !== article.id;
  return { text: question, articleId: article.id, conversation: isOther ? [] : conversation };
}

async function replyWithoutSearch(
  message: string,
  read: ReadMessage,
  options: ReplyOptions,
  parts: ReplyDependencies,
): Promise<Answer> {
  const { intent } = read;
  if (intent.kind === 'question') throw new Error('A question has to be searched for.');
  const context = contextOf(message, read, options);
  // Nothing was answered that could be doubted, or said again.
  if (intent.kind === 'about-reply')
    return await chat({ kind: intent.request === 'verify' ? 'complaint' : 'nothing' }, context, parts);
  return intent.kind === 'summary' || intent.kind === 'metadata'
    ? await replyAboutArticle(intent, context, parts)
    : await chat(intent, context, parts);
}

function contextOf(message: string, { intent, language }: ReadMessage, options: ReplyOptions): Context {
  const named = intent.kind === 'summary' || intent.kind === 'metadata' ? intent.named : undefined;
  return { ...options, message, language, named };
}

interface Context extends ReplyOptions, Pick<ReadMessage, 'language'> {
  readonly message: string;
  /** Words by which the message names the article. */
  readonly named?: readonly string[] | undefined;
}

/** Adds questions to a refusal that the searched articles do answer. */
async function offerQuestions(
  refusal: NotInArticle,
  asked: string,
  context: Context,
  parts: ReplyDependencies,
): Promise<NotInArticle> {
  const { scope } = context;
  const { articleId, closest, language = context.language } = refusal;
  const [{ articleId: closestId } = {}] = closest;
  const only = articleId === undefined ? undefined : parts.store.getArticle(articleId, scope);
  const discussed =
    closestId === undefined ? findArticle(context, parts) : parts.store.getArticle(closestId, scope);
  const found = await suggestQuestions({ only, discussed, language, scope }, parts);
  const suggestions = found.filter((question) => normalizeMessage(question) !== normalizeMessage(asked));
  return suggestions.length > 0 ? { ...refusal, suggestions } : refusal;
}

async function replyAboutArticle(
  intent: Extract<Intent, { kind: 'summary' | 'metadata' }>,
  context: Context,
  parts: ReplyDependencies,
): Promise<Answer> {
  const { text, language } = replyLanguage(context, parts);
  const article = findArticle(context, parts);
  if (!article) {
    const candidates = parts.store.listArticles(withoutArticle(context.scope)).map(toReference);
    if (candidates.length === 0) return reply('articles', text.noArticles, language);
    return {
      ...{ kind: 'choose-article', intent: intent.kind, text: text.chooseArticle, language, candidates },
      ...{ confidence: 1, engine: 'builtin' },
    } satisfies ChooseArticle;
  }
  if (intent.kind === 'summary') return await parts.summarize(article);
  return reply('metadata', '', language, {
    ...describeArticle(article, intent.field, language),
    articleId: article.id,
    suggestions: await parts.suggest(article, MAX_SUGGESTIONS),
  });
}

async function chat(
  intent: Exclude<Intent, { kind: 'summary' | 'metadata' | 'question' | 'about-reply' }>,
  context: Context,
  parts: ReplyDependencies,
): Promise<Reply> {
  const { text, language } = replyLanguage(context, parts);
  const listed = parts.store.listArticles(withoutArticle(context.scope));
  if (intent.kind === 'articles') {
    const titles = listed.slice(0, MAX_NAMED_ARTICLES).map(({ title }) => unquoteTitle(title));
    const sentence = listed.length === 0 ? text.noArticles : text.articles(titles, listed.length);
    return reply('articles', sentence, language, { articles: listed.map(toReference) });
  }
  const article = findArticle(context, parts);
  const { scope } = context;
  const only = scope.articleId === undefined ? undefined : article;
  // Whoever leaves wants no question.
  const suggestions =
    intent.kind === 'goodbye'
      ? []
      : await suggestQuestions({ only, discussed: article, language, scope }, parts);
  const sentences = {
    greeting: text.greeting,
    thanks: text.thanks,
    reaction: text.reaction,
    complaint: text.complaint,
    goodbye: text.goodbye,
    'small-talk': text.smallTalk,
    help: text.help,
    nothing: text.nothing(article && shortenTitle(article.title)),
    'new-conversation': text.newConversation,
  };
  const sentence = listed.length === 0 ? text.noArticles : sentences[intent.kind];
  return reply(intent.kind, sentence, language, { suggestions });
}

/** The article that the message is about: the chosen one, the one that it names, the last one that was talked about, or the only one. */
function findArticle(
  { scope, conversation, message, named = [] }: Context,
  { store }: ReplyDependencies,
): Article | undefined {
  if (scope.articleId !== undefined) return store.getArticle(scope.articleId, scope);
  const [byName, ...others] = findNamed(named, store.listArticles(scope));
  if (byName && others.length === 0) return store.getArticle(byName.id, scope);
  const inMessage = findQuestionToArticle(message, store.listArticles(scope));
  if (inMessage) return store.getArticle(inMessage.article.id, scope);
  const discussedId = findDiscussedArticle(conversation);
  const discussed = discussedId === undefined ? undefined : store.getArticle(discussedId, scope);
  if (discussed) return discussed;
  const listed = store.listArticles(scope);
  const [only] = listed;
  return only && listed.length === 1 ? store.getArticle(only.id, scope) : undefined;
}

/** The message's language, the conversation's, or the article's. */
function replyLanguage({ language, scope, conversation }: Context, parts: ReplyDependencies) {
  if (language !== 'und') return replyTextFor(language);
  const previous = conversation.at(-1)?.question;
  const spoken = previous === undefined ? 'und' : parts.analyzer.detectLanguage(previous);
  const [articleLanguage = 'en', ...others] = parts.listLanguages(scope);
  return replyTextFor(spoken !== 'und' ? spoken : others.length === 0 ? articleLanguage : 'en');
}

function reply(
  intent: Reply['intent'],
  text: string,
  language: string,
  details: Partial<Omit<Reply, 'kind' | 'intent'>> = {},
): Reply {
  const base = { kind: 'reply', intent, text, language, suggestions: [] } as const;
  return { ...base, ...details, confidence: 1, engine: 'builtin' };
}

function toReference({ id, title, url }: ListedArticle): ArticleReference {
  return { articleId: id, title, ...(url === undefined ? {} : { url }) };
}
