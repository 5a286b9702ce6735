// Finds the words that a term may be a misspelling or variant of.

/** Shorter words are too easily confused with one another. */
const MIN_LETTERS = 4;
/** One edit is allowed for each this many letters. */
const LETTERS_PER_EDIT = 4;
const MAX_EDITS = 2;

/**
 * Returns the words of the vocabulary within one or two edits, nearest first, ties in the vocabulary's order.
 */
export function similarTerms(term: string, vocabulary: readonly string[]): readonly string[] {
  if (term.length < MIN_LETTERS || /\p{N}/u.test(term)) return [];
  const maxEdits = Math.min(MAX_EDITS, Math.floor(term.length / LETTERS_PER_EDIT));
  return vocabulary
    .flatMap((word) => {
      if (word === term || word.length < MIN_LETTERS || Math.abs(word.length - term.length) > maxEdits)
        return [];
      const edits = editDistance(term, word, maxEdits);
      return edits <= maxEdits ? [{ word, edits }] : [];
    })
    .sort((a, b) => a.edits - b.edits)
    .map(({ word }) => word);
}

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and transpositions (Damerau 1964).
 * Stops early once it exceeds `maxEdits`.
 */
export function editDistance(a: string, b: string, maxEdits: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > maxEdits) return maxEdits + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? maxEdits + 1;
}
