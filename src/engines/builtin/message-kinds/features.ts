// The features by which the kind of a message is told, apart from its embedding: words, pairs of words, letter sequences,
// and its situation.
import { normalizeText } from '../../../core/conversation/normalize-message.js';
import { fnv1a } from '../hash.js';

/** Words and letter sequences are hashed to one of this many positions, which come after {@link SITUATION_FEATURES}. */
const HASH_POSITIONS = 65_536;
/** Names of the features that don't depend on the wording. */
const SITUATION_FEATURES = ['one subject word', 'several subject words', 'continues a question'] as const;
export const SPARSE_SIZE = SITUATION_FEATURES.length + HASH_POSITIONS;
/** What the words of a message weigh together, and its letter sequences, if its embedding weighs 1. */
const GROUP_WEIGHT = 1.3;
/** Lengths of letter sequences. */
const SEQUENCE_LENGTHS = [3, 4, 5] as const;
/** Long messages are questions, so what comes later hardly matters. */
const MAX_CHARS = 300;
const START = '^';
const END = '$';

/** A feature's position and value. */
export type SparseFeature = readonly [number, number];

/** What is known about a message besides its wording. */
export interface Situation {
  /** Words that occur in the articles and not in the messages that the classifier was trained on. */
  readonly subjectWords: number;
  /** Whether the message before was a question about the text. */
  readonly continuesQuestion: boolean;
}

/** A message as the classifier sees it. */
export interface ReadableMessage {
  readonly words: readonly string[];
  /** Words, pairs of neighbouring words, a question mark; sequences of letters. Each once. */
  readonly wording: readonly SparseFeature[];
  /** Words and pairs once more, for messages that continue a question: “how long is it?” then means something else. */
  readonly continuing: readonly SparseFeature[];
}

/** Prepares a message. */
export function readableMessage(message: string): ReadableMessage {
  const normalized = normalizeText(message).slice(0, MAX_CHARS);
  const words = normalized.split(' ').filter(Boolean);
  const bounded = [START, ...words, END];
  const pairs = bounded.slice(1).map((word, at) => `${bounded[at]} ${word}`);
  const marks = /[?？]/u.test(message) ? ['?'] : [];
  return {
    words,
    wording: [
      ...group('word', [...words, ...pairs, ...marks]),
      ...group('letters', letterSequences(` ${normalized} `)),
    ],
    continuing: group('continuing', [...words, ...pairs]),
  };
}

/** The features of a message that aren't zero, apart from its embedding. */
export function sparseFeatures(
  { wording, continuing }: ReadableMessage,
  { subjectWords, continuesQuestion }: Situation,
): readonly SparseFeature[] {
  const situation: SparseFeature[] = [];
  if (subjectWords > 0) situation.push([subjectWords === 1 ? 0 : 1, 1]);
  if (!continuesQuestion) return [...situation, ...wording];
  return [...situation, [2, 1], ...wording, ...continuing];
}

/** The number of words that occur in the articles and not in the messages that the classifier was trained on. */
export function countSubjectWords(
  words: readonly string[],
  isChatWord: (word: string) => boolean,
  isKnownWord: (word: string) => boolean,
): number {
  return words.filter((word) => !isChatWord(word) && isKnownWord(word)).length;
}

function letterSequences(text: string): readonly string[] {
  return SEQUENCE_LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, text.length - length + 1) }, (_, from) =>
      text.slice(from, from + length),
    ),
  );
}

/** Features of equal value whose squares add up to {@link GROUP_WEIGHT}². */
function group(name: string, items: readonly string[]): readonly SparseFeature[] {
  const unique = [...new Set(items)];
  const value = GROUP_WEIGHT / Math.sqrt(Math.max(1, unique.length));
  return unique.map((item) => [
    SITUATION_FEATURES.length + (fnv1a(`${name}:${item}`) % HASH_POSITIONS),
    value,
  ]);
}
