// Decides what becomes of a hyphen at the end of a line.

/** Words after a suspended hyphen, as in "pre- and post-war". */
const CONJUNCTIONS = /^(?:and|or|to|und|oder|bzw|sowie|bis|y|o|u|et|ou|e|en|of|och|eller|og|i|oraz|и|или)$/u;
/** Words that stand in many English compounds with a hyphen, and rarely start another word. */
const COMPOUND_STARTS = /^(?:well|self|half|ill|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/u;
const LAST_WORD = /([\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*)[-‐\u00AD]$/u;
const FIRST_WORD = /^[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/u;
const WORDS = /[\p{L}\p{M}]+(?:['’‐-][\p{L}\p{M}]+)*/gu;

/** The words of a document, in lower case. */
export type Vocabulary = ReadonlySet<string>;

/** Collects the words that aren't divided at the end of a line. */
export function collectWords(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    const matches = line.toLowerCase().match(WORDS) ?? [];
    if (/[-‐\u00AD]$/u.test(line)) matches.pop();
    for (const word of matches) words.add(word.replaceAll('‐', '-'));
  }
  return words;
}

/**
 * How a line goes on in the next one.
 * - `space`: a space stands between them.
 * - `join`: the hyphen only divides a word, and is removed.
 * - `keep`: the hyphen belongs to the word, and no space follows it.
 */
export function judgeLineEnd(line: string, next: string, vocabulary: Vocabulary): 'space' | 'join' | 'keep' {
  const before = LAST_WORD.exec(line)?.[1]?.toLowerCase();
  const first = FIRST_WORD.exec(next)?.[0];
  if (before === undefined)
    return /[\p{L}\p{N}][-‐]$/u.test(line) && /^[\p{L}\p{N}]/u.test(next) ? 'keep' : 'space';
  if (first === undefined) return /^\p{N}/u.test(next) ? 'keep' : 'space';
  if (line.endsWith('\u00AD')) return 'join';
  if (CONJUNCTIONS.test(first)) return vocabulary.has(before + first) ? 'join' : 'space';
  // A word isn't divided before a capital, but "Anglo-Saxon" is.
  if (/^\p{Lu}/u.test(first)) return 'keep';
  const after = first.toLowerCase();
  if (vocabulary.has(before + after)) return 'join';
  if (vocabulary.has(`${before}-${after}`)) return 'keep';
  const areWords = vocabulary.has(before) && vocabulary.has(after) && before.length > 2 && after.length > 2;
  return areWords || COMPOUND_STARTS.test(before) ? 'keep' : 'join';
}
