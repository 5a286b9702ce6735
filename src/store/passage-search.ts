// Hybrid search: the nearest passages by vector and the best by words, each scored both ways.
import type { Article } from '../core/article.js';
import type { Match, PassageIndex, Scope } from '../core/ports.js';
import { type Connection, guarded } from './database.js';
import type { ExactSearch } from './exact-search.js';
import type { FullText, TextScope } from './full-text.js';
import { createKeptArticles } from './kept-articles.js';
import type { KnownScope, Scopes } from './scope.js';
import { decodeSpans } from './sqlite.js';
import type { VectorIndex } from './vector-index.js';

interface PassageRow {
  readonly article: number;
  readonly start: number;
  readonly end: number;
  readonly sentences: Buffer;
}

export interface PassageSearchParts {
  readonly graph: VectorIndex;
  readonly exact: ExactSearch;
  readonly text: FullText;
  readonly scopes: Scopes;
  /** A scope of at most so many passages is searched exactly. */
  readonly exactMaxPassages: number;
}

export function createPassageSearch(
  database: Connection,
  { graph, exact, text, scopes, exactMaxPassages }: PassageSearchParts,
): PassageIndex {
  const articleOf = createKeptArticles(database);
  const selectPassage = database.prepare(
    `SELECT p.article, p.start, p.end, p.sentences FROM passages p JOIN articles a ON a.key = p.article
     WHERE p.id = ? AND a.visible = 1`,
  );
  let seenVersion = dataVersion(database);

  /** Another process may have written: its changes are in the store, but not in our caches. */
  function followOtherWriters(): void {
    const version = dataVersion(database);
    if (version === seenVersion) return;
    seenVersion = version;
    exact.follow();
    text.clear();
    scopes.forget();
    graph.follow();
  }

  function know(scope: Scope): KnownScope {
    followOtherWriters();
    return scopes.know(scope);
  }

  function findNearest(vector: Float32Array, { tags, count, listIds }: KnownScope, limit: number) {
    if (count <= exactMaxPassages) return exact.search(vector, limit, tags.join(), listIds);
    if (holdsAll(count)) return graph.search(vector, limit);
    const allowed = exact.idSet(tags.join(), listIds);
    return graph.search(vector, limit, (id) => allowed.has(id));
  }

  /** The graph holds what is visible. */
  function holdsAll(count: number): boolean {
    return count === graph.size;
  }

  function textScope({ tags, count }: KnownScope): TextScope {
    const share = Math.min(1, count / Math.max(1, text.frequencies.passages));
    return { tags: holdsAll(count) ? undefined : tags, share };
  }

  return {
    countPassages: (scope) => guarded(database, () => know(scope).count),
    listLanguages: (scope) => guarded(database, () => know(scope).languages),
    frequencies: () => text.frequencies,

    findPassages({ vector, terms }, scope, limit) {
      return guarded(database, () => {
        const known = know(scope);
        if (known.count === 0) return [];
        const similarities = new Map(
          findNearest(vector, known, limit).map((hit) => [hit.id, hit.similarity]),
        );
        const hits = text.search(terms, textScope(known), limit);
        const scores = new Map(hits.map(({ id, score }) => [id, score / (hits[0]?.score || 1)]));
        return [...new Set([...similarities.keys(), ...scores.keys()])].flatMap((id): Match[] => {
          const row = selectPassage.get(id) as PassageRow | undefined;
          const article = row && articleOf(row.article);
          if (!row || !article || !isInScope(article, scope)) return [];
          return [
            {
              article,
              passage: { start: row.start, end: row.end, sentences: decodeSpans(row.sentences) },
              similarity: clamp(similarities.get(id) ?? exact.similarity(vector, id)),
              textScore: clamp(scores.get(id) ?? 0),
            },
          ];
        });
      });
    },
  };
}

/** The last word on isolation: whatever an index returned, only what the scope names leaves the store. */
function isInScope(article: Article, { libraries, articleId }: Scope): boolean {
  return libraries.includes(article.library) && (articleId === undefined || article.id === articleId);
}

/** Changes when another connection has committed: https://www.sqlite.org/pragma.html#pragma_data_version */
function dataVersion(database: Connection): number {
  return database.pragma('data_version', { simple: true }) as number;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
