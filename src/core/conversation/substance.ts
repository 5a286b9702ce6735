// Tells messages that have something to search for from stop words and random keys.
import type { MessageContext } from './intent.js';
import { normalizeMessage } from './normalize-message.js';
import { COMPILED_PHRASES } from './phrases/compiled-phrases.js';

/** Rows of keys. A word that runs along one, such as "asdf", is random typing. */
const KEYBOARD_ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  '1234567890',
];
const MIN_KEY_RUN = 4;
const AMOUNT_QUESTION =
  /^(?:how (?:much|many|old|far|long|tall|big)|wie ?viele?|wie (?:alt|weit|lange?)|cuant[oa]s?|combien) \p{L}/u;
const QUESTION_OPENER =
  /^(?:what|who|when|where|why|how|which|was|wer|wann|wo|warum|wieso|wie|que|quien|cuando|donde|como|por que|qui|quand|ou|comment|pourquoi) /u;
/** The end of an unfinished question. */
const OPEN_ENDING =
  / (?:the|a|an|is|are|was|of|to|or|and|in|for|der|die|das|ist|sind|und|oder|von|el|la|los|las|es|y|de|le|les|est|et|un|une|una)$/u;
/**
 * What there is to search for in a message. `none`: only stop words or random keys. `question-words`: only words that
 * ask, as in “how long is it”. `subject`: anything else.
 */
export type Substance = 'none' | 'question-words' | 'subject';

export function readSubstance(
  message: string,
  { analyzer, articleLanguages, isKnownWord }: MessageContext,
): Substance {
  const normalized = normalizeMessage(message);
  const words = normalized.split(' ').filter(Boolean);
  if (words.length === 0) return /[\p{L}\p{N}]/u.test(message) ? 'subject' : 'none';
  if (isKnownWord && /^[\d ]+$/.test(normalized)) return words.some(isKnownWord) ? 'subject' : 'none';
  const isFunctionWord = (word: string) =>
    word.length < 3 && !/\p{N}/u.test(word) && !isKnownWord?.(word)
      ? true
      : COMPILED_PHRASES.some(({ functionWords }) => functionWords.has(word)) ||
        /^(?:h+m+|u+m*h*|e+h*|a+h+|o+h+|mm+|so|well|then|na|tja|pues)$/.test(word);
  const hasOnlyFunctionWords = words.every(isFunctionWord);
  if (asksWithoutSubject(words)) return hasOnlyFunctionWords ? 'question-words' : 'subject';
  if (hasOnlyFunctionWords) return 'none';
  const terms = [
    ...new Set([...articleLanguages, 'en'].flatMap((language) => analyzer.terms(message, language))),
  ];
  const hasNoTerms = (language: string) => analyzer.terms(message, language).length === 0;
  if (articleLanguages.length > 0 && articleLanguages.every(hasNoTerms)) return 'none';
  if (isKnownWord && terms.some(isKnownWord)) return 'subject';
  // Next to random letters, three without a vowel are random too.
  const isRandom = (word: string) => isGibberish(word) || /^[^aeiouy]{3}$/u.test(word);
  const isAllRandom =
    words.some(isGibberish) && words.every((word) => isFunctionWord(word) || isRandom(word));
  return isAllRandom ? 'none' : 'subject';
}

/** Whether short words alone make a question: "how much is it", but not "what is the". */
function asksWithoutSubject(words: readonly string[]): boolean {
  const text = words.join(' ');
  return (
    AMOUNT_QUESTION.test(text) || (words.length > 2 && QUESTION_OPENER.test(text) && !OPEN_ENDING.test(text))
  );
}

function isGibberish(word: string): boolean {
  if (/^\p{N}+$/u.test(word)) return false;
  if (/^[a-z]{4,}$/.test(word) && !/[aeiouy]/.test(word)) return true;
  for (let at = 0; at + MIN_KEY_RUN <= word.length; at += 1) {
    const run = word.slice(at, at + MIN_KEY_RUN);
    const reversed = [...run].reverse().join('');
    if (word.length <= 12 && KEYBOARD_ROWS.some((row) => row.includes(run) || row.includes(reversed))) {
      return word.length - MIN_KEY_RUN <= MIN_KEY_RUN && !/(?:propert|tyui?p|poiu)/.test(word);
    }
  }
  return /^(.{1,3})\1{2,}$/.test(word);
}
