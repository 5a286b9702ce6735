// Finds cognates: words of two languages that are spelled alike, such as "Konzert" and "concert".

/** Spellings of the same sound, in the order in which they are replaced. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\p{M}+/gu, ''],
  [/ß/gu, 'ss'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/qu|ck/gu, 'k'],
  [/c(?=[eiy])/gu, 's'],
  [/[cq]/gu, 'k'],
  [/z/gu, 's'],
  [/y/gu, 'i'],
  [/w/gu, 'v'],
  [/(\p{L})\1/gu, '$1'],
];
/** Shorter words are alike by chance. */
const MIN_LETTERS = 5;
/** Cognates have a common beginning of at least this share of the longer word. */
const MIN_SHARE = 0.75;

/** The words of the vocabulary that look like cognates of a term. */
export function findCognates(term: string, vocabulary: Iterable<string>): readonly string[] {
  const own = toSkeleton(term);
  if (own.length < MIN_LETTERS || /\p{N}/u.test(own)) return [];
  return [...vocabulary].filter((word) => {
    if (word.length < MIN_LETTERS - 1 || word === term) return false;
    const other = toSkeleton(word);
    let common = 0;
    while (common < own.length && own[common] === other[common]) common += 1;
    return common >= MIN_LETTERS - 1 && common / Math.max(own.length, other.length) >= MIN_SHARE;
  });
}

/** A word with the spelling differences between the languages removed. */
function toSkeleton(word: string): string {
  return SPELLINGS.reduce((text, [pattern, by]) => text.replace(pattern, by), word.normalize('NFKD'));
}
