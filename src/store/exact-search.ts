// Exact nearest neighbours: every vector of a scope is compared. Keeps the vectors of recent scopes in memory.
import type { StoredVectors } from './stored-vectors.js';

/** Numbers kept over all scopes: 4 bytes each. */
const MAX_KEPT_NUMBERS = 24_000_000;

interface KeptScope {
  readonly ids: readonly number[];
  readonly idSet: ReadonlySet<number>;
  /** One after the other, in the order of `ids`; read when first compared. */
  vectors?: Float32Array;
  /** Something in it has changed: it is listed anew before it is used, and what stayed is not read again. */
  isStale: boolean;
}

export interface Nearest {
  readonly id: number;
  /** Cosine. */
  readonly similarity: number;
}

export type ExactSearch = ReturnType<typeof createExactSearch>;

export function createExactSearch(stored: StoredVectors, dimensions: number) {
  const kept = new Map<string, KeptScope>();

  function keep(key: string, listIds: () => readonly number[]): KeptScope {
    const known = kept.get(key);
    const scope = known && !known.isStale ? known : makeScope(listIds(), known);
    // Least recently used goes first: a Map keeps insertion order.
    kept.delete(key);
    kept.set(key, scope);
    let numbers = 0;
    for (const { ids } of kept.values()) numbers += ids.length * dimensions;
    for (const [oldest, { ids }] of kept) {
      if (numbers <= MAX_KEPT_NUMBERS || oldest === key) break;
      kept.delete(oldest);
      numbers -= ids.length * dimensions;
    }
    return scope;
  }

  function makeScope(ids: readonly number[], before?: KeptScope): KeptScope {
    const scope = { ids, idSet: new Set(ids), isStale: false };
    return before?.vectors ? { ...scope, vectors: readVectors(ids, before) } : scope;
  }

  /** A passage that has no vector (yet) is far from everything. */
  function readVectors(ids: readonly number[], before?: KeptScope): Float32Array {
    const vectors = new Float32Array(ids.length * dimensions);
    const rows = new Map(before?.ids.map((id, row) => [id, row]));
    for (const [index, id] of ids.entries()) {
      const row = rows.get(id);
      const vector =
        row === undefined
          ? stored.read(id)
          : before?.vectors?.subarray(row * dimensions, (row + 1) * dimensions);
      if (vector?.length === dimensions) vectors.set(vector, index * dimensions);
    }
    return vectors;
  }

  return {
    /** The nearest `limit` of the scope, nearest first. */
    search(
      vector: Float32Array,
      limit: number,
      key: string,
      listIds: () => readonly number[],
    ): readonly Nearest[] {
      const scope = keep(key, listIds);
      scope.vectors ??= readVectors(scope.ids);
      const { ids, vectors } = scope;
      const nearest: Nearest[] = [];
      let least = Number.NEGATIVE_INFINITY;
      for (let index = 0; index < ids.length; index += 1) {
        const similarity = dot(vector, vectors, index * dimensions);
        if (nearest.length >= limit && similarity <= least) continue;
        insert(nearest, { id: ids[index] as number, similarity });
        if (nearest.length > limit) nearest.pop();
        least = nearest.at(-1)?.similarity ?? least;
      }
      return nearest;
    },
    /** Cosine similarity to one passage, 0 where it has no vector yet. */
    similarity(vector: Float32Array, id: number): number {
      const other = stored.read(id);
      return other?.length === dimensions ? dot(vector, other, 0) : 0;
    },
    /** The ids of a scope, for use as a filter. */
    idSet: (key: string, listIds: () => readonly number[]): ReadonlySet<number> => keep(key, listIds).idSet,
    /** The scopes that hold a tag have changed; without one, any may have. */
    follow(tag?: string): void {
      for (const [key, scope] of kept) scope.isStale ||= tag === undefined || key.split(',').includes(tag);
    },
  };
}

/** Of `vector` and the one that begins at `from`; four sums at once, as a single one waits for each addition. */
function dot(vector: Float32Array, vectors: Float32Array, from: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (; at + 3 < vector.length; at += 4) {
    const other = from + at;
    a += (vector[at] as number) * (vectors[other] as number);
    b += (vector[at + 1] as number) * (vectors[other + 1] as number);
    c += (vector[at + 2] as number) * (vectors[other + 2] as number);
    d += (vector[at + 3] as number) * (vectors[other + 3] as number);
  }
  for (; at < vector.length; at += 1) a += (vector[at] as number) * (vectors[from + at] as number);
  return a + b + c + d;
}

/** Keeps the list nearest first; few of many are ever inserted. */
function insert(nearest: Nearest[], one: Nearest): void {
  let at = nearest.length;
  while (at > 0 && (nearest[at - 1] as Nearest).similarity < one.similarity) at -= 1;
  nearest.splice(at, 0, one);
}
