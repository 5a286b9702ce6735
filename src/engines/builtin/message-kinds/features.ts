// The features by which the kind of a message is told: its sentence embedding, its words and pairs of words, and how many
// words are about something in the articles.
import { expandShorthand, normalizeText } from '../../../core/conversation/normalize-message.js';

/** Names of the features that say whether the message has a subject of its own. They come before the words. */
export const SUBJECT_FEATURES = ['one subject word', 'several subject words'] as const;
/** What the words of a message weigh together, if its embedding weighs 1. */
const WORDS_WEIGHT = 1.3;
const START = '^';
const END = '$';

/** A message as the classifier sees it. */
export interface ReadableMessage {
  /** What is embedded: the message as it was typed, unless it has shorthand that the model hardly knows. */
  readonly text: string;
  readonly words: readonly string[];
  /** Words, pairs of neighbouring words, and a question mark. Each once. */
  readonly terms: readonly string[];
}

/** Prepares a message. */
export function readableMessage(message: string): ReadableMessage {
  const normalized = normalizeText(message);
  const expanded = expandShorthand(normalized);
  const words = expanded.split(' ').filter(Boolean);
  const bounded = [START, ...words, END];
  const pairs = bounded.slice(1).map((word, at) => `${bounded[at]} ${word}`);
  const marks = /[?？]/u.test(message) ? ['?'] : [];
  return {
    text: expanded === normalized ? message : expanded,
    words,
    terms: [...new Set([...words, ...pairs, ...marks])],
  };
}

/** The number of words that occur in the articles and not in the messages that the classifier was trained on. */
export function countSubjectWords(
  words: readonly string[],
  isChatWord: (word: string) => boolean,
  isKnownWord: (word: string) => boolean,
): number {
  return words.filter((word) => !isChatWord(word) && isKnownWord(word)).length;
}

/**
 * The features that aren't zero, apart from the embedding, by position.
 * @param positions of the terms
 */
export function wordFeatures(
  terms: readonly string[],
  subjectWords: number,
  positions: ReadonlyMap<string, number>,
): readonly (readonly [number, number])[] {
  const found = terms.flatMap((term) => positions.get(term) ?? []);
  const value = WORDS_WEIGHT / Math.sqrt(Math.max(1, terms.length));
  const subject = subjectWords === 0 ? [] : [[subjectWords === 1 ? 0 : 1, 1] as const];
  return [...subject, ...found.map((at) => [SUBJECT_FEATURES.length + at, value] as const)];
}
