// Exact nearest neighbours for small scopes: every vector of the scope is compared. Keeps recent scopes in memory.
import type { StoredVectors } from './stored-vectors.js';

/** Scopes kept: some megabytes each at most. */
const MAX_KEPT_SCOPES = 16;

interface KeptScope {
  readonly ids: readonly number[];
  readonly idSet: ReadonlySet<number>;
  vectors?: readonly Float32Array[];
}

export type ExactSearch = ReturnType<typeof createExactSearch>;

export function createExactSearch(stored: StoredVectors) {
  const kept = new Map<string, KeptScope>();

  const vectorOf = (id: number) => stored.read(id) ?? new Float32Array(0);

  /** Least recently used goes first: a Map keeps insertion order. */
  function keep(key: string, listIds: () => readonly number[]): KeptScope {
    const known = kept.get(key);
    const scope: KeptScope = known ?? makeScope(listIds());
    kept.delete(key);
    kept.set(key, scope);
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_KEPT_SCOPES) break;
      kept.delete(oldest);
    }
    return scope;
  }

  return {
    /** The nearest `limit` of the scope, nearest first, with cosine similarity. */
    search(vector: Float32Array, limit: number, key: string, listIds: () => readonly number[]) {
      const scope = keep(key, listIds);
      scope.vectors ??= scope.ids.map(vectorOf);
      const vectors = scope.vectors;
      return scope.ids
        .map((id, index) => ({ id, similarity: dot(vector, vectors[index] ?? vector) }))
        .sort((a, b) => b.similarity - a.similarity || a.id - b.id)
        .slice(0, limit);
    },
    /** Cosine similarity to one passage, 0 where it has no vector yet. */
    similarity: (vector: Float32Array, id: number): number => dot(vector, vectorOf(id)),
    /** The ids of a scope, for use as a filter. */
    idSet: (key: string, listIds: () => readonly number[]): ReadonlySet<number> => keep(key, listIds).idSet,
    /** Forgets the scopes that hold a tag; without one, all. */
    forget(tag?: string): void {
      for (const key of kept.keys()) if (tag === undefined || key.split(',').includes(tag)) kept.delete(key);
    },
  };
}

function makeScope(ids: readonly number[]): KeptScope {
  return { ids, idSet: new Set(ids) };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < b.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
