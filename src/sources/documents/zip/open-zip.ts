// Reads parts of a zip file within limits, so that a small file can't fill the memory when it is unpacked.
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { AppError } from '../../../core/errors.js';
import { decodeText } from '../../decode-text.js';
import { refuseDamaged, refuseEncrypted, refuseTooComplex } from '../refusals.js';

const MAX_ENTRIES = 20_000;
/** Unpacked, of one part. The text of the longest novels is 10 MB. */
const MAX_PART_BYTES = 64 * 2 ** 20;
/** Unpacked, of all parts that are read. */
const MAX_TOTAL_BYTES = 192 * 2 ** 20;

/** An open zip file. */
export interface ZipParts {
  /** The names of its parts, in order. */
  readonly names: readonly string[];
  /**
   * Unpacks a part.
   * @throws AppError `sources/damaged-file` if it isn't there or is damaged, `sources/encrypted-file`, `sources/too-complex`
   */
  read(part: string): Promise<Uint8Array>;
  /** Unpacks a part and decodes it. */
  readText(part: string): Promise<string>;
  close(): void;
}

/** @throws AppError `sources/damaged-file`, `sources/too-complex` */
export async function openZip(name: string, bytes: Uint8Array): Promise<ZipParts> {
  const { zip, entries } = await readDirectory(name, bytes);
  let total = 0;

  async function read(part: string): Promise<Uint8Array> {
    const entry = entries.get(part);
    if (!entry) throw damaged(name, new Error(`it has no part ${part}`));
    if (entry.isEncrypted()) throw refuseEncrypted(name);
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > MAX_PART_BYTES || total > MAX_TOTAL_BYTES)
      throw refuseTooComplex(name, 'is too large when it is unpacked');
    try {
      // yauzl fails if more or fewer bytes come out than the file says.
      const stream: Readable = await zip.openReadStreamPromise(entry);
      return await buffer(stream);
    } catch (cause) {
      throw damaged(name, cause);
    }
  }

  return {
    names: [...entries.keys()],
    read,
    readText: async (part) => decodeText(await read(part)).replace(/^\uFEFF/u, ''),
    close: () => zip.close(),
  };
}

async function readDirectory(
  name: string,
  bytes: Uint8Array,
): Promise<{ zip: ZipFile; entries: ReadonlyMap<string, Entry> }> {
  const entries = new Map<string, Entry>();
  try {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(content, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > MAX_ENTRIES)
      throw refuseTooComplex(name, `has more than ${MAX_ENTRIES.toLocaleString('en')} parts`);
    for await (const entry of zip.eachEntry())
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    return { zip, entries };
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(name, cause);
  }
}

function damaged(name: string, cause: unknown): AppError {
  return refuseDamaged(name, 'a complete file', cause);
}
