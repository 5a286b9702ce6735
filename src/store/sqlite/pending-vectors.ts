// Vectors of articles that are still being added, so that paid embedding calls survive an interruption.
import { textDigest } from '../../core/library/embed-texts.js';
import type { VectorCache } from '../../core/store-ports.js';
import { decodeVector, encodeVector } from './blobs.js';
import type { Connection } from './database.js';

export function createVectorCache(database: Connection): VectorCache {
  const select = database
    .prepare('SELECT vector FROM kept_vectors WHERE fingerprint = ? AND digest = ?')
    .pluck();
  const insert = database.prepare(
    `INSERT OR IGNORE INTO kept_vectors (fingerprint, digest, vector, kept_at)
     VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
  );
  return {
    get(fingerprint, digests) {
      const found = new Map<string, Float32Array>();
      for (const digest of digests) {
        const blob = select.get(fingerprint, digest) as Buffer | undefined;
        if (blob) found.set(digest, decodeVector(blob));
      }
      return found;
    },
    put(fingerprint, vectors) {
      database
        .transaction(() => {
          for (const [digest, vector] of vectors) insert.run(fingerprint, digest, encodeVector(vector));
        })
        .immediate();
    },
  };
}

/** Drops the pending vectors of these texts once their article is visible and has its own. */
export function dropPendingVectors(database: Connection, texts: readonly string[]): void {
  if (database.prepare('SELECT NOT EXISTS (SELECT 1 FROM kept_vectors)').pluck().get() === 1) return;
  const forget = database.prepare('DELETE FROM kept_vectors WHERE digest = ?');
  database
    .transaction(() => {
      for (const text of texts) forget.run(textDigest(text));
    })
    .immediate();
}
