// From a scope's names to the store's keys: which rows it holds, how many, in which languages.
import type { Scope } from '../../core/ports.js';
import type { Connection } from './database.js';

/** A scope as the store knows it. */
export interface KnownScope {
  /** As the full-text index tags passages: `l7` a library, `a42` an article. Empty where nothing is known. */
  readonly tags: readonly string[];
  /** Visible passages. */
  readonly count: number;
  /** Its share of all visible passages, 0…1: 1 only where it holds them all. */
  readonly share: number;
  readonly languages: readonly string[];
  /** Ids of its passages, in order. */
  listIds(): readonly number[];
}

interface Facts {
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
  const passages = {
    l: 'FROM passages p JOIN articles a ON a.key = p.article WHERE a.library = ? AND a.visible = 1',
    a: 'FROM passages p WHERE p.article = ?',
  };
  const articles = { l: 'FROM articles WHERE library = ? AND visible = 1', a: 'FROM articles WHERE key = ?' };
  const statements = (kind: 'l' | 'a') => ({
    count: database.prepare(`SELECT count(*) ${passages[kind]}`).pluck(),
    ids: database.prepare(`SELECT p.id ${passages[kind]} ORDER BY p.id`).pluck(),
    languages: database.prepare(`SELECT DISTINCT language ${articles[kind]}`).pluck(),
  });
  const byKind = { l: statements('l'), a: statements('a') };
  const libraries = database.prepare('SELECT key FROM libraries').pluck();
  /** Counting a large library takes milliseconds, an article next to nothing. */
  const libraryFacts = new Map<number, Facts>();
  /** A library's key never changes. */
  const libraryKeys = new Map<string, number>();
  let total: number | undefined;

  function factsOf(kind: 'l' | 'a', key: number): Facts {
    const known = kind === 'l' ? libraryFacts.get(key) : undefined;
    if (known) return known;
    const { count, languages } = byKind[kind];
    const facts = { count: count.get(key) as number, languages: languages.all(key) as string[] };
    if (kind === 'l') libraryFacts.set(key, facts);
    return facts;
  }

  function keyOf(library: string): number | undefined {
    const known = libraryKeys.get(library) ?? (keys.l.get(library) as number | undefined);
    if (known !== undefined) libraryKeys.set(library, known);
    return known;
  }

  function countAll(): number {
    total ??= (libraries.all() as number[]).reduce((sum, key) => sum + factsOf('l', key).count, 0);
    return total;
  }

  return {
    know({ libraries: names, articleId }: Scope): KnownScope {
      const kind = articleId === undefined ? 'l' : 'a';
      const found = [...new Set(names)].flatMap((name) => {
        const key =
          articleId === undefined ? keyOf(name) : (keys.a.get(name, articleId) as number | undefined);
        return key === undefined ? [] : [key];
      });
      const facts = found.map((key) => factsOf(kind, key));
      const count = facts.reduce((sum, one) => sum + one.count, 0);
      return {
        tags: found.map((key) => `${kind}${key}`),
        ...{ count, share: count / Math.max(1, countAll()) },
        languages: [...new Set(facts.flatMap(({ languages }) => languages))],
        listIds: () => found.flatMap((key) => byKind[kind].ids.all(key) as number[]),
      };
    },
    /** Forgets what is known of a library that has changed; without a key, of all. */
    forget(library?: number): void {
      total = undefined;
      if (library === undefined) libraryFacts.clear();
      else libraryFacts.delete(library);
    },
  };
}
