// The worker thread that builds a graph. It reads the vectors from the database itself, so that the main thread only
// loads the result.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import hnswlib from 'hnswlib-node';

/** Links per node. More links cost memory and improve recall. Measured in docs/speed.md. */
const LINKS = 16;
/** Candidates considered when a node is linked. More of them slow the build and improve recall. */
const BUILD_CANDIDATES = 200;
const RANDOM_SEED = 7;
/** Deleted nodes still cost search time, so past this share the graph is built anew. */
const MAX_DELETED_SHARE = 0.3;
/** Vectors added between two reports. */
const REPORT_EVERY = 500;

/** What to build. */
export interface BuildRequest {
  readonly database: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  /** The passages that the graph is for. */
  readonly ids: readonly number[];
  /** The library's present graph file, if it may be extended, and the nodes that are deleted in it. */
  readonly base:
    | { readonly file: string; readonly crc32: number; readonly deleted: readonly number[] }
    | undefined;
  /** Where to write the graph. */
  readonly output: string;
}

export type BuildMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'built'; readonly deleted: readonly number[] };

const send = (message: BuildMessage): void => parentPort?.postMessage(message);

send({ kind: 'built', deleted: build(workerData as BuildRequest) });

/** Returns the nodes that are marked as deleted. */
function build({
  database: file,
  fingerprint,
  dimensions,
  ids,
  base,
  output,
}: BuildRequest): readonly number[] {
  const database = new Database(file, { readonly: true });
  const select = database.prepare('SELECT vector FROM vectors WHERE passage = ? AND fingerprint = ?').pluck();
  const { graph, known, deleted } = (base && extend(base, dimensions, ids)) ?? create(dimensions, ids.length);
  const missing = ids.filter((id) => !known.has(id));
  if (known.size + missing.length > graph.getMaxElements()) graph.resizeIndex(known.size + missing.length);
  for (const [at, id] of missing.entries()) {
    const blob = select.get(id, fingerprint) as Buffer | undefined;
    // The passage may have been removed meanwhile.
    if (blob?.length === dimensions * 4) {
      graph.addPoint(Array.from(new Float32Array(Uint8Array.from(blob).buffer)), id);
    }
    if (at % REPORT_EVERY === REPORT_EVERY - 1)
      send({ kind: 'progress', done: at + 1, total: missing.length });
  }
  database.close();
  graph.writeIndexSync(output);
  return deleted;
}

function create(dimensions: number, capacity: number) {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  graph.initIndex({
    ...{ maxElements: Math.max(1, capacity), m: LINKS },
    ...{ efConstruction: BUILD_CANDIDATES, randomSeed: RANDOM_SEED },
  });
  return { graph, known: new Set<number>(), deleted: [] as number[] };
}

/** Loads the present graph and marks what is gone. Undefined if too much is gone, or the file can't be read. */
function extend(base: NonNullable<BuildRequest['base']>, dimensions: number, ids: readonly number[]) {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  try {
    // hnswlib trusts what it reads.
    if (crc32(readFileSync(base.file)) !== base.crc32) return undefined;
    graph.readIndexSync(base.file);
  } catch {
    return undefined;
  }
  const wanted = new Set(ids);
  const known = new Set(graph.getIdsList());
  const deleted = [...known].filter((id) => !wanted.has(id));
  if (deleted.length > MAX_DELETED_SHARE * known.size) return undefined;
  const marked = new Set(base.deleted);
  for (const id of deleted) if (!marked.has(id)) graph.markDelete(id);
  return { graph, known, deleted };
}
