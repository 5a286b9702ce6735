// What the reader's phrase looks like: how long it is, and whether it has the type of answer that is asked for.
import type { Question, RankedSentence } from '../../../core/ranking-ports.js';
import { bitOf } from '../entities/entity-types.js';
import { tagSentences } from '../entities/tagged-sentences.js';
import { readAnswerEntityTypes } from '../features/answer-type.js';
import { classifyAnswerType } from '../question/answer-type.js';
import { EVIDENT_TYPES } from '../question/answer-types.js';
import { tokenize } from '../words/analyzer.js';
import type { Reading } from './read-window.js';

/** The words of a phrase that answers, as far as they tell whether it can be right. */
export interface FoundPhrase {
  readonly words: number;
  /** Whether the question asks for something that an answer shows by its form: a number, a date, a person. */
  readonly asksForEvidentType: boolean;
  /** Whether it has no word of that type, or only words of the question. */
  readonly lacksType: boolean;
}

/** Describes the reader's best phrase in a sentence. */
export function describePhrase(
  { text, language }: Question,
  { match, start }: RankedSentence,
  span: Reading['span'],
): FoundPhrase {
  const type = classifyAnswerType(text, language);
  const asked = new Set(tokenize(text, match.article.language).map(({ term }) => term));
  const sentence = tagSentences(match).find((tagged) => tagged.start === start);
  const places = [...(sentence?.tokens.entries() ?? [])].flatMap(([place, token]) => {
    const at = start + token.start;
    return at >= span.start && at < span.end ? [{ token, types: sentence?.wordTypes[place] ?? 0 }] : [];
  });
  const added = places.filter(({ token }) => !asked.has(token.term) && !token.isStop);
  const wanted = readAnswerEntityTypes(type);
  const hasType = added.some(
    // The first word of a sentence isn't tagged as a name, though it may be one.
    ({ token, types }) => (types & wanted) !== 0 || ((wanted & bitOf.name) !== 0 && token.word.isCapital),
  );
  const asksForEvidentType = EVIDENT_TYPES.has(type);
  return { words: places.length, asksForEvidentType, lacksType: asksForEvidentType && !hasType };
}
