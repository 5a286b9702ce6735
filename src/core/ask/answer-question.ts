// The question pipeline: rewrite → retrieve and rank → gather evidence → write → check every sentence → cite.
import type { Answer, ClosestPassage, Notice, Turn } from '../answer.js';
import { type AppError, isEngineFailure } from '../errors.js';
import { linkTo } from '../links/link-to-span.js';
import type {
  ArticleStore,
  Clock,
  Engine,
  Evidence,
  PassageIndex,
  Question,
  RankedSentence,
  Ranking,
  Scope,
  WriteOptions,
  Writer,
} from '../ports.js';
import type { Article, Span } from '../text/article.js';
import { cite, type GroundedSentence, groundSentences } from './cite.js';
import { gatherEvidence } from './evidence.js';
import { recentTurns } from './follow-up.js';
import { rewriteQuestion } from './read-question.js';
import { retrieve } from './retrieve.js';

/** Passages shown with a `not-in-article` answer. */
const MAX_CLOSEST = 3;

/** Options for {@link answerQuestion}. */
export interface AnswerOptions {
  readonly scope: Scope;
  readonly conversation?: readonly Turn[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called once for each model call. */
  readonly onUsage?: WriteOptions['onUsage'];
  /** Called with the whole answer so far whenever a sentence passes the check, to show answers while they grow. */
  readonly onSentence?:
    | ((partial: Pick<Answer & { kind: 'answered' }, 'text' | 'citations'>) => void)
    | undefined;
}

/** What {@link answerQuestion} needs. */
export interface AnswerDependencies {
  readonly engine: Engine;
  readonly index: PassageIndex;
  readonly store: Pick<ArticleStore, 'getArticle'>;
  readonly clock: Clock;
  /** Called with the reason when a model fails. People see only a {@link Notice}. */
  readonly onEngineFailure?: ((error: AppError) => void) | undefined;
}

/** A question, its ranked sentences and the conversation before it. */
interface RankedQuestion {
  readonly question: Question;
  readonly ranking: Ranking;
  readonly turns: readonly Turn[];
}

/** The checked sentences of one writer. */
interface Draft {
  readonly sentences: readonly GroundedSentence[];
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/**
 * Answers a question from the articles in the scope. Any text is accepted; one without search terms is usually
 * `not-in-article`. If the model fails before its first checked sentence, the fallback engine answers instead. If it
 * fails later, the checked sentences stay and the answer gets a notice, so that no answer mixes two engines.
 * @throws the signal's reason once it is aborted; AppError `engine/*` if the model fails and there is no fallback
 */
export async function answerQuestion(
  raw: string,
  options: AnswerOptions,
  parts: AnswerDependencies,
): Promise<Answer> {
  const { scope, signal, onUsage } = options;
  const { engine, index, clock, onEngineFailure } = parts;
  const turns = recentTurns(options.conversation ?? [], clock.now());
  const question = await rewriteQuestion(raw, turns, engine, {
    ...{ articleLanguages: index.listLanguages(scope), signal, onUsage, onEngineFailure },
  });
  const ranking = await retrieve(question, scope, parts, signal);
  const { confidence } = ranking;
  const { sentences, ...author } = await writeAnswer({ question, ranking, turns }, options, parts);
  if (sentences.length === 0) {
    return { kind: 'not-in-article', closest: closestPassages(ranking.paragraphs), confidence, ...author };
  }
  return {
    kind: 'answered',
    ...cite(sentences, findHighlight(sentences, question, engine)),
    confidence,
    ...author,
  };
}

async function writeAnswer(
  ranked: RankedQuestion,
  options: AnswerOptions,
  parts: AnswerDependencies,
): Promise<Draft> {
  const { name, writer, fallback } = parts.engine;
  const sentences: GroundedSentence[] = [];
  try {
    for await (const sentence of writeChecked(writer, ranked, options, parts)) sentences.push(sentence);
    return { sentences, engine: name };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!isEngineFailure(error)) throw error;
    parts.onEngineFailure?.(error);
    if (sentences.length > 0) return { sentences, engine: name, notice: 'cut-short' };
    if (!fallback) throw error;
    for await (const sentence of writeChecked(fallback.writer, ranked, options, parts))
      sentences.push(sentence);
    return { sentences, engine: fallback.name, notice: 'model-unavailable' };
  }
}

/** Streams the writer's sentences that pass the check. */
async function* writeChecked(
  writer: Writer,
  { question, ranking, turns }: RankedQuestion,
  { scope, signal, onUsage, onSentence }: AnswerOptions,
  { store, engine }: AnswerDependencies,
): AsyncIterable<GroundedSentence> {
  const tokens = writer.evidenceTokens;
  const earlier = tokens === undefined ? [] : previouslyCited(turns, scope, store);
  const evidence = gatherEvidence(ranking.sentences, { tokens, earlier });
  if (evidence.length === 0) return;
  const { confidence, threshold } = ranking;
  const pieces = writer.write(question, evidence, { confidence, threshold, signal, onUsage });
  // Words that a model put into the question must not count as support for its answer.
  const trustedQuestion = { ...question, text: question.trustedText ?? question.text };
  const checked: GroundedSentence[] = [];
  for await (const sentence of groundSentences(pieces, evidence, {
    question: trustedQuestion,
    analyzer: engine.analyzer,
  })) {
    signal?.throwIfAborted();
    checked.push(sentence);
    yield sentence;
    onSentence?.(cite(checked, findHighlight(checked, question, engine)));
  }
}

/** Highlights only in the most relevant cited sentence. The others give the subject or the reason, not the answer. */
function findHighlight(
  sentences: readonly GroundedSentence[],
  question: Question,
  { highlighter }: Engine,
): (source: Evidence) => Span | undefined {
  const cited = sentences.flatMap(({ evidence }) => evidence);
  const highest = Math.max(...cited.map(({ relevance }) => relevance));
  const best = cited.find(({ relevance }) => relevance === highest);
  return (source) =>
    source.article.id === best?.article.id && source.start === best.start
      ? (source.phrase ?? highlighter?.highlight(question, source))
      : undefined;
}

/** The sentences that the last answer cited, if they are in the scope and unchanged. */
function previouslyCited(
  turns: readonly Turn[],
  scope: Scope,
  store: Pick<ArticleStore, 'getArticle'>,
): readonly (Span & { readonly article: Article })[] {
  return (turns.at(-1)?.citations ?? []).flatMap(({ articleId, start, end, quote }) => {
    if (scope.articleId !== undefined && scope.articleId !== articleId) return [];
    const article = store.getArticle(articleId, { libraries: scope.libraries });
    return article?.text.slice(start, end) === quote && quote !== '' ? [{ article, start, end }] : [];
  });
}

function closestPassages(ranked: readonly RankedSentence[]): readonly ClosestPassage[] {
  const matches = [...new Set(ranked.map((sentence) => sentence.match))].slice(0, MAX_CLOSEST);
  return matches.map(({ article, passage: { start, end }, similarity }) => ({
    articleId: article.id,
    title: article.title,
    ...{ start, end, similarity, text: article.text.slice(start, end) },
    ...linkTo(article, { start, end }),
  }));
}
