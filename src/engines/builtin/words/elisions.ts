// Elisions: words that lose their vowel and are written together with the next word, as in "l'eau" and "dell'acqua".

/**
 * The elided words of a language with their apostrophe. The lists are those of Lucene's elision filters:
 * https://lucene.apache.org/core/10_0_0/analysis/common/org/apache/lucene/analysis/util/ElisionFilter.html
 */
const ELIDED: Readonly<Record<string, RegExp>> = {
  fr: /(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]/iuy,
  it: /(?:[cdlmstv]|un|(?:a|da|de|ne|su|co|pe)ll|(?:a|da|de|ne|su)?gl)['’]/iuy,
  ca: /[dlmnst]['’]/iuy,
};

/** Whether the language writes elided words together with the next one. */
export function hasElisions(language: string): boolean {
  return Object.hasOwn(ELIDED, language);
}

/** Where the word from `start` to `end` of a text begins behind its elided words: for "l'eau", at "eau". */
export function skipElisions(text: string, start: number, end: number, language: string): number {
  const elided = ELIDED[language];
  if (!elided) return start;
  for (let at = start; ; at = elided.lastIndex) {
    elided.lastIndex = at;
    if (!elided.test(text) || elided.lastIndex >= end) return at;
  }
}
