// The vector indexes of all libraries, one for each library and vector space. They are caches of the stored vectors:
// synchronised by comparing passage ids.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { VectorSpace } from '../../core/ports.js';
import type { IndexedVector, PassageOrigin, StoredVectors } from '../sqlite/stored-vectors.js';
import { buildGraph } from './build-graph.js';
import type { Nearest } from './flat-index.js';
import {
  adoptGraphFile,
  createTemporaryFile,
  type GraphOrigin,
  readGraphFile,
  removeOtherGraphFiles,
} from './graph-file.js';
import { LibraryIndex } from './library-index.js';

/** Vectors added before the event loop gets a turn, which takes three milliseconds. */
const VECTORS_PER_STEP = 64;

export interface LibraryIndexesOptions extends GraphOrigin {
  /** Path of the database. */
  readonly database: string;
  /** Folder of the graph files. */
  readonly folder: string;
  /** The vector space of articles in a language. */
  readonly spaceOf: (language: string) => VectorSpace;
  /**
   * Libraries of at most this many passages are searched exactly, larger ones with a graph, unless the space isn't
   * clustered.
   */
  readonly exactMaxPassages: number;
  readonly onProgress: (done: number, total: number) => void;
  /** Ends long work. The next start makes up for it. */
  readonly signal: AbortSignal;
}

/** Row key of a library and name of a space. */
interface IndexKey {
  readonly library: number;
  readonly space: string;
}

/** Use {@link LibraryIndexes.open}. Changes are serialised; searches never wait. */
export class LibraryIndexes {
  readonly #stored: StoredVectors;
  readonly #options: LibraryIndexesOptions;
  readonly #indexes = new Map<string, LibraryIndex>();
  readonly #mutex = pLimit(1);
  /** Graphs are built one at a time. */
  readonly #builds = pLimit(1);
  readonly #building = new Map<string, Promise<void>>();
  #isResyncScheduled = false;
  #isReleased = false;

  private constructor(stored: StoredVectors, options: LibraryIndexesOptions) {
    this.#stored = stored;
    this.#options = options;
  }

  /** Loads the saved graphs that can be trusted, and reads all other vectors. */
  static async open(stored: StoredVectors, options: LibraryIndexesOptions): Promise<LibraryIndexes> {
    const indexes = new LibraryIndexes(stored, options);
    const sizes = new Map<LibraryIndex, number>();
    for (const origin of (await indexes.#listVisible()).values()) {
      const index = indexes.#indexOf(origin);
      sizes.set(index, (sizes.get(index) ?? 0) + 1);
    }
    const large = [...indexes.#indexes].filter(([, index]) => (sizes.get(index) ?? 0) > index.maxFlat);
    await removeOtherGraphFiles(options.folder, new Set(large.map(([name]) => fileName(name))));
    for (const [name, index] of large) {
      const graph = await readGraphFile(join(options.folder, fileName(name)), options);
      if (graph) index.start(graph);
    }
    await indexes.reconcile();
    return indexes;
  }

  /** Number of passages with a vector. */
  get size(): number {
    let size = 0;
    for (const index of this.#indexes.values()) size += index.size;
    return size;
  }

  /** Returns the `limit` nearest passages of a library, nearest first. */
  search(key: IndexKey, vector: Float32Array, limit: number): readonly Nearest[] {
    return this.#indexes.get(nameOf(key))?.search(vector, limit) ?? [];
  }

  /** Settles when no graph is being built. Never rejects. */
  async whenBuilt(): Promise<void> {
    while (this.#building.size > 0) await Promise.all(this.#building.values());
  }

  /** Adds passages that are visible, and removes others of the same library. */
  change(library: number, added: readonly IndexedVector[], removed: readonly number[]): Promise<void> {
    return this.#mutex(async () => {
      for (const [name, index] of this.#indexes) {
        if (!name.startsWith(`${library}-`)) continue;
        for (const id of removed) index.remove(id);
      }
      for (const [at, { id, vector, language }] of added.entries()) {
        this.#indexOf({ library, language }).add(id, vector);
        if (at % VECTORS_PER_STEP === VECTORS_PER_STEP - 1) await yieldToEvents();
      }
      this.#buildWhereNeeded();
    });
  }

  /** Synchronises the indexes with the store in the background, after an unknown change. */
  resyncLater(): void {
    if (this.#isResyncScheduled) return;
    this.#isResyncScheduled = true;
    // The next synchronisation, at the latest at the next start, makes up for a failure.
    void this.reconcile().catch(() => undefined);
  }

  /** Adds and removes vectors until the indexes have exactly the visible passages. */
  reconcile(): Promise<void> {
    return this.#mutex(async () => {
      this.#isResyncScheduled = false;
      const visible = await this.#listVisible();
      // An incomplete list must not remove anything.
      if (this.#options.signal.aborted) return;
      for (const [name, index] of this.#indexes) {
        for (const id of index.ids()) {
          const origin = visible.get(id);
          if (!origin || this.#nameOf(origin) !== name) index.remove(id);
        }
      }
      let read = 0;
      for (const [id, origin] of visible) {
        const index = this.#indexOf(origin);
        if (index.has(id)) continue;
        const vector = this.#stored.read(id);
        if (vector) index.add(id, vector);
        read += 1;
        if (read % VECTORS_PER_STEP === 0) await yieldToEvents();
        if (this.#options.signal.aborted) return;
      }
      this.#buildWhereNeeded();
    });
  }

  /** Leaves the files to other indexes. These can still be searched, but build no more graphs. */
  async release(): Promise<void> {
    this.#isReleased = true;
    await this.whenBuilt();
  }

  /** Waits for the work that the signal has ended. There is nothing to save. */
  async close(): Promise<void> {
    await this.#mutex(() => undefined);
    await this.whenBuilt();
  }

  #listVisible() {
    return this.#stored.listVisible(() => this.#options.signal.aborted);
  }

  #nameOf({ library, language }: PassageOrigin): string {
    return nameOf({ library, space: this.#options.spaceOf(language).name });
  }

  #indexOf(origin: PassageOrigin): LibraryIndex {
    const name = this.#nameOf(origin);
    const known = this.#indexes.get(name);
    if (known) return known;
    const { dimensions, exactMaxPassages, spaceOf } = this.#options;
    const { isClustered } = spaceOf(origin.language);
    const index = new LibraryIndex(dimensions, isClustered ? exactMaxPassages : Number.POSITIVE_INFINITY);
    this.#indexes.set(name, index);
    return index;
  }

  #buildWhereNeeded(): void {
    if (this.#isReleased || this.#options.signal.aborted) return;
    for (const [name, index] of this.#indexes) {
      if (index.size === 0) {
        this.#indexes.delete(name);
        // The next start removes it if that fails.
        void rm(join(this.#options.folder, fileName(name)), { force: true }).catch(() => undefined);
      }
      if (!index.needsBuild || this.#building.has(name)) continue;
      // A failure is made up for after the next change. Until then the flat index does the searching.
      const building = this.#builds(() => this.#build(name, index)).then(
        () => {
          this.#building.delete(name);
          // Much may have been added meanwhile.
          this.#buildWhereNeeded();
        },
        () => void this.#building.delete(name),
      );
      this.#building.set(name, building);
    }
  }

  async #build(name: string, index: LibraryIndex): Promise<void> {
    const { folder, database, fingerprint, dimensions, onProgress, signal } = this.#options;
    const file = join(folder, fileName(name));
    const output = await createTemporaryFile(folder, fileName(name));
    const base = index.graph && { file, crc32: index.graph.crc32, deleted: index.graph.deleted };
    const request = { database, fingerprint, dimensions, ids: index.ids(), base, output };
    const deleted = await buildGraph(request, onProgress, signal);
    const loaded = await adoptGraphFile(output, file, this.#options, deleted);
    let read = 0;
    await this.#mutex(() =>
      index.adopt(
        loaded,
        (id) => this.#stored.read(id),
        () => {
          read += 1;
          return read % VECTORS_PER_STEP === 0 ? yieldToEvents() : undefined;
        },
      ),
    );
  }
}

/** The library comes first, so that all spaces of a library share a prefix. */
function nameOf({ library, space }: IndexKey): string {
  return `${library}-${space}`;
}

function fileName(name: string): string {
  return `${name}.hnsw`;
}
