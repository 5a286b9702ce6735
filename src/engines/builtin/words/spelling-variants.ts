// Which words may be misspellings or other spellings of a word.

/** Shorter words are too easily taken for one another. */
const MIN_LENGTH = 4;
/** Edits forgiven: one for every so many letters. */
const LETTERS_PER_EDIT = 4;
const MAX_EDITS = 2;

/** Those of the vocabulary within one or two edits, nearest first, then in the vocabulary's order. */
export function similarTerms(term: string, vocabulary: readonly string[]): readonly string[] {
  if (term.length < MIN_LENGTH || /\p{N}/u.test(term)) return [];
  const most = Math.min(MAX_EDITS, Math.floor(term.length / LETTERS_PER_EDIT));
  return vocabulary
    .flatMap((word) => {
      if (word === term || word.length < MIN_LENGTH || Math.abs(word.length - term.length) > most) return [];
      const edits = editDistance(term, word, most);
      return edits <= most ? [{ word, edits }] : [];
    })
    .sort((a, b) => a.edits - b.edits)
    .map(({ word }) => word);
}

/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours (Damerau 1964), given up
 * once above `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
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
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
