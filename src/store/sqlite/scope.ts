// Resolves a scope's names to row keys, with the number of passages and the languages in it.
import type { Scope } from '../../core/ports.js';
import type { Connection } from './database.js';

/** A scope as row keys. */
export interface ResolvedScope {
  /**
   * Tags of the full-text index: `l7` is a library, `a42` an article. Empty if nothing in the scope exists.
   */
  readonly tags: readonly string[];
  /** Tags of articles that aren't in the scope after all. */
  readonly hiddenTags: readonly string[];
  /** Row keys of its libraries. */
  readonly libraries: readonly number[];
  /** Whether it is a single article. */
  readonly isArticle: boolean;
  /** Number of visible passages. */
  readonly count: number;
  /** Its share of all visible passages, 0…1. It is 1 only if the scope includes them all. */
  readonly share: number;
  readonly languages: readonly string[];
  /** Ids of its passages, in order. */
  listIds(): readonly number[];
  /** Ids of the hidden articles' passages. */
  listHiddenIds(): ReadonlySet<number>;
}

const NOTHING_HIDDEN = '[]';
/** Per library, with different hidden articles. */
const MAX_CACHED_SELECTIONS = 200;

interface ScopeStats {
  readonly count: number;
  readonly languages: readonly string[];
}

export type Scopes = ReturnType<typeof createScopes>;

export function createScopes(database: Connection) {
  const keys = {
    l: database.prepare('SELECT key FROM libraries WHERE name = ?').pluck(),
    a: database
      .prepare(
        `SELECT a.key FROM articles a JOIN libraries l ON l.key = a.library
         WHERE a.visible = 1 AND l.name = ? AND a.id = ?`,
      )
      .pluck(),
  };
  // The second parameter is a JSON array with the row keys of hidden articles.
  const shown = 'AND a.key NOT IN (SELECT value FROM json_each(?))';
  const passages = {
    l: `FROM passages p JOIN articles a ON a.key = p.article WHERE a.library = ? AND a.visible = 1 ${shown}`,
    a: `FROM passages p JOIN articles a ON a.key = p.article WHERE p.article = ? ${shown}`,
  };
  const articles = {
    l: `FROM articles a WHERE a.library = ? AND a.visible = 1 ${shown}`,
    a: `FROM articles a WHERE a.key = ? ${shown}`,
  };
  const statements = (level: 'l' | 'a') => ({
    count: database.prepare(`SELECT count(*) ${passages[level]}`).pluck(),
    ids: database.prepare(`SELECT p.id ${passages[level]} ORDER BY p.id`).pluck(),
    languages: database.prepare(`SELECT DISTINCT a.language ${articles[level]}`).pluck(),
  });
  const byKind = { l: statements('l'), a: statements('a') };
  const passagesOf = database.prepare('SELECT id FROM passages WHERE article = ?').pluck();
  const libraries = database.prepare('SELECT key FROM libraries').pluck();
  /** Cached, because counting a large library takes milliseconds. An article is cheap. */
  const libraryStats = new Map<number, Map<string, ScopeStats>>();
  /** Cached without invalidation, because a library's key never changes. */
  const libraryKeys = new Map<string, number>();
  let total: number | undefined;

  /** @param hidden JSON array of row keys */
  function statsOf(kind: 'l' | 'a', key: number, hidden: string): ScopeStats {
    const known = kind === 'l' ? libraryStats.get(key)?.get(hidden) : undefined;
    if (known) return known;
    const { count, languages } = byKind[kind];
    const facts = {
      count: count.get(key, hidden) as number,
      languages: languages.all(key, hidden) as string[],
    };
    if (kind === 'l') {
      const cached = libraryStats.get(key) ?? new Map<string, ScopeStats>();
      if (cached.size >= MAX_CACHED_SELECTIONS) cached.clear();
      libraryStats.set(key, cached.set(hidden, facts));
    }
    return facts;
  }

  function keyOf(library: string): number | undefined {
    const known = libraryKeys.get(library) ?? (keys.l.get(library) as number | undefined);
    if (known !== undefined) libraryKeys.set(library, known);
    return known;
  }

  function countAll(): number {
    total ??= (libraries.all() as number[]).reduce(
      (sum, key) => sum + statsOf('l', key, NOTHING_HIDDEN).count,
      0,
    );
    return total;
  }

  return {
    resolve({ libraries: names, articleId, hidden = [] }: Scope): ResolvedScope {
      const kind = articleId === undefined ? 'l' : 'a';
      const found = [...new Set(names)].flatMap((name) => {
        const key =
          articleId === undefined ? keyOf(name) : (keys.a.get(name, articleId) as number | undefined);
        return key === undefined ? [] : [key];
      });
      const hiddenKeys = [...new Set(names)].flatMap((name) =>
        hidden.flatMap((id) => (keys.a.get(name, id) as number | undefined) ?? []),
      );
      const hiddenList = hiddenKeys.length === 0 ? NOTHING_HIDDEN : JSON.stringify(hiddenKeys);
      const facts = found.map((key) => statsOf(kind, key, hiddenList));
      const count = facts.reduce((sum, one) => sum + one.count, 0);
      return {
        tags: found.map((key) => `${kind}${key}`),
        hiddenTags: hiddenKeys.map((key) => `a${key}`),
        libraries: [...new Set(names)].flatMap((name) => keyOf(name) ?? []),
        isArticle: kind === 'a',
        ...{ count, share: count / Math.max(1, countAll()) },
        languages: [...new Set(facts.flatMap(({ languages }) => languages))],
        listIds: () => found.flatMap((key) => byKind[kind].ids.all(key, hiddenList) as number[]),
        listHiddenIds: () => new Set(hiddenKeys.flatMap((key) => passagesOf.all(key) as number[])),
      };
    },
    /** Invalidates the cached numbers of a library, or of all. */
    invalidate(library?: number): void {
      total = undefined;
      if (library === undefined) libraryStats.clear();
      else libraryStats.delete(library);
    },
  };
}
