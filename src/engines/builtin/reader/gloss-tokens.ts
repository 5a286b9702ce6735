// Tokens of a text in another language, with each word given in English, so that the reader can read it.
import { glossText } from '../translation/gloss-text.js';
import { blankReferenceMarks, type WordTokenizer } from './word-tokens.js';

/** Elided words and their apostrophes, which aren't words of their own: "l'eau". */
const BETWEEN_WORDS = /[\p{L}'’]/gu;

/**
 * Wraps a tokenizer of English. Each token belongs to the word or phrase of the text that it stands for.
 * @param language of the texts. `isGlossable` must hold for it
 */
export function createGlossTokenizer(tokenize: WordTokenizer, language: string): WordTokenizer {
  return (text) => {
    const plain = blankReferenceMarks(text);
    const tokens = { ids: [] as number[], starts: [] as number[], ends: [] as number[] };
    function addPunctuation(from: number, to: number): void {
      const { ids, starts, ends } = tokenize(plain.slice(from, to).replace(BETWEEN_WORDS, ' '));
      tokens.ids.push(...ids);
      tokens.starts.push(...starts.map((start) => from + start));
      tokens.ends.push(...ends.map((end) => from + end));
    }
    let done = 0;
    for (const { start, end, text: english } of glossText(plain, language)) {
      addPunctuation(done, start);
      for (const id of tokenize(english).ids) {
        tokens.ids.push(id);
        tokens.starts.push(start);
        tokens.ends.push(end);
      }
      done = end;
    }
    addPunctuation(done, plain.length);
    return tokens;
  };
}
