// The file of a library's HNSW graph. It is written under a temporary name and renamed, and verified by checksum before
// hnswlib loads it, because hnswlib trusts what it reads. Loading happens on hnswlib's own thread.
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import hnswlib from 'hnswlib-node';
import { isOtherLiveProcess } from '../process-alive.js';

/** Bytes hashed at a time, which takes well under a millisecond. */
const CHUNK_BYTES = 2 ** 20;
/** Names of earlier versions, next to the database. */
const FORMER_FILES = /^vectors\.hnsw(?:\.|$)/;

/** Identifies the vectors in a graph, so that another store's file isn't mistaken for ours. */
export interface GraphOrigin {
  readonly storeId: string;
  readonly fingerprint: string;
  readonly dimensions: number;
}

/** The metadata in the `.json` next to the graph file. */
interface Sidecar extends GraphOrigin {
  readonly crc32: number;
  readonly deleted: readonly number[];
}

/** A graph in memory, which no longer changes, except that nodes can be marked as deleted. */
export interface LoadedGraph {
  readonly graph: hnswlib.HierarchicalNSW;
  /** Nodes that are marked as deleted in the file. */
  readonly deleted: readonly number[];
  /** Of the file. */
  readonly crc32: number;
}

/** A temporary file next to the graph file that no other process uses. Creates the folder. */
export async function createTemporaryFile(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return join(folder, `${name}.${process.pid}.${randomUUID()}.tmp`);
}

/**
 * Loads a graph that was just built, then makes it the library's file. If it can't be saved, it still serves until the
 * next start. After a crash there is the old file, the new one, or a mismatched pair that won't be trusted.
 */
export async function adoptGraphFile(
  temporary: string,
  file: string,
  { storeId, fingerprint, dimensions }: GraphOrigin,
  deleted: readonly number[],
): Promise<LoadedGraph> {
  try {
    const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
    await graph.readIndex(temporary);
    const sum = await checksum(temporary);
    const sidecar: Sidecar = { storeId, fingerprint, dimensions, deleted, crc32: sum };
    await writeFile(`${temporary}.json`, JSON.stringify(sidecar))
      .then(() => rename(temporary, file))
      .then(() => rename(`${temporary}.json`, `${file}.json`))
      .catch(() => undefined);
    return { graph, deleted, crc32: sum };
  } finally {
    for (const left of [temporary, `${temporary}.json`]) await removeQuietly(left);
  }
}

/** Returns the library's graph, or undefined if the file is missing, damaged or foreign. */
export async function readGraphFile(file: string, origin: GraphOrigin): Promise<LoadedGraph | undefined> {
  try {
    const sidecar = JSON.parse(await readFile(`${file}.json`, 'utf8')) as Sidecar;
    const { storeId, fingerprint, dimensions } = origin;
    const before = await stat(file);
    const isOurs =
      sidecar.storeId === storeId &&
      sidecar.fingerprint === fingerprint &&
      sidecar.dimensions === dimensions &&
      before.isFile() &&
      sidecar.crc32 === (await checksum(file));
    if (!isOurs) return undefined;
    const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
    await graph.readIndex(file);
    // Another process may have replaced the file since the check.
    return (await stat(file)).ino === before.ino ? { graph, ...sidecar } : undefined;
  } catch {
    // The store has every vector, so the graph can be rebuilt.
    return undefined;
  }
}

/** Removes the graph files that aren't needed, and what killed processes left half-written. */
export async function removeOtherGraphFiles(folder: string, needed: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, writer] = /\.(\d+)\.[\w-]+\.tmp(?:\.json)?$/.exec(name) ?? [];
    const isKept =
      writer === undefined ? needed.has(name.replace(/\.json$/, '')) : isOtherLiveProcess(Number(writer));
    if (!isKept) await removeQuietly(join(folder, name));
  }
}

/** Removes the index files of earlier versions, which had one for all libraries. */
export async function removeFormerIndexFiles(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (FORMER_FILES.test(name)) await removeQuietly(join(dataDir, name));
  }
}

/** A folder in the file's place, or a file that another program holds open, stays. */
async function removeQuietly(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

async function checksum(file: string): Promise<number> {
  let sum = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    sum = crc32(chunk as Buffer, sum);
  }
  return sum;
}
