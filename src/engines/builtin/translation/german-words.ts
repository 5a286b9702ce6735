// Finds German words in the lexicon that it has only in another form or only in parts.
import { listInfinitives, splitCompound } from './german-forms.js';
import { type Lexicon, type LexiconMatch, tokenizeWords } from './lexicon.js';

/**
 * Looks up a form as its infinitive or its singular, or the parts of a compound.
 * @param word in lower case
 * @returns the meanings of each part. Empty if nothing is known
 */
export function translateGermanForm(word: string, lexicon: Lexicon): readonly (readonly LexiconMatch[])[] {
  const find = (part: string) => lexicon.find(tokenizeWords(part, 'de'));
  // "Kinos" is the plural of a foreign word.
  const singular = word.endsWith('s') ? [word.slice(0, -1)] : [];
  for (const form of [...singular, ...listInfinitives(word)]) {
    const meanings = find(form);
    if (meanings.length > 0) return [meanings];
  }
  return splitCompound(word, (part) => find(part).length > 0)?.map(find) ?? [];
}
