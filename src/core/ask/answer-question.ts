// A question becomes an answer: retrieve, number the evidence, let the writer write, check every sentence.
import type { Answer, ClosestPassage, Notice, Turn } from '../answer.js';
import { type AppError, isEngineFailure } from '../errors.js';
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

/** Passages shown where the article does not say. */
const MAX_CLOSEST = 3;

export interface AnswerOptions {
  readonly scope: Scope;
  readonly conversation?: readonly Turn[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told of each call to a model that the answer took. */
  readonly onUsage?: WriteOptions['onUsage'];
  /** Called with all checked sentences so far whenever one is added: for a face that shows answers as they grow. */
  readonly onSentence?:
    | ((sofar: Pick<Answer & { kind: 'answered' }, 'text' | 'citations'>) => void)
    | undefined;
}

export interface AnswerDependencies {
  readonly engine: Engine;
  readonly index: PassageIndex;
  readonly store: Pick<ArticleStore, 'getArticle'>;
  readonly clock: Clock;
  /** Told why a model was passed over: people read only that it was. */
  readonly onEngineFailure?: ((error: AppError) => void) | undefined;
}

/** A question with all that was found for it. */
interface RankedQuestion {
  readonly question: Question;
  readonly ranking: Ranking;
  readonly turns: readonly Turn[];
}

/** What one writer made of a question. */
interface Draft {
  readonly sentences: readonly GroundedSentence[];
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/**
 * Answers from the articles of the scope, or says that they don't say. Any text is a question: one without a word to
 * look for is not in the article. Where the engine's model fails before its first checked sentence, its fallback
 * answers; what fails later leaves the sentences that came, so that no answer is a mixture of two.
 * @throws whatever the signal's reason is, once it is aborted
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
  const { sentences, ...by } = await writeAnswer({ question, ranking, turns }, options, parts);
  if (sentences.length === 0) {
    return { kind: 'not-in-article', closest: closestPassages(ranking.paragraphs), confidence, ...by };
  }
  return {
    kind: 'answered',
    ...cite(sentences, findHighlight(sentences, question, engine)),
    confidence,
    ...by,
  };
}

async function writeAnswer(
  found: RankedQuestion,
  options: AnswerOptions,
  parts: AnswerDependencies,
): Promise<Draft> {
  const { name, writer, fallback } = parts.engine;
  const sentences: GroundedSentence[] = [];
  try {
    for await (const sentence of writeChecked(writer, found, options, parts)) sentences.push(sentence);
    return { sentences, engine: name };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!isEngineFailure(error)) throw error;
    parts.onEngineFailure?.(error);
    if (sentences.length > 0) return { sentences, engine: name, notice: 'cut-short' };
    if (!fallback) throw error;
    for await (const sentence of writeChecked(fallback.writer, found, options, parts))
      sentences.push(sentence);
    return { sentences, engine: fallback.name, notice: 'model-unavailable' };
  }
}

/** Sentences as they pass the check. */
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
  const written = writer.write(question, evidence, { confidence: ranking.confidence, signal, onUsage });
  // What a rewriter put into the question is no word of the asker's: it vouches for nothing.
  const asked = { ...question, text: question.trustedText ?? question.text };
  const sofar: GroundedSentence[] = [];
  for await (const sentence of groundSentences(written, evidence, {
    question: asked,
    analyzer: engine.analyzer,
  })) {
    signal?.throwIfAborted();
    sofar.push(sentence);
    yield sentence;
    onSentence?.(cite(sofar, findHighlight(sofar, question, engine)));
  }
}

/** The phrase that answers, in the best of the cited sentences alone: those beside it name the subject or the cause. */
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
      ? highlighter?.highlight(question, source)
      : undefined;
}

/** What the last answer cited, where it still stands so in an article of the scope. */
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
    ...(article.url === undefined ? {} : { url: article.url }),
  }));
}
