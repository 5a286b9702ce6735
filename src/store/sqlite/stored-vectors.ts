// Reads stored vectors, and lists the passages that have one.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { decodeVector } from './blobs.js';
import type { Connection } from './database.js';

/** Ids listed before the event loop gets a turn, which takes a few milliseconds. */
const IDS_PER_STEP = 4_000;

/** Where a passage belongs. */
export interface PassageOrigin {
  /** Row key. */
  readonly library: number;
  /** Of its article. */
  readonly language: string;
}

/** A passage with its vector and the language of its article. */
export interface IndexedVector {
  readonly id: number;
  readonly vector: Float32Array;
  readonly language: string;
}

export type StoredVectors = ReturnType<typeof createStoredVectors>;

export function createStoredVectors(database: Connection, fingerprint: string) {
  const vector = database.prepare('SELECT vector FROM vectors WHERE passage = ? AND fingerprint = ?').pluck();
  const visible = database
    .prepare(
      `SELECT v.passage, a.library, a.language FROM vectors v JOIN passages p ON p.id = v.passage
       JOIN articles a ON a.key = p.article
       WHERE v.passage > ? AND v.fingerprint = ? AND a.visible = 1 ORDER BY v.passage LIMIT ?`,
    )
    .raw();
  return {
    /** A passage's vector. Undefined if it has none of this fingerprint (yet). */
    read(passage: number): Float32Array | undefined {
      const blob = vector.get(passage, fingerprint) as Buffer | undefined;
      return blob && decodeVector(blob);
    },
    /** The visible passages with a vector, in order of their ids. Ends early once `isStopped` returns true. */
    async listVisible(isStopped: () => boolean): Promise<ReadonlyMap<number, PassageOrigin>> {
      const found = new Map<number, PassageOrigin>();
      // Passages of the same library and language share an object, which saves memory.
      const origins = new Map<string, PassageOrigin>();
      for (let last = 0; !isStopped(); await yieldToEvents()) {
        const rows = visible.all(last, fingerprint, IDS_PER_STEP) as [number, number, string][];
        for (const [id, library, language] of rows) {
          const key = `${library} ${language}`;
          const origin = origins.get(key) ?? { library, language };
          origins.set(key, origin);
          found.set(id, origin);
        }
        if (rows.length < IDS_PER_STEP) break;
        last = rows.at(-1)?.[0] ?? last;
      }
      return found;
    },
  };
}
