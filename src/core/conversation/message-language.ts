// Tells the language of a message. Messages are too short for statistics over letters, so function words decide.
import type { Analyzer } from '../ports.js';
import { expandShorthand, normalizeMessage } from './normalize-message.js';
import { COMPILED_PHRASES } from './phrases/compiled-phrases.js';

/** Letters that only one of the languages has. */
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['es', /[ñ¿¡]/iu],
  ['de', /[äöüß]/iu],
  ['fr', /[çœêèùûàâîï]|(?<!\p{L})[lcdjmnst]['’](?=[aeiouhâêéè])/iu],
];
/** The statistical guess counts this many function words. */
const GUESS_VOTES = 0.75;
const LETTER_VOTES = 1.5;
/** With fewer words, the statistical guess at a language without phrases is too often wrong. */
const MIN_GUESS_WORDS = 6;

/** ISO 639-1 code of the message's language; `und` if it can't be told. */
export function detectMessageLanguage(
  message: string,
  {
    analyzer,
    articleLanguages,
  }: { readonly analyzer: Analyzer; readonly articleLanguages: readonly string[] },
): string {
  const guess = analyzer.detectLanguage(message);
  const isLatin = /\p{sc=Latin}/u.test(message);
  if (!isLatin) return guess;
  const normalized = normalizeMessage(message.slice(0, 100));
  const words = normalized.split(' ');
  const englishWords = expandShorthand(normalized).split(' ');
  const votes = COMPILED_PHRASES.map(({ language, functionWords }) => {
    const own = (language === 'en' ? englishWords : words).filter((word) => functionWords.has(word)).length;
    const letters = LETTERS.some(([of, letter]) => of === language && letter.test(message))
      ? LETTER_VOTES
      : 0;
    return { language, votes: own + letters + (guess === language ? GUESS_VOTES : 0) };
  }).sort((a, b) => b.votes - a.votes);
  const [best, second] = votes;
  if (!best || best.votes < 1) {
    // A guess at another language than the article's needs more than a word or two.
    return words.length >= MIN_GUESS_WORDS || articleLanguages.includes(guess) ? guess : 'und';
  }
  if (second && second.votes === best.votes) {
    const own = votes.find(
      ({ language, votes: count }) => count === best.votes && articleLanguages.includes(language),
    );
    return own?.language ?? best.language;
  }
  // Italian or Portuguese share many words with Spanish, so a sure guess at a language without phrases counts.
  const hasPhrases = COMPILED_PHRASES.some(({ language }) => language === guess);
  const isSure = !hasPhrases && guess !== 'und' && words.length >= MIN_GUESS_WORDS;
  return isSure && best.votes < words.length / 3 ? guess : best.language;
}
