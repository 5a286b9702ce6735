// Hybrid search: combines the nearest passages by vector with the best by full text, and scores each one both
// ways.

import type { Scope } from '../core/ports.js';
import type { Match } from '../core/ranking-ports.js';
import type { PassageIndex } from '../core/store-ports.js';
import type { Article } from '../core/text/article.js';
import { createArticleCache } from './sqlite/articles/article-cache.js';
import { decodeSpans } from './sqlite/blobs.js';
import { type Connection, withDatabaseErrors } from './sqlite/database.js';
import type { FullText } from './sqlite/full-text.js';
import type { ResolvedScope, Scopes } from './sqlite/scope.js';
import type { SearchableVectors } from './vectors/serving-vectors.js';

/** Up to this many passages of an article are compared one by one, 8 µs each. */
const MAX_COMPARED = 1_000;

/** The question's vectors by the name of their space. */
type Vectors = ReadonlyMap<string, Float32Array>;

interface PassageRow {
  readonly article: number;
  readonly start: number;
  readonly end: number;
  readonly sentences: Buffer;
  readonly language: string;
}

export interface HybridSearchParts {
  /**
   * Called for each search, because another embedder's vectors may have taken over. Undefined: full text
   * only.
   */
  readonly serving: () => SearchableVectors | undefined;
  readonly text: FullText;
  readonly scopes: Scopes;
}

export function createHybridSearch(
  database: Connection,
  { serving, text, scopes }: HybridSearchParts,
): PassageIndex {
  const articleOf = createArticleCache(database);
  const selectPassage = database.prepare(
    `SELECT p.article, p.start, p.end, p.sentences, a.language FROM passages p JOIN articles a ON a.key = p.article
     WHERE p.id = ? AND a.visible = 1`,
  );
  let lastDataVersion = dataVersion(database);

  /** Another process may have written to the database since the last search, so our caches may be stale. */
  function syncWithOtherProcesses(): void {
    const version = dataVersion(database);
    if (version === lastDataVersion) return;
    lastDataVersion = version;
    serving()?.indexes.resyncLater();
    text.clear();
    scopes.invalidate();
  }

  function resolveScope(scope: Scope): ResolvedScope {
    syncWithOtherProcesses();
    return scopes.resolve(scope);
  }

  /** Ids of the passages that may be nearest to the question, at least `limit` in each space if there are as many. */
  function findNearest(vectors: Vectors | undefined, scope: ResolvedScope, limit: number): readonly number[] {
    // A request for a whole scope returns all of it, whether or not its passages have vectors.
    if (scope.count <= limit) return scope.listIds();
    const searched = serving();
    if (!vectors || !searched) return [];
    if (scope.isArticle) return findInArticle(searched, vectors, scope, limit);
    const hidden = scope.listHiddenIds();
    return [...vectors].flatMap(([space, vector]) =>
      scope.libraries
        .flatMap((library) => findShown(searched, { library, space }, vector, limit, hidden))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, limit)
        .map(({ id }) => id),
    );
  }

  /** Like `findInArticle`, leaves out what a library's index has and the scope doesn't. */
  function findShown(
    { indexes }: SearchableVectors,
    index: { readonly library: number; readonly space: string },
    vector: Float32Array,
    limit: number,
    hidden: ReadonlySet<number>,
  ) {
    for (let asked = limit; ; asked *= 2) {
      const found = indexes.search(index, vector, asked);
      const shown = found.filter(({ id }) => !hidden.has(id));
      if (shown.length >= limit || found.length < asked) return shown.slice(0, limit);
    }
  }

  /** A library's index doesn't know its articles, so a long article's passages are picked from a longer list. */
  function findInArticle(
    searched: SearchableVectors,
    vectors: Vectors,
    { libraries, languages: [language = ''], count, listIds }: ResolvedScope,
    limit: number,
  ): readonly number[] {
    const ids = listIds();
    if (count <= MAX_COMPARED) {
      return ids
        .map((id) => ({ id, ...compare(vectors, id, language, searched) }))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, limit)
        .map(({ id }) => id);
    }
    const space = searched.spaceOf(language).name;
    const vector = vectors.get(space);
    if (!vector) return [];
    const wanted = new Set(ids);
    for (let asked = 4 * limit; ; asked *= 2) {
      const found = libraries.flatMap((library) =>
        searched.indexes.search({ library, space }, vector, asked),
      );
      const inArticle = found.filter(({ id }) => wanted.has(id));
      if (inArticle.length >= limit || found.length < asked) {
        return inArticle.slice(0, limit).map(({ id }) => id);
      }
    }
  }

  /** Compares a passage with the question's vector of the same space, if both have one. */
  function compare(
    vectors: Vectors | undefined,
    id: number,
    language: string,
    searched: SearchableVectors | undefined,
  ): Pick<Match, 'similarity' | 'space'> {
    const space = searched?.spaceOf(language).name;
    const vector = vectors?.get(space ?? '');
    const other = vector && searched?.stored.read(id);
    if (!vector || other?.length !== vector.length) return { similarity: 0 };
    return { similarity: clamp(dot(vector, other)), space };
  }

  return {
    get embedder() {
      return serving()?.embedder;
    },
    countPassages: (scope) => withDatabaseErrors(database, () => resolveScope(scope).count),
    listLanguages: (scope) => withDatabaseErrors(database, () => resolveScope(scope).languages),
    frequencies: () => text.frequencies,

    findPassages({ vectors, terms }, scope, limit, choose = (found) => found) {
      return withDatabaseErrors(database, () => {
        const known = resolveScope(scope);
        if (known.count === 0) return [];
        const searched = serving();
        const nearest = findNearest(vectors, known, limit);
        const { tags, hiddenTags, share } = known;
        const hits = text.search(terms, { tags: share === 1 ? undefined : tags, hiddenTags, share }, limit);
        const scores = new Map(hits.map(({ id, score }) => [id, score / (hits[0]?.score || 1)]));
        const found = [...new Set([...nearest, ...scores.keys()])].flatMap((id) => {
          const row = selectPassage.get(id) as PassageRow | undefined;
          if (!row) return [];
          const compared = compare(vectors, id, row.language, searched);
          return [{ row, ...compared, textScore: clamp(scores.get(id) ?? 0) }];
        });
        return choose(found).flatMap(({ row, similarity, space, textScore }): Match[] => {
          const article = articleOf(row.article);
          if (!article || !isInScope(article, scope)) return [];
          const passage = { start: row.start, end: row.end, sentences: decodeSpans(row.sentences) };
          return [{ article, passage, similarity, space, textScore }];
        });
      });
    },
  };
}

/**
 * The final check for isolation: no matter what an index returned, only passages of the scope leave the
 * store.
 */
function isInScope({ id, library }: Article, { libraries, articleId, hidden }: Scope): boolean {
  return (
    libraries.includes(library) && (articleId === undefined || id === articleId) && !hidden?.includes(id)
  );
}

/** Changes when another connection commits: https://www.sqlite.org/pragma.html#pragma_data_version */
function dataVersion(database: Connection): number {
  return database.pragma('data_version', { simple: true }) as number;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Dot product. Four independent sums are faster, because a single one waits for each addition. */
function dot(vector: Float32Array, other: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (; at + 3 < vector.length; at += 4) {
    a += (vector[at] as number) * (other[at] as number);
    b += (vector[at + 1] as number) * (other[at + 1] as number);
    c += (vector[at + 2] as number) * (other[at + 2] as number);
    d += (vector[at + 3] as number) * (other[at + 3] as number);
  }
  for (; at < vector.length; at += 1) a += (vector[at] as number) * (other[at] as number);
  return a + b + c + d;
}
