// Hybrid search: combines the nearest passages by vector with the best by full text, and scores each one both
// ways.

import type { Embedder, Match, PassageIndex, Scope } from '../core/ports.js';
import type { Article } from '../core/text/article.js';
import { createArticleCache } from './sqlite/article-cache.js';
import { decodeSpans } from './sqlite/article-store.js';
import { type Connection, withDatabaseErrors } from './sqlite/database.js';
import type { FullText } from './sqlite/full-text.js';
import type { ResolvedScope, Scopes } from './sqlite/scope.js';
import type { BackgroundIndex } from './vectors/background-index.js';
import type { FlatIndex, Nearest } from './vectors/flat-index.js';

interface PassageRow {
  readonly article: number;
  readonly start: number;
  readonly end: number;
  readonly sentences: Buffer;
}

/** The vectors to search and the embedder that made them. */
export interface SearchableVectors {
  readonly embedder: Embedder;
  readonly hnsw: BackgroundIndex;
  readonly flat: FlatIndex;
  /**
   * Scopes of at most this many passages use the flat index. Larger ones use the HNSW index once it is ready.
   */
  readonly exactMaxPassages: number;
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
    `SELECT p.article, p.start, p.end, p.sentences FROM passages p JOIN articles a ON a.key = p.article
     WHERE p.id = ? AND a.visible = 1`,
  );
  let lastDataVersion = dataVersion(database);

  /** Another process may have written to the database since the last search, so our caches may be stale. */
  function syncWithOtherProcesses(): void {
    const version = dataVersion(database);
    if (version === lastDataVersion) return;
    lastDataVersion = version;
    serving()?.flat.resyncLater();
    serving()?.hnsw.resyncLater();
    text.clear();
    scopes.invalidate();
  }

  function resolveScope(scope: Scope): ResolvedScope {
    syncWithOtherProcesses();
    return scopes.resolve(scope);
  }

  function findNearest(
    vector: Float32Array | undefined,
    { tags, count, share, listIds }: ResolvedScope,
    limit: number,
  ): readonly Nearest[] {
    const vectors = serving();
    if (!vector || !vectors) {
      // A request for a whole scope returns all of it, whether or not passages share a word with the
      // question.
      return count <= limit ? listIds().map((id) => ({ id, similarity: 0 })) : [];
    }
    const { flat, exactMaxPassages } = vectors;
    const scope = { key: tags.join(), listIds };
    // A passage may not have a vector yet, or may be another process's.
    const isAll = share === 1 && flat.size === count;
    const graph = count > exactMaxPassages ? vectors.hnsw.current() : undefined;
    if (!graph) return flat.search(vector, limit, isAll ? undefined : scope);
    if (share === 1) return graph.search(vector, limit);
    const allowed = flat.idSet(scope);
    return graph.search(vector, limit, (id) => allowed.has(id));
  }

  return {
    get embedder() {
      return serving()?.embedder;
    },
    countPassages: (scope) => withDatabaseErrors(database, () => resolveScope(scope).count),
    listLanguages: (scope) => withDatabaseErrors(database, () => resolveScope(scope).languages),
    frequencies: () => text.frequencies,

    findPassages({ vector, terms }, scope, limit, choose = (found) => found) {
      return withDatabaseErrors(database, () => {
        const known = resolveScope(scope);
        if (known.count === 0) return [];
        const similarities = new Map(
          findNearest(vector, known, limit).map((hit) => [hit.id, hit.similarity]),
        );
        const { tags, share } = known;
        const hits = text.search(terms, { tags: share === 1 ? undefined : tags, share }, limit);
        const scores = new Map(hits.map(({ id, score }) => [id, score / (hits[0]?.score || 1)]));
        const found = [...new Set([...similarities.keys(), ...scores.keys()])].flatMap((id) => {
          const row = selectPassage.get(id) as PassageRow | undefined;
          if (!row) return [];
          const similarity =
            similarities.get(id) ?? (vector ? (serving()?.flat.similarity(vector, id) ?? 0) : 0);
          return [{ row, similarity: clamp(similarity), textScore: clamp(scores.get(id) ?? 0) }];
        });
        return choose(found).flatMap(({ row, similarity, textScore }): Match[] => {
          const article = articleOf(row.article);
          if (!article || !isInScope(article, scope)) return [];
          const passage = { start: row.start, end: row.end, sentences: decodeSpans(row.sentences) };
          return [{ article, passage, similarity, textScore }];
        });
      });
    },
  };
}

/**
 * The final check for isolation: no matter what an index returned, only passages of the scope leave the
 * store.
 */
function isInScope(article: Article, { libraries, articleId }: Scope): boolean {
  return libraries.includes(article.library) && (articleId === undefined || article.id === articleId);
}

/** Changes when another connection commits: https://www.sqlite.org/pragma.html#pragma_data_version */
function dataVersion(database: Connection): number {
  return database.pragma('data_version', { simple: true }) as number;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
