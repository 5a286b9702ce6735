// The pipeline of one question: rewrite → retrieve and rank → gather evidence → write → check every sentence.
import type { ClosestPassage, Notice, QuestionAnswer, Turn } from '../answer.js';
import { type AppError, isEngineFailure } from '../errors.js';
import type { Clock, Engine, Scope } from '../ports.js';
import type { Question, RankedSentence, Ranking } from '../ranking-ports.js';
import type { ArticleStore, PassageIndex } from '../store-ports.js';
import type { Article, Span } from '../text/article.js';
import type { Evidence, WriteOptions, Writer } from '../writing-ports.js';
import { cite, type GroundedSentence } from './citation/cite.js';
import { collectGrounded } from './citation/collect-grounded.js';
import { gatherEvidence } from './citation/evidence.js';
import { showAlone } from './citation/show-alone.js';
import { closestPassages } from './closest-passages.js';
import { continueReading } from './follow-up/continue-reading.js';
import { findDiscussedArticle } from './follow-up/discussed-article.js';
import { readFollowUp, recentTurns } from './follow-up/follow-up.js';
import { rankInConversation } from './follow-up/rank-in-conversation.js';
import { listAll } from './list-all.js';
import { rewriteQuestion } from './read-question.js';

/** Options for {@link draftAnswer}. */
export interface AnswerOptions {
  readonly scope: Scope;
  readonly conversation?: readonly Turn[] | undefined;
  /** ISO 639-1 code of the question's language, if it is known already; `und` otherwise. */
  readonly language?: string | undefined;
  /** With a lower answerability, nothing is written. Default: the writer decides. */
  readonly minConfidence?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called once for each model call. */
  readonly onUsage?: WriteOptions['onUsage'];
  /** Called with the whole answer so far whenever a sentence passes the check, to show answers while they grow. */
  readonly onSentence?:
    | ((partial: Pick<QuestionAnswer & { kind: 'answered' }, 'text' | 'citations'>) => void)
    | undefined;
}

/** What {@link draftAnswer} needs. */
export interface AnswerDependencies {
  readonly engine: Engine;
  readonly index: PassageIndex;
  readonly store: Pick<ArticleStore, 'getArticle' | 'listArticles'>;
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

/** The checked sentences of an answer, before they are joined. */
export interface AnswerDraft extends WrittenSentences {
  readonly question: Question;
  /** Answerability, 0 to 1. */
  readonly confidence: number;
  /** Best first. */
  readonly closest: readonly ClosestPassage[];
  /** The phrase in a cited sentence that answers. */
  readonly findHighlight: (source: Evidence) => Span | undefined;
}

/** The checked sentences of one writer. */
interface WrittenSentences {
  readonly sentences: readonly GroundedSentence[];
  readonly engine: string;
  readonly notice?: Notice | undefined;
}

/**
 * Answers one question, up to its checked sentences. If the model fails before its first checked sentence, the fallback
 * engine answers instead. If it fails later, the checked sentences stay and the draft gets a notice.
 * @throws the signal's reason once it is aborted; AppError `engine/*` if the model fails and there is no fallback
 */
export async function draftAnswer(
  raw: string,
  options: AnswerOptions,
  parts: AnswerDependencies,
): Promise<AnswerDraft> {
  const { scope, signal, onUsage } = options;
  const { engine, index, clock, onEngineFailure } = parts;
  const turns = recentTurns(options.conversation ?? [], clock.now());
  const question = await rewriteQuestion(raw, turns, engine, {
    ...{ articleLanguages: index.listLanguages(scope), signal, onUsage, onEngineFailure },
    ...{ language: options.language },
  });
  const isQuoting = engine.writer.evidenceTokens === undefined;
  const followUp = isQuoting
    ? readFollowUp(question.typed ?? raw, turns, { analyzer: engine.analyzer, language: question.language })
    : undefined;
  const discussed = isQuoting ? findDiscussedArticle(options.conversation ?? []) : undefined;
  const listing = { scope, discussed, turns, engine, store: parts.store };
  if (followUp?.kind === 'more') {
    // "And then?" after a step is the next step.
    const next = listAll(question, { sentences: [] }, listing);
    const read = next?.isCertain ? next.sentences : continueReading(turns, scope, parts.store);
    if (read.length > 0) return quoteDraft(question, read, engine);
  }
  const conversation = { turns, followUp, discussed };
  const ranking = await rankInConversation(question, conversation, { scope, signal }, parts);
  const listed = isQuoting ? listAll(question, ranking, listing) : undefined;
  if (listed?.isCertain && listed.sentences.length > 0) return quoteDraft(question, listed.sentences, engine);
  const written =
    isUnreached(ranking, options.minConfidence) || listed?.isCertain
      ? { sentences: [], engine: engine.name }
      : await writeAnswer({ question, ranking, turns }, options, parts);
  const sentences = showAlone(
    followUp?.kind === 'why'
      ? withoutShown(written.sentences, ranking.sentences[0], turns)
      : written.sentences,
    { question, analyzer: engine.analyzer },
  );
  if (sentences.length === 0 && listed && listed.sentences.length > 0)
    return quoteDraft(question, listed.sentences, engine);
  return {
    ...{ question, ...written, sentences },
    // Neither the words nor the reader found anything.
    confidence: written.sentences.length === 0 && ranking.unmatched !== undefined ? 0 : ranking.confidence,
    closest: closestPassages(ranking.paragraphs, engine),
    findHighlight: findHighlight(sentences, question, engine),
  };
}

/** Whether the message is rather something else than a question about the text, for which the articles need its words. */
function isUnreached({ confidence, unmatched }: Ranking, minConfidence: number | undefined): boolean {
  return minConfidence !== undefined && (unmatched !== undefined || confidence < minConfidence);
}

/** An answer of sentences that needed no ranking. */
function quoteDraft(
  question: Question,
  sentences: readonly GroundedSentence[],
  { name }: Pick<Engine, 'name'>,
): AnswerDraft {
  const draft = { question, sentences: showAlone(sentences), closest: [], confidence: 1, engine: name };
  return { ...draft, findHighlight: () => undefined };
}

/** Leaves out what the last answer showed, unless it is what answers best. */
function withoutShown(
  sentences: readonly GroundedSentence[],
  best: RankedSentence | undefined,
  turns: readonly Turn[],
): readonly GroundedSentence[] {
  const shown = turns.at(-1)?.citations ?? [];
  const isShown = (article: Article, { start, end }: Span) =>
    shown.some((one) => one.articleId === article.id && one.start === start && one.end === end);
  if (!best || isShown(best.match.article, best)) return sentences;
  return sentences.filter(({ evidence }) => !evidence.every((span) => isShown(span.article, span)));
}

async function writeAnswer(
  ranked: RankedQuestion,
  options: AnswerOptions,
  parts: AnswerDependencies,
): Promise<WrittenSentences> {
  const { name, writer, fallback } = parts.engine;
  const sentences: GroundedSentence[] = [];
  try {
    await writeChecked(writer, ranked, options, parts, sentences);
    return { sentences, engine: name };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!isEngineFailure(error)) throw error;
    parts.onEngineFailure?.(error);
    if (sentences.length > 0) return { sentences, engine: name, notice: 'cut-short' };
    if (!fallback) throw error;
    await writeChecked(fallback.writer, ranked, options, parts, sentences);
    return { sentences, engine: fallback.name, notice: 'model-unavailable' };
  }
}

/**
 * Collects the writer's sentences that pass the check, each once.
 * @param checked receives them while they arrive, so that they are there if the writer fails halfway
 */
async function writeChecked(
  writer: Writer,
  { question, ranking, turns }: RankedQuestion,
  { scope, signal, onUsage, onSentence }: AnswerOptions,
  { store, engine }: AnswerDependencies,
  checked: GroundedSentence[],
): Promise<void> {
  const tokens = writer.evidenceTokens;
  const earlier = tokens === undefined ? [] : previouslyCited(turns, scope, store);
  const evidence = gatherEvidence(ranking.sentences, { tokens, earlier });
  if (evidence.length === 0) return;
  const { confidence, threshold } = ranking;
  const asked = tokens === undefined ? inArticleLanguage(question, ranking, evidence) : question;
  const pieces = writer.write(asked, evidence, { confidence, threshold, signal, onUsage });
  // Words that a model put into the question must not count as support for its answer.
  const trustedQuestion = { ...question, text: question.trustedText ?? question.text };
  await collectGrounded(
    pieces,
    evidence,
    {
      ...{ question: trustedQuestion, analyzer: engine.analyzer, isQuoting: tokens === undefined, signal },
      onSentence: (sentences) =>
        onSentence?.(
          cite(
            showAlone(sentences, { question, analyzer: engine.analyzer }),
            findHighlight(sentences, question, engine),
          ),
        ),
    },
    checked,
  );
}

/** A writer that compares the question's words with those of the sentences needs them in the same language. */
function inArticleLanguage(
  question: Question,
  { translation }: Ranking,
  [first]: readonly Evidence[],
): Question {
  return translation !== undefined && first
    ? { ...question, text: translation, language: first.article.language }
    : question;
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
    const article = store.getArticle(articleId, { ...scope, articleId: undefined });
    return article?.text.slice(start, end) === quote && quote !== '' ? [{ article, start, end }] : [];
  });
}
