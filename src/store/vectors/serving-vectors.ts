// Chooses the vectors to search: those of the current embedder once they are complete, and until then a former embedder's.
// Embeds what has no vector yet.
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../core/errors.js';
import { type Embedder, ONLY_SPACE, type VectorSpace } from '../../core/ports.js';
import { dropOtherVectors, embedPassages, hasVectors, listUnembedded } from '../reindex.js';
import type { StoreChange } from '../sqlite/articles/article-store.js';
import type { Connection } from '../sqlite/database.js';
import { createStoredVectors, type IndexedVector, type StoredVectors } from '../sqlite/stored-vectors.js';
import { STORE_TEXT } from '../text.js';
import { removeFormerIndexFiles } from './graph-file.js';
import { LibraryIndexes } from './library-indexes.js';

/**
 * Up to this many passages of a library are compared one by one, which takes as long as a search of the graph with the
 * same recall. Measured in docs/speed.md.
 */
const EXACT_MAX_PASSAGES = 5_000;
/** If the model couldn't embed what is missing, it is tried again after this time. */
const RETRY_AFTER_MS = 60_000;

/** The vectors to search and the embedder that made them. */
export interface SearchableVectors {
  readonly embedder: Embedder;
  readonly indexes: LibraryIndexes;
  readonly stored: StoredVectors;
  spaceOf(language: string): VectorSpace;
}

export interface OpenVectorsOptions {
  readonly storeId: string;
  readonly embedder: Embedder;
  /** Embedders that are still available. Their vectors may serve until the new ones are complete. */
  readonly formerEmbedders: readonly Embedder[];
  /** True: missing vectors are computed while the store is in use. False: before it opens. */
  readonly embedsMeanwhile: boolean;
  /** Libraries of at most this many passages are searched exactly. Default: {@link EXACT_MAX_PASSAGES}. */
  readonly exactMaxPassages: number | undefined;
  readonly onProgress: (step: 'embedding' | 'graph', done: number, total: number) => void;
  readonly onWarning: (warning: string) => void;
  /** Ends the work when the store closes. */
  readonly signal: AbortSignal;
}

export interface VectorSearch {
  readonly current: () => SearchableVectors | undefined;
  /** Whether passages are being embedded in the background. */
  readonly isEmbedding: () => boolean;
  /** Settles when every passage has a vector, or the store is closed. Never rejects. */
  readonly embedded: () => Promise<void>;
  /** Settles when every library that needs a graph has one, or the store is closed. Never rejects. */
  readonly indexed: () => Promise<void>;
  /** Applies a change of the store to the indexes. Passages without a vector are then embedded in the background. */
  readonly applyChange: (change: StoreChange) => Promise<void>;
  /** Waits for the work that the signal has ended. */
  readonly close: () => Promise<void>;
}

/**
 * Embeds the passages that the current embedder hasn't embedded, and opens the indexes. If its model is unreachable, or
 * embedding happens in the background, a former embedder's vectors serve, as long as that embedder can still embed
 * questions. The built-in one always can. Otherwise only full-text search works until the vectors are complete.
 * @throws AppError `engine/bad-vectors`, or the signal's reason
 */
export async function openVectors(database: Connection, options: OpenVectorsOptions): Promise<VectorSearch> {
  const { embedder, formerEmbedders, embedsMeanwhile, onProgress, onWarning, signal } = options;
  const dataDir = dirname(database.name);
  let current: SearchableVectors | undefined;
  let embedding: Promise<void> | undefined;
  /** Passages to embed. Listing what is missing in a large store would block, so each change adds its own. */
  let unembedded: number[] = [];
  await removeFormerIndexFiles(dataDir);

  const isOwn = (vectors: SearchableVectors | undefined) =>
    vectors?.embedder.fingerprint === embedder.fingerprint;

  const listMissing = () => [...listUnembedded(database, embedder.fingerprint)];

  const embed = (ids: readonly number[]) =>
    embedPassages(database, embedder, ids, {
      onStep: (done, total) => onProgress('embedding', done, total),
      async onVectors(library, vectors) {
        if (current && isOwn(current)) await current.indexes.change(library, vectors, []);
      },
      signal,
    });

  async function serve(by: Embedder): Promise<void> {
    const before = current;
    if (before?.embedder.fingerprint === by.fingerprint) {
      current = { ...before, embedder: by };
      return;
    }
    // Both use the same files.
    await before?.indexes.release();
    const stored = createStoredVectors(database, by.fingerprint);
    const spaceOf = (language: string) => by.spaceOf?.(language) ?? ONLY_SPACE;
    const indexes = await LibraryIndexes.open(stored, {
      ...{ storeId: options.storeId, fingerprint: by.fingerprint, dimensions: by.dimensions },
      ...{ database: database.name, folder: join(dataDir, 'vectors'), spaceOf, signal },
      exactMaxPassages: options.exactMaxPassages ?? EXACT_MAX_PASSAGES,
      onProgress: (done, total) => onProgress('graph', done, total),
    });
    current = { embedder: by, indexes, stored, spaceOf };
    await before?.indexes.close();
    // Passages that became visible while the vectors were read went to the previous indexes.
    await indexes.reconcile();
    signal.throwIfAborted();
  }

  async function serveOwn(): Promise<void> {
    await serve(embedder);
    await dropOtherVectors(database, embedder.fingerprint, signal);
  }

  async function applyChange({ library, language, added, removed }: StoreChange): Promise<void> {
    // While a former embedder's vectors serve, new passages are found by full text only.
    const vectors = isOwn(current)
      ? added.flatMap(({ id, vector = current?.stored.read(id) }): IndexedVector[] =>
          vector ? [{ id, vector, language }] : [],
        )
      : [];
    await current?.indexes.change(library, vectors, removed);
    const missing = added.flatMap(({ id, vector }) => (vector ? [] : [id]));
    if (missing.length > 0) embedInBackground(missing);
  }

  function warnOrThrow(error: unknown): void {
    signal.throwIfAborted();
    const isEngineError = error instanceof AppError && error.code.startsWith('engine/');
    if (!isEngineError || error.code === 'engine/bad-vectors') throw error;
    onWarning(STORE_TEXT.embeddingIncomplete(`${error.message} ${error.advice}`));
  }

  /** Runs until everything is embedded or the store is closed. */
  async function embedAll(): Promise<void> {
    while (unembedded.length > 0) {
      const ids = unembedded;
      unembedded = [];
      try {
        await embed(ids);
      } catch (error) {
        warnOrThrow(error);
        await wait(RETRY_AFTER_MS, undefined, { signal });
        unembedded = listMissing();
      }
    }
    if (!isOwn(current)) await serveOwn();
  }

  function embedInBackground(ids: readonly number[]): void {
    for (const id of ids) unembedded.push(id);
    embedding ??= embedAll()
      .catch((error: unknown) => {
        if (signal.aborted) return;
        onWarning(error instanceof AppError ? `${error.message} ${error.advice}` : String(error));
      })
      .finally(() => {
        embedding = undefined;
        // A change may have come after the last look.
        if (unembedded.length > 0 && !signal.aborted) embedInBackground([]);
      });
  }

  let missing = listMissing();
  if (missing.length > 0 && !embedsMeanwhile) {
    await embed(missing).catch(warnOrThrow);
    missing = listMissing();
  }
  if (missing.length === 0) await serveOwn();
  else {
    const formerEmbedder = [...formerEmbedders, embedder].find(({ fingerprint }) =>
      hasVectors(database, fingerprint),
    );
    if (formerEmbedder) await serve(formerEmbedder);
    embedInBackground(missing);
  }
  return {
    ...{ current: () => current, applyChange },
    isEmbedding: () => embedding !== undefined,
    embedded: async () => embedding,
    indexed: async () => current?.indexes.whenBuilt(),
    async close() {
      await embedding;
      await current?.indexes.close();
    },
  };
}
