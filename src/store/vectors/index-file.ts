// The graph's file: written beside its place and renamed, and checked in full before hnswlib, which trusts what it
// reads, sees it. Nothing here blocks the event loop: hnswlib works on a thread of its own.
import { createReadStream } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import hnswlib from 'hnswlib-node';
import { isOtherLiveProcess } from '../process-alive.js';
import type { HnswGraph } from './hnsw-graph.js';

/** Bytes checked at once: well under a millisecond. */
const CHUNK_BYTES = 2 ** 20;

/** What a graph is of: a file of another is not taken for ours. */
export interface IndexOrigin {
  readonly storeId: string;
  readonly fingerprint: string;
  readonly dimensions: number;
}

/** What the `.json` beside the graph says of it. */
interface Sidecar extends IndexOrigin {
  readonly crc32: number;
  readonly deleted: readonly number[];
}

/** A crash leaves the old file or the new one, or a pair that does not match and is not trusted. */
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

/** The graph and its deleted labels, or undefined where the file is missing, damaged or another's. */
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
    // Another process may have put its own in place since the check.
    return (await stat(file)).ino === before.ino ? { graph, deleted: sidecar.deleted } : undefined;
  } catch {
    // The store holds every vector, so the graph is simply built again.
    await rm(file, { force: true });
    return undefined;
  }
}

/** Removes the graph, if there is one: a store that needs none keeps none. */
export async function removeIndexFile(file: string): Promise<void> {
  for (const name of [file, `${file}.json`]) await rm(name, { force: true });
}

/** Removes what killed processes left half written beside the file; call it before this one writes. */
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
