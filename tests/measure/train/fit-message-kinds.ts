// Fits the classifier of message kinds on example messages and on questions about articles.
import { normalizeText } from '../../../src/core/conversation/normalize-message.js';
import { COMPILED_PHRASES } from '../../../src/core/conversation/phrases/compiled-phrases.js';
import type { Embedder, MessageKind } from '../../../src/core/ports.js';
import {
  countSubjectWords,
  type ReadableMessage,
  readableMessage,
  SPARSE_SIZE,
  sparseFeatures,
} from '../../../src/engines/builtin/message-kinds/features.js';
import {
  type LinearModel,
  type MessageModel,
  toSteps,
} from '../../../src/engines/builtin/message-kinds/model.js';
import { type ArticleQuestion, type ExampleMessage, LANGUAGES } from '../message-kinds/read-messages.js';
import { fitSoftmax, type SoftmaxRow } from './fit-softmax.js';

const KINDS: readonly MessageKind[] = [
  ...(['greeting', 'thanks', 'reaction', 'complaint', 'goodbye', 'small-talk', 'help'] as const),
  ...(['articles', 'nothing', 'new-conversation', 'summary', 'author', 'published'] as const),
  ...(['title', 'url', 'language', 'length', 'question'] as const),
];
/** A word of this many messages that aren't questions about the text is no subject. */
const MIN_CHAT_WORD_MESSAGES = 2;
/** What a question of a question set counts, if a message of the first English author counts 1. */
const QUESTION_WEIGHT = 0.7;
/** The other authors wrote fewer messages. */
const OTHER_AUTHOR_WEIGHT = 1.5;
/** There are fewer messages in the other languages. */
const OTHER_LANGUAGE_WEIGHT = 4;
/**
 * The examples belong to no article. Words that chat messages don't have are taken to be in the articles for questions,
 * except in every fifth, and not for other messages, except in every second.
 */
const QUESTIONS_WITHOUT_SUBJECT = 5;
const CHAT_WITH_SUBJECT = 2;
const OPTIONS = { ridge: 3e-6, epochs: 15, learningRate: 0.02 } as const;

/** @param embedder the one whose vectors the classifier will get */
export async function fitMessageKinds(
  messages: readonly ExampleMessage[],
  questions: readonly ArticleQuestion[],
  embedder: Pick<Embedder, 'dimensions' | 'fingerprint' | 'embedQuery'>,
): Promise<Omit<MessageModel, 'requests'>> {
  const read = messages.map((example) => ({ ...example, readable: readableMessage(example.message) }));
  const counts = countWords(read.filter(({ kind }) => !isQuestion(kind)).map(({ readable }) => readable));
  const chatWords = new Set(COMPILED_PHRASES.flatMap(({ functionWords }) => [...functionWords]));
  for (const [word, count] of counts) if (count >= MIN_CHAT_WORD_MESSAGES) chatWords.add(word);
  const followUps = new Set(
    messages.filter(({ kind }) => kind === 'follow-up').map(({ message }) => normalizeText(message)),
  );
  const rows: SoftmaxRow[] = [];
  for (const [at, { kind, language, author, message, readable }] of read.entries()) {
    const asks = isQuestion(kind);
    // A chat message must not make its own words known.
    const isChatWord = (word: string) =>
      chatWords.has(word) && (asks || counts.get(word) !== MIN_CHAT_WORD_MESSAGES);
    const isKnown = asks ? at % QUESTIONS_WITHOUT_SUBJECT !== 0 : at % CHAT_WITH_SUBJECT === 0;
    const subjectWords = countSubjectWords(readable.words, isChatWord, () => isKnown);
    const weight = language === 'en' && author === 'a' ? 1 : OTHER_AUTHOR_WEIGHT;
    // "How long is it?" asks about the article only if nothing else was talked about.
    const onlyContinues = kind === 'follow-up';
    const neverContinues = !asks && followUps.has(normalizeText(message));
    await addRows(
      { message, readable, label: KINDS.indexOf(asks ? 'question' : (kind as MessageKind)), weight },
      (copy) => ({
        subjectWords,
        continuesQuestion: onlyContinues || (!neverContinues && (at + copy) % 2 === 0),
      }),
    );
  }
  for (const [at, { question, isKnownWord }] of questions.entries()) {
    const readable = readableMessage(question);
    const subjectWords = countSubjectWords(readable.words, (word) => chatWords.has(word), isKnownWord);
    await addRows(
      { message: question, readable, label: KINDS.indexOf('question'), weight: QUESTION_WEIGHT },
      (copy) => ({ subjectWords, continuesQuestion: (at + copy) % 2 === 0 }),
    );
  }

  /** Each example once with its vector and once without, so that the classifier can do without. */
  async function addRows(
    example: { message: string; readable: ReadableMessage; label: number; weight: number },
    situationOf: (copy: number) => Parameters<typeof sparseFeatures>[1],
  ): Promise<void> {
    const { message, readable, label, weight } = example;
    const vector = await embedder.embedQuery(message, { language: 'en' });
    for (const [copy, dense] of [vector, []].entries()) {
      rows.push({ dense, sparse: sparseFeatures(readable, situationOf(copy)), label, weight });
    }
  }

  const languageRows = read.map(({ language, readable }) => ({
    ...{ dense: [], sparse: readable.wording, label: LANGUAGES.indexOf(language) },
    weight: language === 'en' ? 1 : OTHER_LANGUAGE_WEIGHT,
  }));
  return {
    ...{ fingerprint: embedder.fingerprint, chatWords },
    kinds: fitLinear(KINDS, rows, embedder.dimensions),
    languages: fitLinear(LANGUAGES, languageRows, 0),
  };
}

export function fitLinear<Label extends string>(
  labels: readonly Label[],
  rows: readonly SoftmaxRow[],
  dimensions: number,
): LinearModel<Label> {
  const sizes = { dense: dimensions, sparse: SPARSE_SIZE, classes: labels.length };
  const weights = fitSoftmax(rows, { ...OPTIONS, ...sizes });
  const end = 1 + dimensions;
  const round = (weight: number) => Math.round(weight * 100) / 100;
  return {
    labels,
    dense: weights.map((own) => Array.from(own.subarray(0, end), round)),
    ...toSteps(weights.map((own) => Array.from(own.subarray(end)))),
  };
}

function isQuestion(kind: ExampleMessage['kind']): boolean {
  return kind === 'question' || kind === 'follow-up';
}

/** In how many messages each word occurs. */
function countWords(messages: readonly ReadableMessage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of messages) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
