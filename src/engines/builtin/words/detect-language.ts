// Tells the language of a text, such as an article.
import { detect } from 'tinyld';
import { STOP_WORD_LANGUAGES, stopWordsOf } from './stop-words.js';

/** Length of the sample for language detection. */
const MAX_DETECTION_CHARS = 2_000;
/** Detection is unreliable for shorter text in Latin script. */
const MIN_DETECTION_CHARS = 16;
/** A text of another language than its statistics say has at least this share of that language's function words, */
const MIN_FUNCTION_SHARE = 0.2;
/** and this many times as many as of the language that they say. */
const MIN_FUNCTION_RATIO = 2;

/** Scripts that we treat as belonging to one language, in the order in which they are tried. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/u],
  ['zh', /\p{sc=Han}/u],
  ['th', /\p{sc=Thai}/u],
  ['ko', /\p{sc=Hangul}/u],
  ['el', /\p{sc=Greek}/u],
  ['hi', /\p{sc=Devanagari}/u],
  ['he', /\p{sc=Hebrew}/u],
  ['ar', /\p{sc=Arabic}/u],
];

/** Returns the most likely ISO 639-1 code, or `und` if detection would be a guess. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, MAX_DETECTION_CHARS);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [language, script] of SCRIPTS) {
    const own = sample.match(new RegExp(script, 'gu'))?.length ?? 0;
    // A few foreign words don't decide the language of a text. Japanese text contains many Chinese
    // characters.
    if (own > letters * (language === 'ja' ? 0.1 : 0.5)) return language;
  }
  if (letters < MIN_DETECTION_CHARS) return 'und';
  return correctByFunctionWords(detect(sample), sample) || 'und';
}

/** Letter statistics are misled by names. Function words aren't. */
function correctByFunctionWords(guess: string, sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const shareOf = (language: string) => {
    const functionWords = stopWordsOf(language);
    return words.filter((word) => functionWords.has(word)).length / words.length;
  };
  const least = Math.max(MIN_FUNCTION_SHARE, MIN_FUNCTION_RATIO * shareOf(guess));
  const [best] = STOP_WORD_LANGUAGES.map((language) => ({ language, share: shareOf(language) })).sort(
    (a, b) => b.share - a.share,
  );
  return best && best.share >= least ? best.language : guess;
}
