// Fits the classifier of message kinds on example messages and on questions about articles.
import { COMPILED_PHRASES } from '../../../src/core/conversation/match-phrases.js';
import type { Embedder, MessageKind } from '../../../src/core/ports.js';
import type { MessageKindModel } from '../../../src/engines/builtin/message-kinds/classifier.js';
import {
  countSubjectWords,
  type ReadableMessage,
  readableMessage,
  SUBJECT_FEATURES,
  wordFeatures,
} from '../../../src/engines/builtin/message-kinds/features.js';
import type { ArticleQuestion, ExampleMessage } from '../message-kinds/read-messages.js';
import { fitSoftmax, type SoftmaxRow } from './fit-softmax.js';

const KINDS: readonly MessageKind[] = [
  ...(['greeting', 'thanks', 'small-talk', 'help', 'articles', 'nothing', 'new-conversation'] as const),
  ...(['summary', 'author', 'published', 'title', 'url', 'language', 'length', 'question'] as const),
];
/** A term must occur in this many messages that aren't questions about the text. */
const MIN_TERM_MESSAGES = 3;
const MIN_CHAT_WORD_MESSAGES = 2;
/** What a question of a question set counts, if a message of the first author counts 1. */
const QUESTION_WEIGHT = 0.7;
/** The other authors wrote fewer messages. */
const OTHER_AUTHOR_WEIGHT = 2;
/**
 * The examples belong to no article. Words that chat messages don't have are taken to be in the articles for questions,
 * except in every fifth, and not for other messages, except in every eighth.
 */
const QUESTIONS_WITHOUT_SUBJECT = 5;
const CHAT_WITH_SUBJECT = 8;
const OPTIONS = { ridge: 5e-6, epochs: 40, learningRate: 0.02 } as const;

type VectorOf = (text: string) => Promise<ArrayLike<number>>;

/** @param embedder the one whose vectors the classifier will get */
export async function fitMessageKinds(
  messages: readonly ExampleMessage[],
  questions: readonly ArticleQuestion[],
  embedder: Pick<Embedder, 'dimensions'>,
  vectorOf: VectorOf,
): Promise<MessageKindModel> {
  const read = messages.map(({ kind, author, message }) => ({
    ...{ kind: toKind(kind), weight: author === 'first' ? 1 : OTHER_AUTHOR_WEIGHT },
    ...readableMessage(message),
  }));
  const chat = read.filter(({ kind }) => kind !== 'question');
  const counts = countIn(chat, ({ words }) => words);
  const terms = [...countIn(chat, (one) => one.terms)]
    .filter(([, count]) => count >= MIN_TERM_MESSAGES)
    .map(([term]) => term)
    .sort();
  const functionWords = COMPILED_PHRASES.find(({ language }) => language === 'en')?.functionWords ?? [];
  const chatWords = new Set(functionWords);
  for (const [word, count] of counts) if (count >= MIN_CHAT_WORD_MESSAGES) chatWords.add(word);
  const positions = new Map(terms.map((term, at) => [term, at]));

  async function toRow(
    message: ReadableMessage,
    kind: MessageKind,
    subjects: number,
  ): Promise<Omit<SoftmaxRow, 'weight'>> {
    const sparse = wordFeatures(message.terms, subjects, positions);
    return { dense: await vectorOf(message.text), sparse, label: KINDS.indexOf(kind) };
  }

  const rows: SoftmaxRow[] = [];
  for (const [at, { kind, weight, ...message }] of read.entries()) {
    const isQuestion = kind === 'question';
    // A chat message must not make its own words known.
    const isChatWord = (word: string) =>
      chatWords.has(word) && (isQuestion || counts.get(word) !== MIN_CHAT_WORD_MESSAGES);
    const isKnown = isQuestion ? at % QUESTIONS_WITHOUT_SUBJECT !== 0 : at % CHAT_WITH_SUBJECT === 0;
    const subjects = countSubjectWords(message.words, isChatWord, () => isKnown);
    rows.push({ ...(await toRow(message, kind, subjects)), weight });
  }
  for (const { question, isKnownWord } of questions) {
    const message = readableMessage(question);
    const subjects = countSubjectWords(message.words, (word) => chatWords.has(word), isKnownWord);
    rows.push({ ...(await toRow(message, 'question', subjects)), weight: QUESTION_WEIGHT });
  }
  const sizes = { dense: embedder.dimensions, sparse: SUBJECT_FEATURES.length + terms.length };
  const weights = fitSoftmax(rows, { ...OPTIONS, ...sizes, classes: KINDS.length });
  const round = (weight: number) => Math.round(weight * 100) / 100;
  return {
    ...{ kinds: KINDS, terms, chatWords: [...chatWords].sort() },
    weights: weights.map((own) => Array.from(own, round)),
  };
}

function toKind(kind: ExampleMessage['kind']): MessageKind {
  return kind === 'follow-up' ? 'question' : kind;
}

/** In how many messages each item occurs. */
function countIn<T>(messages: readonly T[], itemsOf: (message: T) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const message of messages) {
    for (const item of new Set(itemsOf(message))) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return counts;
}
