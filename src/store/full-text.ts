// Full-text search: SQLite FTS5 over the analyzer's terms, ranked by BM25 (Robertson & Zaragoza 2009).
import type { TermFrequencies } from '../core/ports.js';
import type { Connection } from './database.js';

/** A question longer than this is searched by its rarest terms. */
const MAX_TERMS = 24;
/** Terms in more than this share of passages rank nothing and cost most; left out while rarer ones remain. */
const COMMON_SHARE = 0.2;
/** In a small store no term is too common to look for. */
const COMMON_MIN_PASSAGES = 2_000;
/** Readings tried for a term that no passage holds. */
const MAX_CORRECTIONS = 2;
/** Letters that a misspelt word is taken to have right, to keep the vocabulary that is looked through small. */
const PREFIX_LENGTHS = [2, 1];

export interface TextHit {
  readonly id: number;
  /** BM25, higher is better. */
  readonly score: number;
}

/** @param similarTerms as in the analyzer port: reads a misspelt term as terms that exist. */
export function createFullText(
  database: Connection,
  similarTerms: (term: string, vocabulary: readonly string[]) => readonly string[],
) {
  const total = database.prepare('SELECT count(*) FROM passages').pluck();
  const documents = database
    .prepare("SELECT doc FROM passages_vocabulary WHERE term = ? AND col = 'terms'")
    .pluck();
  const vocabulary = database
    .prepare("SELECT term FROM passages_vocabulary WHERE term >= ? AND term < ? AND col = 'terms'")
    .pluck();
  // bm25() is negative, better is smaller; the scope column weighs nothing.
  const matching = database.prepare(
    `SELECT rowid AS id, -bm25(passages_text, 0.0, 1.0) AS score FROM passages_text
     WHERE passages_text MATCH ? ORDER BY bm25(passages_text, 0.0, 1.0) LIMIT ?`,
  );

  const frequencies: TermFrequencies = {
    get passages() {
      return total.get() as number;
    },
    count: (term) => (documents.get(term) as number | undefined) ?? 0,
  };

  /** Terms to look for: known ones, and for unknown ones what they may be misspellings of. */
  function searchable(terms: readonly string[]): string[] {
    const found = new Map<string, number>();
    for (const term of new Set(terms)) {
      const count = frequencies.count(term);
      if (count > 0) found.set(term, count);
      else for (const similar of corrections(term)) found.set(similar, frequencies.count(similar));
    }
    const rarestFirst = [...found].sort((a, b) => a[1] - b[1]).slice(0, MAX_TERMS);
    const limit = Math.max(COMMON_MIN_PASSAGES, frequencies.passages * COMMON_SHARE);
    const telling = rarestFirst.filter(([, count]) => count <= limit);
    return (telling.length > 0 ? telling : rarestFirst).map(([term]) => term);
  }

  function corrections(term: string): readonly string[] {
    for (const length of PREFIX_LENGTHS) {
      const prefix = [...term].slice(0, length).join('');
      const near = similarTerms(term, vocabulary.all(prefix, `${prefix}\u{10FFFF}`) as string[]);
      if (near.length > 0) return near.slice(0, MAX_CORRECTIONS);
    }
    return [];
  }

  return {
    frequencies,
    /** The best `limit` passages that hold any of the terms, best first. `scopeTags` are alternatives. */
    search(terms: readonly string[], scopeTags: readonly string[], limit: number): readonly TextHit[] {
      const words = searchable(terms);
      if (words.length === 0 || scopeTags.length === 0) return [];
      const query = `{scope} : (${anyOf(scopeTags)}) AND {terms} : (${anyOf(words)})`;
      return matching.all(query, limit) as TextHit[];
    },
  };
}

/** Every string quoted, so that no operator of FTS5's query language can be smuggled in. */
function anyOf(strings: readonly string[]): string {
  return strings.map((string) => `"${string.replaceAll('"', '""')}"`).join(' OR ');
}
