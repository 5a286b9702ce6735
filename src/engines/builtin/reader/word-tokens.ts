// Splits text into word pieces and remembers which word each one belongs to. The tokenizer returns no offsets, but it
// splits at spaces and punctuation first, so the tokens of a text are those of its words, joined.

/** Words and punctuation marks, as BERT's pre-tokenizer splits them. */
const WORDS = /[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+/gu;
/** The article's own reference marks, such as `[3]`. They say nothing about the answer. */
const REFERENCE_MARK = /\[\d+\]/g;
/** Words in the cache. An article of 10,000 words has about 2,000 different ones. */
const MAX_CACHED_WORDS = 20_000;
/** A longer word becomes one unknown token anyway. */
const MAX_WORD_CHARS = 100;

/** A text's tokens. The arrays have one entry per token. */
export interface WordTokens {
  /** Ids in the model's vocabulary. */
  readonly ids: readonly number[];
  /** Where the token's word starts in the text, in UTF-16 code units. */
  readonly starts: readonly number[];
  /** Where the token's word ends. */
  readonly ends: readonly number[];
}

export type WordTokenizer = (text: string) => WordTokens;

/** Puts spaces in place of the article's own reference marks. Offsets stay as they are. */
export function blankReferenceMarks(text: string): string {
  return text.replace(REFERENCE_MARK, (mark) => ' '.repeat(mark.length));
}

/** @param encode returns a text's tokens without special ones */
export function createWordTokenizer(encode: (text: string) => readonly number[]): WordTokenizer {
  const cache = new Map<string, readonly number[]>();

  function encodeWord(word: string): readonly number[] {
    const known = cache.get(word);
    if (known) return known;
    if (cache.size >= MAX_CACHED_WORDS) cache.clear();
    const ids = encode(word.slice(0, MAX_WORD_CHARS + 1));
    cache.set(word, ids);
    return ids;
  }

  return (text) => {
    const ids: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    for (const { 0: word, index } of blankReferenceMarks(text).matchAll(WORDS)) {
      for (const id of encodeWord(word)) {
        ids.push(id);
        starts.push(index);
        ends.push(index + word.length);
      }
    }
    return { ids, starts, ends };
  };
}
