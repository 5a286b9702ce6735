// The file of the HNSW index. It is written under a temporary name and renamed, and verified by checksum
// before hnswlib loads it, because hnswlib trusts what it reads. hnswlib works on its own thread, so nothing
// here blocks the event loop.
import { createReadStream } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import hnswlib from 'hnswlib-node';
import { isOtherLiveProcess } from '../process-alive.js';
import type { HnswGraph } from './hnsw-graph.js';

/** Bytes hashed at a time, which takes well under a millisecond. */
const CHUNK_BYTES = 2 ** 20;

/** Identifies the vectors in the index, so that another store's file isn't mistaken for ours. */
export interface IndexOrigin {
  readonly storeId: string;
  readonly fingerprint: string;
  readonly dimensions: number;
}

/** The metadata in the `.json` next to the graph file. */
interface Sidecar extends IndexOrigin {
  readonly crc32: number;
  readonly deleted: readonly number[];
}

/** After a crash there is the old file, the new one, or a mismatched pair that won't be trusted. */
export async function writeIndexFile(
  graph: HnswGraph,
  deleted: Iterable<number>,
  file: string,
  { storeId, fingerprint, dimensions }: IndexOrigin,
): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await graph.writeIndex(temporary);
    const sidecar: Sidecar = {
      ...{ storeId, fingerprint, dimensions, deleted: [...deleted] },
      crc32: await checksum(temporary),
    };
    await writeFile(`${temporary}.json`, JSON.stringify(sidecar));
    await rename(temporary, file);
    await rename(`${temporary}.json`, `${file}.json`);
  } finally {
    for (const left of [temporary, `${temporary}.json`]) await rm(left, { force: true });
  }
}

/** Returns the graph and its deleted labels, or undefined if the file is missing, damaged or foreign. */
export async function readIndexFile(
  file: string,
  origin: IndexOrigin,
): Promise<{ readonly graph: HnswGraph; readonly deleted: readonly number[] } | undefined> {
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
    return (await stat(file)).ino === before.ino ? { graph, deleted: sidecar.deleted } : undefined;
  } catch {
    // The store has every vector, so the graph can be rebuilt.
    await rm(file, { force: true });
    return undefined;
  }
}

/** Removes the index file, if there is one, when the store no longer needs it. */
export async function removeIndexFile(file: string): Promise<void> {
  for (const name of [file, `${file}.json`]) await rm(name, { force: true });
}

/** Removes half-written files of processes that were killed. Call it before this process writes. */
export async function removeStaleIndexFiles(file: string): Promise<void> {
  const prefix = `${basename(file)}.`;
  for (const name of await readdir(dirname(file))) {
    const [writer = '', ...rest] = name.startsWith(prefix) ? name.slice(prefix.length).split('.') : [];
    if (!rest.includes('tmp') || isOtherLiveProcess(Number(writer))) continue;
    await rm(join(dirname(file), name), { force: true });
  }
}

async function checksum(file: string): Promise<number> {
  let sum = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    sum = crc32(chunk as Buffer, sum);
  }
  return sum;
}
