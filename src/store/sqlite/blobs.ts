// Spans and vectors as the blobs that SQLite stores.
import type { Passage } from '../../core/text/passage.js';

/** Encodes spans as pairs of 32-bit little-endian offsets. */
export function encodeSpans(spans: Passage['sentences']): Buffer {
  const blob = Buffer.alloc(spans.length * 8);
  for (const [index, { start, end }] of spans.entries()) {
    blob.writeUInt32LE(start, index * 8);
    blob.writeUInt32LE(end, index * 8 + 4);
  }
  return blob;
}

/** Decodes {@link encodeSpans}. */
export function decodeSpans(blob: Buffer): Passage['sentences'] {
  const spans = [];
  for (let at = 0; at < blob.length; at += 8) {
    spans.push({ start: blob.readUInt32LE(at), end: blob.readUInt32LE(at + 4) });
  }
  return spans;
}

export function encodeVector(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Copies the data only if the buffer isn't aligned to four bytes. */
export function decodeVector({ buffer, byteOffset, byteLength }: Buffer): Float32Array {
  if (byteOffset % 4 === 0) return new Float32Array(buffer, byteOffset, byteLength / 4);
  return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
