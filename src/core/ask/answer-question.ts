// Answers a message with one or several questions, and says in the asker's language what the articles don't say.
import type { QuestionAnswer, Remark, Turn } from '../answer.js';
import type { ReplyText } from '../conversation/text/reply-text.js';
import { replyTextFor } from '../conversation/text/reply-text-for.js';
import { formatLanguage } from '../text/format-metadata.js';
import { shortenTitle } from '../text/short-title.js';
import { cite, type GroundedSentence } from './citation/cite.js';
import {
  type AnswerDependencies,
  type AnswerDraft,
  type AnswerOptions,
  draftAnswer,
} from './draft-answer.js';
import { splitQuestions } from './splitting/split-questions.js';
import { readPolarity } from './yes-no/read-polarity.js';

export type { AnswerDependencies, AnswerOptions } from './draft-answer.js';

/** With a lower answerability, we are sure that the article doesn't say; otherwise, we only didn't find it. */
const SURE_CONFIDENCE = 0.05;
/** Articles named in a refusal. */
const MAX_NAMED_ARTICLES = 2;

/**
 * Answers a question from the articles in the scope. Any text is accepted; one without search terms is usually
 * `not-in-article`. No answer mixes two engines.
 * @throws the signal's reason once it is aborted; AppError `engine/*` if the model fails and there is no fallback
 */
export async function answerQuestion(
  raw: string,
  options: AnswerOptions,
  parts: AnswerDependencies,
): Promise<QuestionAnswer> {
  // A model can answer several questions at once.
  const isQuoting = parts.engine.writer.evidenceTokens === undefined;
  const questions = isQuoting ? splitQuestions(raw, options.language ?? 'und') : [raw];
  const drafts: AnswerDraft[] = [];
  for (const question of questions) {
    const conversation = [...(options.conversation ?? []), ...drafts.map(toTurn)];
    drafts.push(await draftAnswer(question, { ...options, conversation }, parts));
  }
  const answered = drafts.filter(({ sentences }) => sentences.length > 0);
  const [first] = answered;
  if (!first) return refuse(drafts, options, parts);
  const asked = replyLanguage(drafts, options);
  const { text, language } = replyTextFor(asked === 'und' ? languageOf(first) : asked);
  const { engine, notice } = first;
  const sentences = joinSentences(answered);
  const findHighlight: AnswerDraft['findHighlight'] = (source) =>
    answered.map((draft) => draft.findHighlight(source)).find((span) => span !== undefined);
  const remark = isQuoting ? findRemark(drafts, options, parts, text) : undefined;
  return {
    ...{ kind: 'answered', ...cite(sentences, findHighlight) },
    ...{ confidence: Math.min(...answered.map(({ confidence }) => confidence)), engine, language },
    ...(notice ? { notice } : {}),
    ...(remark ? { remark } : {}),
    ...countReplaced(sentences),
  };
}

/** The sentences of all drafts, each once. */
function joinSentences(drafts: readonly AnswerDraft[]): readonly GroundedSentence[] {
  const byText = new Map<string, GroundedSentence>();
  for (const sentence of drafts.flatMap(({ sentences }) => sentences)) {
    if (!byText.has(sentence.text)) byText.set(sentence.text, sentence);
  }
  return [...byText.values()];
}

function countReplaced(sentences: readonly GroundedSentence[]): { replaced?: number } {
  const replaced = sentences.filter(({ isReplaced }) => isReplaced).length;
  return replaced > 0 ? { replaced } : {};
}

/** An answer of this message as a turn, so that the next question of the message can refer to it. */
function toTurn({ question, sentences }: AnswerDraft): Turn {
  const { text, citations } = cite(sentences);
  return { question: question.typed ?? question.text, answer: text, citations, isSameMessage: true };
}

function findRemark(
  drafts: readonly AnswerDraft[],
  { conversation = [] }: AnswerOptions,
  { engine: { analyzer } }: AnswerDependencies,
  text: ReplyText,
): Remark | undefined {
  const [first] = drafts;
  if (!first) return undefined;
  const unanswered = drafts.filter(({ sentences }) => sentences.length === 0);
  if (unanswered.length > 0) {
    const questions = unanswered.map(({ question }) => question.typed ?? question.text);
    const isSure = unanswered.every(({ confidence }) => confidence < SURE_CONFIDENCE);
    const say = isSure ? text.partUnanswered : text.partNotFound;
    return { kind: 'part-unanswered', text: say(questions.join(' / ')) };
  }
  if (drafts.length > 1) return undefined;
  const cited = first.sentences.flatMap(({ evidence }) => evidence);
  const [only] = cited;
  const polarity =
    only &&
    cited.length === 1 &&
    readPolarity(first.question.typed ?? first.question.text, only.text, {
      ...{ analyzer, language: languageOf(first), sentenceLanguage: only.article.language },
    });
  if (polarity) return { kind: polarity, text: text[polarity] };
  const shown = conversation.at(-1)?.citations ?? [];
  const isShown = cited.every(({ article, start, end }) =>
    shown.some((one) => one.articleId === article.id && one.start === start && one.end === end),
  );
  return isShown && cited.length > 0 ? { kind: 'same-sentence', text: text.sameSentence } : undefined;
}

/** A short question's language can't be told, and is then most likely the article's. */
function languageOf({ question, sentences }: AnswerDraft): string {
  const [sentence] = sentences.flatMap(({ evidence }) => evidence);
  return question.language === 'und' ? (sentence?.article.language ?? 'und') : question.language;
}

function replyLanguage(drafts: readonly AnswerDraft[], { language }: AnswerOptions): string {
  return language !== undefined && language !== 'und' ? language : (drafts[0]?.question.language ?? 'und');
}

function refuse(
  drafts: readonly AnswerDraft[],
  options: AnswerOptions,
  { store, index }: Parameters<typeof answerQuestion>[2],
): QuestionAnswer {
  const [draft] = drafts;
  const asked = replyLanguage(drafts, options);
  const articleLanguages = index.listLanguages(options.scope);
  const [articleLanguage = 'und'] = articleLanguages;
  const { text, language } = replyTextFor(
    asked === 'und' && articleLanguages.length === 1 ? articleLanguage : asked,
  );
  const titles = store.listArticles(options.scope).map(({ title }) => title);
  const confidence = Math.max(0, ...drafts.map((one) => one.confidence));
  const isSure = titles.length === 1 && confidence < SURE_CONFIDENCE;
  const short = new Set(titles.map(shortenTitle));
  const named = titles.length > MAX_NAMED_ARTICLES || short.size < titles.length ? [] : [...short];
  const isForeign =
    asked !== 'und' &&
    articleLanguages.length === 1 &&
    articleLanguage !== asked &&
    articleLanguage !== 'und';
  const name = isForeign ? formatLanguage(articleLanguage, language) : undefined;
  const unanswered = isSure && name === undefined ? text.doesNotSay : text.notFound(named, titles.length);
  const sentence = titles.length === 0 ? text.noArticles : unanswered;
  return {
    ...{ kind: 'not-in-article', closest: draft?.closest ?? [], confidence },
    ...{ engine: draft?.engine ?? 'builtin', ...(draft?.notice ? { notice: draft.notice } : {}) },
    ...(options.scope.articleId === undefined ? {} : { articleId: options.scope.articleId }),
    message: name === undefined ? sentence : `${sentence} ${text.otherLanguage(name)}`,
    language,
  };
}
