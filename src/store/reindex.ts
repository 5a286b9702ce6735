// Updates stored terms and vectors to the current analyzer and embedder, in small transactions that can be
// resumed.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { embedTexts } from '../core/library/embed-texts.js';
import type { Analyzer, Embedder } from '../core/ports.js';
import { encodeVector } from './sqlite/article-store.js';
import type { Connection } from './sqlite/database.js';
import { createTextMerger } from './sqlite/full-text.js';
import { createVectorCache, dropPendingVectors } from './sqlite/pending-vectors.js';

/** Passages per batch. */
const EMBEDDING_BATCH = 32;
/** Vectors deleted before the event loop gets a turn, which takes a few milliseconds. */
const VECTORS_PER_STEP = 256;

type OnProgress = (done: number, total: number) => void;

/** Whether any passage has a vector with this fingerprint. */
export function hasVectors(database: Connection, fingerprint: string): boolean {
  const select = database.prepare('SELECT EXISTS (SELECT 1 FROM vectors WHERE fingerprint = ?)').pluck();
  return select.get(fingerprint) === 1;
}

/** Ids of the passages without a vector of this fingerprint, in order. */
export function listUnembedded(database: Connection, fingerprint: string): readonly number[] {
  return database
    .prepare(
      `SELECT id FROM passages WHERE NOT EXISTS
         (SELECT 1 FROM vectors v WHERE v.passage = passages.id AND v.fingerprint = ?)`,
    )
    .pluck()
    .all(fingerprint) as number[];
}

/**
 * Embeds every passage without a vector of this fingerprint. After an interruption it resumes where it
 * stopped.
 */
export async function reembedPassages(
  database: Connection,
  embedder: Embedder,
  onStep: OnProgress,
  signal?: AbortSignal,
): Promise<void> {
  const { fingerprint, batchSize = EMBEDDING_BATCH, concurrency = 1 } = embedder;
  const missing = listUnembedded(database, fingerprint);
  const cache = createVectorCache(database);
  // A passage may be removed while it is being embedded.
  const insert = database.prepare(
    `INSERT OR IGNORE INTO vectors (passage, fingerprint, vector)
     SELECT @id, @fingerprint, @vector WHERE EXISTS (SELECT 1 FROM passages WHERE id = @id)`,
  );
  const text = database.prepare(
    'SELECT a.text, p.start, p.end FROM passages p JOIN articles a ON a.key = p.article WHERE p.id = ?',
  );
  const step = batchSize * concurrency;
  for (let from = 0; from < missing.length; from += step) {
    signal?.throwIfAborted();
    const passages = missing.slice(from, from + step).flatMap((id) => {
      const row = text.get(id) as { text: string; start: number; end: number } | undefined;
      return row ? [{ id, text: row.text.slice(row.start, row.end) }] : [];
    });
    const texts = passages.map((passage) => passage.text);
    const vectors = await embedTexts(embedder, texts, { signal, cache });
    database
      .transaction(() => {
        for (const [index, { id }] of passages.entries()) {
          insert.run({ id, fingerprint, vector: encodeVector(vectors[index] as Float32Array) });
        }
      })
      .immediate();
    dropPendingVectors(database, texts);
    onStep(Math.min(from + step, missing.length), missing.length);
    await yieldToEvents();
  }
}

/** Deletes the vectors of all other fingerprints. */
export async function dropOtherVectors(
  database: Connection,
  fingerprint: string,
  signal: AbortSignal,
): Promise<void> {
  database.prepare('DELETE FROM kept_vectors WHERE fingerprint <> ?').run(fingerprint);
  const last = database
    .prepare('SELECT max(passage) FROM vectors WHERE fingerprint <> ?')
    .pluck()
    .get(fingerprint) as number | null;
  const drop = database.prepare(
    'DELETE FROM vectors WHERE passage > ? AND passage <= ? AND fingerprint <> ?',
  );
  for (let from = 0; from < (last ?? 0); from += VECTORS_PER_STEP) {
    drop.run(from, from + VECTORS_PER_STEP, fingerprint);
    await yieldToEvents();
    signal.throwIfAborted();
  }
}

/** Recomputes the full-text terms if the analyzer has changed. */
export async function reanalyzePassages(
  database: Connection,
  analyzer: Analyzer,
  onStep: OnProgress,
  signal?: AbortSignal,
): Promise<void> {
  const known = database.prepare("SELECT value FROM meta WHERE key = 'analyzer'").pluck().get();
  if (known !== analyzer.fingerprint) {
    const ids = database.prepare('SELECT id FROM passages').pluck().all() as number[];
    const select = database.prepare(
      `SELECT a.key, a.library, a.language, a.text, p.start, p.end
       FROM passages p JOIN articles a ON a.key = p.article WHERE p.id = ?`,
    );
    const insert = database.prepare(
      'INSERT OR REPLACE INTO passages_text (rowid, scope, terms) VALUES (?, ?, ?)',
    );
    const mergeText = createTextMerger(database);
    const rewrite = database.transaction((batch: readonly number[]) => {
      for (const id of batch) {
        const row = select.get(id) as {
          key: number;
          library: number;
          language: string;
          text: string;
          start: number;
          end: number;
        };
        const terms = analyzer.terms(row.text.slice(row.start, row.end), row.language);
        insert.run(id, `l${row.library} a${row.key}`, terms.join(' '));
      }
    });
    for (let from = 0; from < ids.length; from += EMBEDDING_BATCH) {
      signal?.throwIfAborted();
      rewrite.immediate(ids.slice(from, from + EMBEDDING_BATCH));
      mergeText();
      onStep(Math.min(ids.length, from + EMBEDDING_BATCH), ids.length);
      await yieldToEvents();
    }
  }
  database
    .prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('analyzer', ?)")
    .run(analyzer.fingerprint);
}
