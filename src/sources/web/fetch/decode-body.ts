// Decompresses what a server sent, up to a limit. zlib's threads do the work.
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { formatBytes, RESPONSE_PROBLEMS, webError } from '../text.js';

type Decompress = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

/** More layers than one are rare, and many of them are an attack. */
const MAX_LAYERS = 2;

/** Node.js has zstd since 22.15. */
const { zstdDecompress } = zlib as { readonly zstdDecompress?: typeof zlib.gunzip };
const inflate: Decompress = promisify(zlib.inflate);
const inflateRaw: Decompress = promisify(zlib.inflateRaw);
const gunzip: Decompress = promisify(zlib.gunzip);

const DECODERS: ReadonlyMap<string, Decompress> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  // Some servers leave out zlib's header, which starts with these four bits.
  ['deflate', (bytes, options) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(bytes, options)],
  ['br', promisify(zlib.brotliDecompress) as Decompress],
  ...(zstdDecompress ? [['zstd', promisify(zstdDecompress) as Decompress] as const] : []),
]);

/** For the request header of this name. */
export const ACCEPT_ENCODING = zstdDecompress ? 'gzip, br, zstd' : 'gzip, br';

/**
 * Undoes the compression that a response declares.
 * @param encoding the `Content-Encoding` header
 * @param maxBytes the most bytes of the result
 * @throws AppError `sources/too-large`, `sources/bad-response`
 */
export async function decodeBody(
  bytes: Uint8Array,
  encoding: string,
  { host, maxBytes }: { readonly host: string; readonly maxBytes: number },
): Promise<Uint8Array> {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (layers.length > MAX_LAYERS)
    throw webError('bad-response', [host, RESPONSE_PROBLEMS.encoding(layers.slice(0, 4).join(', '))]);
  let decoded = bytes;
  for (const name of layers.reverse()) {
    const decompress = DECODERS.get(name);
    if (!decompress) throw webError('bad-response', [host, RESPONSE_PROBLEMS.encoding(name.slice(0, 20))]);
    if (decoded.length === 0) return decoded;
    try {
      decoded = await decompress(decoded, { maxOutputLength: maxBytes });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw webError('too-large', [formatBytes(maxBytes)], error);
      throw webError('bad-response', [host, RESPONSE_PROBLEMS.compression], error);
    }
  }
  return decoded;
}
