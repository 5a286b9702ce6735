// Updates stored terms and vectors to the current analyzer and embedder, in small transactions that can be
// resumed.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { embedTexts } from '../core/library/embed-texts.js';
import type { Analyzer, Embedder } from '../core/ports.js';
import { encodeVector } from './sqlite/blobs.js';
import type { Connection } from './sqlite/database.js';
import { createTextMerger } from './sqlite/full-text.js';
import { createVectorCache, dropPendingVectors } from './sqlite/pending-vectors.js';
import type { IndexedVector } from './sqlite/stored-vectors.js';

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

/** Ids of the visible passages without a vector of this fingerprint, in order. */
export function listUnembedded(database: Connection, fingerprint: string): readonly number[] {
  return database
    .prepare(
      `SELECT p.id FROM passages p JOIN articles a ON a.key = p.article
       WHERE a.visible = 1 AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.passage = p.id AND v.fingerprint = ?)
       ORDER BY p.id`,
    )
    .pluck()
    .all(fingerprint) as number[];
}

/** Options for {@link embedPassages}. */
interface EmbedPassagesOptions {
  readonly onStep: OnProgress;
  /** Called with the stored vectors of visible passages, all of one library. */
  readonly onVectors: (library: number, vectors: readonly IndexedVector[]) => Promise<void>;
  readonly signal: AbortSignal;
}

interface UnembeddedPassage {
  readonly id: number;
  readonly text: string;
  readonly library: number;
  readonly language: string;
}

/**
 * Embeds these passages and stores their vectors. Skips those that were removed meanwhile.
 * @throws whatever the embedder throws; the signal's reason
 */
export async function embedPassages(
  database: Connection,
  embedder: Embedder,
  ids: readonly number[],
  { onStep, onVectors, signal }: EmbedPassagesOptions,
): Promise<void> {
  const { fingerprint, batchSize = EMBEDDING_BATCH, concurrency = 1 } = embedder;
  const cache = createVectorCache(database);
  const read = createPassageReader(database);
  // A passage may be removed while it is being embedded.
  const insert = database.prepare(
    `INSERT OR IGNORE INTO vectors (passage, fingerprint, vector)
     SELECT @id, @fingerprint, @vector WHERE EXISTS (SELECT 1 FROM passages WHERE id = @id)`,
  );
  const isVisible = database
    .prepare(
      'SELECT EXISTS (SELECT 1 FROM passages p JOIN articles a ON a.key = p.article WHERE p.id = ? AND a.visible = 1)',
    )
    .pluck();
  const step = batchSize * concurrency;
  for (let from = 0; from < ids.length; from += step) {
    signal.throwIfAborted();
    const passages = ids.slice(from, from + step).flatMap((id) => read(id) ?? []);
    for (const group of groupByOrigin(passages)) {
      const [{ library, language } = { library: 0, language: '' }] = group;
      const texts = group.map(({ text }) => text);
      const vectors = await embedTexts(embedder, texts, { signal, language, cache });
      const entries = group.map(({ id }, at) => ({ id, language, vector: vectors[at] as Float32Array }));
      database
        .transaction(() => {
          for (const { id, vector } of entries) insert.run({ id, fingerprint, vector: encodeVector(vector) });
        })
        .immediate();
      dropPendingVectors(database, texts);
      await onVectors(
        library,
        entries.filter(({ id }) => isVisible.get(id) === 1),
      );
    }
    onStep(Math.min(from + step, ids.length), ids.length);
    await yieldToEvents();
  }
}

/** Keeps the last article in memory, because its passages come one after another. */
function createPassageReader(database: Connection): (id: number) => UnembeddedPassage | undefined {
  const selectPassage = database.prepare('SELECT article, start, end FROM passages WHERE id = ?');
  const selectArticle = database.prepare('SELECT text, library, language FROM articles WHERE key = ?');
  let last: { readonly key: number; readonly article: Omit<UnembeddedPassage, 'id'> } | undefined;
  return (id) => {
    const row = selectPassage.get(id) as { article: number; start: number; end: number } | undefined;
    if (!row) return undefined;
    if (last?.key !== row.article) {
      const article = selectArticle.get(row.article) as Omit<UnembeddedPassage, 'id'>;
      last = { key: row.article, article };
    }
    const { text, library, language } = last.article;
    return { id, library, language, text: text.slice(row.start, row.end) };
  };
}

/** Passages of one library and language embed together. */
function groupByOrigin(passages: readonly UnembeddedPassage[]): readonly UnembeddedPassage[][] {
  const groups = new Map<string, UnembeddedPassage[]>();
  for (const passage of passages) {
    const key = `${passage.library} ${passage.language}`;
    const group = groups.get(key);
    if (group) group.push(passage);
    else groups.set(key, [passage]);
  }
  return [...groups.values()];
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
