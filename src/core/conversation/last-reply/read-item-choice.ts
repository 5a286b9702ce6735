// Reads which of several things in the last reply a message means.
import { normalizeMessage } from '../normalize-message.js';
import { COMPILED_ITEM_WORDS } from './item-words.js';

/** A choice from what the last reply showed. */
export interface ItemChoice {
  /** From 1; `last` for the last one. */
  readonly place: number | 'last';
  /** What is chosen, if the message says so. */
  readonly of?: 'questions' | 'passages' | undefined;
}

/** A number, or an ordinal such as "2nd", "2." or "2e". */
const NUMBER = /^(\d{1,2})(?:st|nd|rd|th|er|ere|eme|e|o|a|ter?|tes)?$/u;
const MAX_WORDS = 12;

/** Undefined if the message is anything else than a choice. */
export function readItemChoice(message: string): ItemChoice | undefined {
  const words = normalizeMessage(message).split(' ').filter(Boolean);
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  for (const language of COMPILED_ITEM_WORDS) {
    const choice = readChoice(words, language);
    if (choice) return choice;
  }
  return undefined;
}

function readChoice(
  words: readonly string[],
  { ordinals, cardinals, number, question, passage, other }: (typeof COMPILED_ITEM_WORDS)[number],
): ItemChoice | undefined {
  const places: ItemChoice['place'][] = [];
  for (const [at, word] of words.entries()) {
    const digits = NUMBER.exec(word)?.[1];
    const ordinal = ordinals.findIndex((one) => one.test(word));
    const cardinal = number.has(words[at - 1] ?? '') ? cardinals.indexOf(word) : -1;
    if (digits !== undefined) places.push(Number(digits));
    else if (ordinal >= 0) places.push(ordinal === ordinals.length - 1 ? 'last' : ordinal + 1);
    else if (cardinal >= 0) places.push(cardinal + 1);
    else if (!other.has(word) && !question.has(word) && !passage.has(word) && !number.has(word))
      return undefined;
  }
  const [place, ...more] = places;
  if (place === undefined || more.length > 0) return undefined;
  const of = words.some((word) => question.has(word))
    ? 'questions'
    : words.some((word) => passage.has(word))
      ? 'passages'
      : undefined;
  return { place, of };
}
