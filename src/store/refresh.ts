// Brings stored terms and vectors up to the analyzer and embedder in use: resumable, in small transactions.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { AppError } from '../core/errors.js';
import type { Analyzer, Embedder } from '../core/ports.js';
import type { Connection } from './database.js';
import { encodeVector } from './sqlite.js';

/** Passages embedded at once. */
const EMBEDDING_BATCH = 32;

type OnStep = (done: number, total: number) => void;

/** Embeds texts and checks what comes back. @throws AppError `engine/bad-vectors` */
async function embedTexts(embedder: Embedder, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors = await embedder.embedDocuments([...texts]);
  if (vectors.length !== texts.length || vectors.some((vector) => vector.length !== embedder.dimensions)) {
    throw new AppError({
      code: 'engine/bad-vectors',
      message: `The embedder ${embedder.fingerprint} returned vectors of another number or dimension than it promised.`,
      advice: 'Check the embedding model and its dimension in the configuration.',
    });
  }
  return vectors.map((vector) => Float32Array.from(vector));
}

/**
 * Embeds every passage that has no vector of this fingerprint; what was embedded before an interruption stays.
 * Vectors of other fingerprints are dropped only when all are there.
 */
export async function refreshEmbeddings(
  database: Connection,
  embedder: Embedder,
  onStep: OnStep,
  signal?: AbortSignal,
): Promise<void> {
  const { fingerprint } = embedder;
  const missing = database
    .prepare(
      `SELECT id FROM passages WHERE NOT EXISTS
         (SELECT 1 FROM vectors v WHERE v.passage = passages.id AND v.fingerprint = ?)`,
    )
    .pluck()
    .all(fingerprint) as number[];
  const insert = database.prepare(
    'INSERT OR IGNORE INTO vectors (passage, fingerprint, vector) VALUES (?, ?, ?)',
  );
  const text = database.prepare(
    'SELECT a.text, p.start, p.end FROM passages p JOIN articles a ON a.key = p.article WHERE p.id = ?',
  );
  for (let from = 0; from < missing.length; from += EMBEDDING_BATCH) {
    signal?.throwIfAborted();
    const ids = missing.slice(from, from + EMBEDDING_BATCH);
    const texts = ids.map((id) => {
      const row = text.get(id) as { text: string; start: number; end: number };
      return row.text.slice(row.start, row.end);
    });
    const vectors = await embedTexts(embedder, texts);
    database
      .transaction(() => {
        for (const [index, vector] of vectors.entries())
          insert.run(ids[index], fingerprint, encodeVector(vector));
      })
      .immediate();
    onStep(from + ids.length, missing.length);
    await yieldToEvents();
  }
  database.prepare('DELETE FROM vectors WHERE fingerprint <> ?').run(fingerprint);
}

/** Makes the full-text terms anew when the analyzer changed. */
export async function refreshTerms(
  database: Connection,
  analyzer: Analyzer,
  onStep: OnStep,
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
      onStep(Math.min(ids.length, from + EMBEDDING_BATCH), ids.length);
      await yieldToEvents();
    }
  }
  database
    .prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('analyzer', ?)")
    .run(analyzer.fingerprint);
}
