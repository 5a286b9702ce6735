// Full-text search: SQLite FTS5 over the analyzer's terms, ranked by BM25 (Robertson & Zaragoza 2009).
import type { TermFrequencies } from '../../core/ports.js';
import type { Connection } from './database.js';

/** A question longer than this is searched by its rarest terms. */
const MAX_TERMS = 24;
/**
 * Postings of a question's terms that make a passage a candidate, a few milliseconds' worth, rarest terms first. With
 * those of the rest candidates are only scored: as in WAND (Broder et al. 2003, "Efficient Query Evaluation using a
 * Two-Level Retrieval Process"), a passage that holds none but common terms could not come out on top. In a small
 * store every term makes candidates.
 */
const CANDIDATE_POSTINGS = 4_000;
/** Postings of common terms that candidates are scored by. */
const SCORING_POSTINGS = 25_000;
/** What passing over a posting outside the scope costs, as a share of weighing one inside. */
const OUT_OF_SCOPE_COST = 0.07;
/** Readings tried for a term that no passage holds. */
const MAX_CORRECTIONS = 2;
/** Letters that a misspelt word is taken to have right, to keep the vocabulary that is looked through small. */
const PREFIX_LENGTHS = [2, 1];
/** In a store of more passages than `MANY_PASSAGES`. */
const LONG_PREFIX_LENGTHS = [3];
const MANY_PASSAGES = 5_000;
/** Terms whose frequency is kept. */
const MAX_CACHED_TERMS = 20_000;

export interface TextHit {
  readonly id: number;
  /** BM25, higher is better. */
  readonly score: number;
}

/** Where a full-text search looks. */
export interface TextScope {
  /** Alternatives, as stored beside the terms; `undefined`: everywhere. */
  readonly tags: readonly string[] | undefined;
  /** Its share of all passages, 0…1. */
  readonly share: number;
}

/**
 * Pages of the full-text index that are merged after each step of writing: a step adds about eight, and each comes up
 * for merging once on each of the index's four or five levels.
 */
const PAGES_PER_MERGE = 40;

export type FullText = ReturnType<typeof createFullText>;

/**
 * Merges a part of the full-text index, if there is enough to merge: called after each step that writes to it, so that
 * no single one merges much. https://www.sqlite.org/fts5.html#the_merge_command
 */
export function createTextMerger(database: Connection): () => void {
  const merge = database.prepare("INSERT INTO passages_text (passages_text, rank) VALUES ('merge', ?)");
  return () => void merge.run(PAGES_PER_MERGE);
}

/** @param similarTerms as in the analyzer port: reads a misspelt term as terms that exist. */
export function createFullText(
  database: Connection,
  similarTerms: (term: string, vocabulary: readonly string[]) => readonly string[],
) {
  // By row, as by column the documents of every term that is looked through would be counted column by column.
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
  // bm25() is negative, better is smaller; the scope column weighs nothing.
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
      const count = (documents.get(term) as number | undefined) ?? 0;
      frequencyCache.set(term, count);
      return count;
    },
  };

  /**
   * Terms to look for, rarest first: known ones, and for unknown ones what they may be misspellings of. `telling` ones
   * make candidates, `common` ones only score them.
   */
  function chooseTerms(terms: readonly string[], share: number) {
    const found = new Map<string, number>();
    for (const term of new Set(terms)) {
      const count = frequencies.count(term);
      if (count > 0) found.set(term, count);
      else for (const similar of corrections(term)) found.set(similar, frequencies.count(similar));
    }
    const telling: string[] = [];
    const common: string[] = [];
    let postings = 0;
    for (const [term, count] of [...found].sort((a, b) => a[1] - b[1]).slice(0, MAX_TERMS)) {
      postings += count * Math.min(1, share + OUT_OF_SCOPE_COST);
      if (telling.length === 0 || postings <= CANDIDATE_POSTINGS) telling.push(term);
      else if (postings <= SCORING_POSTINGS) common.push(term);
    }
    return { telling, common };
  }

  function corrections(term: string): readonly string[] {
    const lengths = frequencies.passages > MANY_PASSAGES ? LONG_PREFIX_LENGTHS : PREFIX_LENGTHS;
    for (const length of lengths) {
      const prefix = [...term].slice(0, length).join('');
      const near = similarTerms(term, vocabulary.all(prefix, `${prefix}\u{10FFFF}`) as string[]);
      if (near.length > 0) return near.slice(0, MAX_CORRECTIONS);
    }
    return [];
  }

  return {
    frequencies,
    /** The best `limit` passages that hold any of the terms, best first. */
    search(terms: readonly string[], { tags, share }: TextScope, limit: number): readonly TextHit[] {
      const { telling, common } = chooseTerms(terms, share);
      if (telling.length === 0 || tags?.length === 0) return [];
      const within = tags === undefined ? '' : `{scope} : (${matchAny(tags)}) AND `;
      const find = (words: string) => matching.all(`${within}{terms} : (${words})`, limit) as TextHit[];
      // A candidate with common terms comes up twice; its full score is the better one.
      const best = new Map<number, number>();
      for (const { id, score } of find(matchAny(telling))) best.set(id, -score);
      if (common.length > 0) {
        for (const { id, score } of find(`(${matchAny(telling)}) AND (${matchAny(common)})`))
          best.set(id, -score);
      }
      return [...best]
        .map(([id, score]) => ({ id, score }))
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, limit);
    },
    /** Forgets how common terms are: the store has changed. */
    clear(): void {
      frequencyCache.clear();
      passages = undefined;
    },
  };
}

/** Every string quoted, so that no operator of FTS5's query language can be smuggled in. */
function matchAny(strings: readonly string[]): string {
  return strings.map((string) => `"${string.replaceAll('"', '""')}"`).join(' OR ');
}
