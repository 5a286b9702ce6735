// Full-text search: SQLite FTS5 over the analyzer's terms, ranked by BM25 (Robertson & Zaragoza 2009).

import { AppError } from '../../core/errors.js';
import type { TermFrequencies } from '../../core/ranking-ports.js';
import { STORE_TEXT } from '../text.js';
import { type Connection, isDamage } from './database.js';

/** Only the rarest terms of a longer question are searched for. */
const MAX_TERMS = 24;
/**
 * The rarest terms select candidates until they have this many postings, which takes a few milliseconds. The
 * remaining terms only score candidates. As in WAND (Broder et al. 2003, "Efficient Query Evaluation using a
 * Two-Level Retrieval Process"), a passage with only common terms couldn't rank first. In a small store all
 * terms select candidates.
 */
const CANDIDATE_POSTINGS = 4_000;
/** Postings of common terms used for scoring candidates. */
const SCORING_POSTINGS = 25_000;
/** Cost of skipping a posting outside the scope, relative to scoring one inside. */
const OUT_OF_SCOPE_COST = 0.07;
/** Spelling corrections tried for a term that no passage contains. */
const MAX_CORRECTIONS = 2;
/**
 * Letters at the start of a misspelt word that are assumed to be right. This limits the vocabulary to search.
 */
const PREFIX_LENGTHS = [2, 1];
/** For stores with more than `MANY_PASSAGES` passages. */
const LONG_PREFIX_LENGTHS = [3];
const MANY_PASSAGES = 5_000;
/** Terms whose document frequency is cached. */
const MAX_CACHED_TERMS = 20_000;

export interface TextHit {
  readonly id: number;
  /** BM25, where higher is better. */
  readonly score: number;
}

/** Which passages to search. */
export interface TextScope {
  /** Scope tags as stored in the index, of which one must match. Undefined: all passages. */
  readonly tags: readonly string[] | undefined;
  /** Tags that must not match. Default: none. */
  readonly hiddenTags?: readonly string[] | undefined;
  /** The scope's share of all passages, 0…1. */
  readonly share: number;
}

/**
 * Index pages merged after each write step. A step adds about eight pages, and each page is rewritten once on each of the
 * four or five levels.
 */
const PAGES_PER_MERGE = 40;

export type FullText = ReturnType<typeof createFullText>;

/**
 * Returns a function that merges a small part of the full-text index. Called after each write step, so that
 * no single merge takes long. https://www.sqlite.org/fts5.html#the_merge_command
 */
export function createTextMerger(database: Connection): () => void {
  const merge = database.prepare("INSERT INTO passages_text (passages_text, rank) VALUES ('merge', ?)");
  return () => void merge.run(PAGES_PER_MERGE);
}

/** @param similarTerms finds existing terms for a misspelt one, as in the analyzer port */
/** @param onDamage called if the index turns out to be damaged */
export function createFullText(
  database: Connection,
  similarTerms: (term: string, vocabulary: readonly string[]) => readonly string[],
  onDamage: () => void = () => {},
) {
  /** @throws AppError `store/rebuilding` if the index is damaged */
  function read<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      onDamage();
      throw new AppError({ code: 'store/rebuilding', ...STORE_TEXT.rebuilding, cause: error });
    }
  }

  // A `row` table, because a `col` table would count the documents of each scanned term by column.
  database.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS temp.passages_words USING fts5vocab (main, passages_text, row)',
  );
  const total = database.prepare('SELECT count(*) FROM passages').pluck();
  const documents = database
    .prepare("SELECT doc FROM passages_vocabulary WHERE term = ? AND col = 'terms'")
    .pluck();
  const vocabulary = database
    .prepare('SELECT term FROM temp.passages_words WHERE term >= ? AND term < ?')
    .pluck();
  // bm25() is negative and smaller is better. The scope column has no weight.
  const matching = database.prepare(
    `SELECT rowid AS id, bm25(passages_text, 0.0, 1.0) AS score FROM passages_text
     WHERE passages_text MATCH ? ORDER BY score LIMIT ?`,
  );
  const frequencyCache = new Map<string, number>();
  let passages: number | undefined;

  const frequencies: TermFrequencies = {
    get passages() {
      passages ??= total.get() as number;
      return passages;
    },
    count(term) {
      const known = frequencyCache.get(term);
      if (known !== undefined) return known;
      if (frequencyCache.size >= MAX_CACHED_TERMS) frequencyCache.clear();
      const count = read(() => (documents.get(term) as number | undefined) ?? 0);
      frequencyCache.set(term, count);
      return count;
    },
  };

  /**
   * Chooses the terms to search for, rarest first. Unknown terms are replaced by spelling corrections.
   * `selective` terms select candidates; `common` ones only score them.
   */
  function chooseTerms(terms: readonly string[], share: number) {
    const found = new Map<string, number>();
    for (const term of new Set(terms)) {
      const count = frequencies.count(term);
      if (count > 0) found.set(term, count);
      else for (const similar of corrections(term)) found.set(similar, frequencies.count(similar));
    }
    const selective: string[] = [];
    const common: string[] = [];
    let postings = 0;
    for (const [term, count] of [...found].sort((a, b) => a[1] - b[1]).slice(0, MAX_TERMS)) {
      postings += count * Math.min(1, share + OUT_OF_SCOPE_COST);
      if (selective.length === 0 || postings <= CANDIDATE_POSTINGS) selective.push(term);
      else if (postings <= SCORING_POSTINGS) common.push(term);
    }
    return { selective, common };
  }

  function corrections(term: string): readonly string[] {
    const lengths = frequencies.passages > MANY_PASSAGES ? LONG_PREFIX_LENGTHS : PREFIX_LENGTHS;
    for (const length of lengths) {
      const prefix = [...term].slice(0, length).join('');
      const near = similarTerms(
        term,
        read(() => vocabulary.all(prefix, `${prefix}\u{10FFFF}`) as string[]),
      );
      if (near.length > 0) return near.slice(0, MAX_CORRECTIONS);
    }
    return [];
  }

  return {
    frequencies,
    /** Returns the best `limit` passages that contain any of the terms, best first. */
    search(
      terms: readonly string[],
      { tags, hiddenTags = [], share }: TextScope,
      limit: number,
    ): readonly TextHit[] {
      const { selective, common } = chooseTerms(terms, share);
      if (selective.length === 0 || tags?.length === 0) return [];
      const within = tags === undefined ? '' : `{scope} : (${matchAny(tags)}) AND `;
      const without = hiddenTags.length === 0 ? '' : ` NOT {scope} : (${matchAny(hiddenTags)})`;
      const find = (words: string) =>
        read(() => matching.all(`(${within}{terms} : (${words}))${without}`, limit) as TextHit[]);
      // A candidate with common terms is found twice. The second score, which includes them, replaces the first.
      const best = new Map<number, number>();
      for (const { id, score } of find(matchAny(selective))) best.set(id, -score);
      if (common.length > 0) {
        for (const { id, score } of find(`(${matchAny(selective)}) AND (${matchAny(common)})`))
          best.set(id, -score);
      }
      return [...best]
        .map(([id, score]) => ({ id, score }))
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, limit);
    },
    /** Clears the cached frequencies after the store has changed. */
    clear(): void {
      frequencyCache.clear();
      passages = undefined;
    },
  };
}

/** Quotes every string, so that none can inject operators of FTS5's query language. */
function matchAny(strings: readonly string[]): string {
  return strings.map((string) => `"${string.replaceAll('"', '""')}"`).join(' OR ');
}
