// Ranks sentences for a question in a conversation. Most questions are about the same article as the one before.
import type { Turn } from '../../answer.js';
import type { Scope } from '../../ports.js';
import type { Question, Ranking } from '../../ranking-ports.js';
import type { ArticleStore } from '../../store-ports.js';
import type { Article } from '../../text/article.js';
import { type RetrieveDependencies, rankMatches, retrieve } from '../retrieval/retrieve.js';
import type { FollowUp } from './follow-up.js';
import { logit, rankFollowUp } from './rank-follow-up.js';

/**
 * Log odds by which another article's answerability has to be higher than that of the article at hand.
 * tests/measure/two-articles says how it was chosen.
 */
const SWITCH_LOG_ODDS = 1.7;
/** The margin if the question has words that only the other article has. */
const NAMED_LOG_ODDS = 0;

/** The conversation before a question. */
interface Conversation {
  readonly turns: readonly Turn[];
  /** How the question continues the turns; undefined if it doesn't. */
  readonly followUp: FollowUp | undefined;
  /** The id of the article that the conversation is about. */
  readonly discussed: string | undefined;
}

/** Options for {@link rankInConversation}. */
interface RankOptions {
  readonly scope: Scope;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link rankInConversation} needs. */
interface RankDependencies extends RetrieveDependencies {
  readonly store: Pick<ArticleStore, 'getArticle'>;
}

/**
 * Ranks the sentences of the article that the conversation is about, and those of all articles for the question on its
 * own. The second ranking counts if its best sentence is from another article and its answerability is higher by a
 * margin.
 */
export async function rankInConversation(
  question: Question,
  { turns, followUp, discussed }: Conversation,
  { scope, signal }: RankOptions,
  parts: RankDependencies,
): Promise<Ranking> {
  const article =
    discussed === undefined || scope.articleId !== undefined
      ? undefined
      : parts.store.getArticle(discussed, scope);
  const within = article ? { ...scope, articleId: article.id } : scope;
  const inside = followUp
    ? await rankWithTurns(question, followUp, turns, { scope: within, signal }, parts)
    : await retrieve(question, within, parts, signal);
  // "And why?" says nothing about another article.
  const leans = followUp && (followUp.isBare || /^(?:more|why|who-said)$/.test(followUp.kind));
  if (!article || leans || parts.index.countPassages(scope) === parts.index.countPassages(within))
    return inside;
  const everywhere = await retrieve(question, scope, parts, signal);
  const other = everywhere.sentences[0]?.match.article;
  if (!other || other.id === article.id) return inside;
  const needed = namesOther(question, article, other, { scope }, parts) ? NAMED_LOG_ODDS : SWITCH_LOG_ODDS;
  return logit(everywhere.confidence) - logit(inside.confidence) > needed ? everywhere : inside;
}

/** Ranks the question on its own and joined with the one before, and combines both. */
async function rankWithTurns(
  question: Question,
  followUp: FollowUp,
  turns: readonly Turn[],
  { scope, signal }: RankOptions,
  parts: RetrieveDependencies,
): Promise<Ranking> {
  const joined = await retrieve({ ...question, text: followUp.joined }, scope, parts, signal);
  const matches = [...new Set(joined.sentences.map(({ match }) => match))];
  const own = await rankMatches(question, matches, parts, signal);
  return rankFollowUp(own, joined, followUp, turns);
}

/**
 * Whether the article at hand lacks all words of the question and the other one has them, or one of them is in the other
 * one's title. Articles in different languages can't be compared by their words, but by the language of the question.
 */
function namesOther(
  question: Question,
  article: Article,
  other: Article,
  { scope }: RankOptions,
  { engine: { analyzer }, index }: RetrieveDependencies,
): boolean {
  if (article.language !== other.language) return question.language === other.language;
  const terms = analyzer.terms(question.text, other.language);
  const has = (articleId: string, term: string) =>
    index.findPassages({ terms: [term] }, { ...scope, articleId }, 1).some(({ textScore }) => textScore > 0);
  const others = terms.filter((term) => has(other.id, term) && !has(article.id, term));
  const title = analyzer.terms(other.title, other.language);
  return others.length > 0 && (others.length === terms.length || others.some((term) => title.includes(term)));
}
