// Reads stored vectors, one at a time or all of them for an index.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { decodeVector } from './article-store.js';
import type { Connection } from './database.js';

/** Ids listed before the event loop gets a turn, which takes a few milliseconds. */
const IDS_PER_STEP = 4_000;
/** Vectors read before the event loop gets a turn. */
const VECTORS_PER_STEP = 512;

export type StoredVectors = ReturnType<typeof createStoredVectors>;

export function createStoredVectors(database: Connection, fingerprint: string) {
  const vector = database.prepare('SELECT vector FROM vectors WHERE passage = ? AND fingerprint = ?').pluck();
  const visible = database
    .prepare(
      `SELECT v.passage FROM vectors v JOIN passages p ON p.id = v.passage JOIN articles a ON a.key = p.article
       WHERE v.passage > ? AND v.fingerprint = ? AND a.visible = 1 ORDER BY v.passage LIMIT ?`,
    )
    .pluck();
  // In the order in which they are stored in the file, which is fastest.
  const following = database
    .prepare(
      'SELECT rowid, passage, vector FROM vectors WHERE rowid > ? AND +fingerprint = ? ORDER BY rowid LIMIT ?',
    )
    .raw();

  return {
    /** A passage's vector. Undefined if it has none of this fingerprint (yet). */
    read(passage: number): Float32Array | undefined {
      const blob = vector.get(passage, fingerprint) as Buffer | undefined;
      return blob && decodeVector(blob);
    },
    /**
     * Yields every vector with its passage, visible or not, in batches between which the event loop gets a
     * turn.
     */
    async *readAll(): AsyncIterable<readonly (readonly [passage: number, vector: Float32Array])[]> {
      for (let last = 0; ; await yieldToEvents()) {
        const rows = following.all(last, fingerprint, VECTORS_PER_STEP) as [number, number, Buffer][];
        yield rows.map(([, passage, blob]) => [passage, decodeVector(blob)] as const);
        if (rows.length < VECTORS_PER_STEP) return;
        last = rows.at(-1)?.[0] ?? last;
      }
    },
    /** Ids of the visible passages with a vector. Ends early once `isStopped` returns true. */
    async listVisible(isStopped: () => boolean): Promise<ReadonlySet<number>> {
      const found = new Set<number>();
      for (let last = 0; !isStopped(); await yieldToEvents()) {
        const ids = visible.all(last, fingerprint, IDS_PER_STEP) as number[];
        for (const id of ids) found.add(id);
        if (ids.length < IDS_PER_STEP) break;
        last = ids.at(-1) ?? last;
      }
      return found;
    },
  };
}
