// Scalar-quantized vectors in memory: 8 bits per number, compared with SIMD instructions. They take a quarter
// of the memory and are accurate enough to select candidates.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Path in the package. Compiled from `assembly/compare.ts`, which documents its export. */
const COMPILED = 'dist/src/store/vectors/assembly/compare.wasm';
/** Size of a WebAssembly memory page. */
const PAGE_BYTES = 65_536;
/** Numbers compared per step, which fill two SIMD registers. */
const BLOCK = 16;
/** Bytes after a row's numbers, for its scale and for alignment. */
const SCALE_BYTES = 16;
/** Rows compared in one call. */
const ROWS_PER_CALL = 4_096;
/** If the best row of a block is too far away, the rest of the block is skipped. */
const ROWS_PER_BLOCK = 64;
/** Largest code of a quantized number. */
const MAX_CODE = 127;
/** Largest code of a quantized query number, which has 16 bits… */
const MAX_QUERY_CODE = 32_767;
/** …unless the sum of the codes would exceed this. Times `MAX_CODE` it stays below 2^31. */
const MAX_QUERY_SUM = 2 ** 24;

/** Row 0 is equally far from everything. */
export const NO_ROW = 0;

type Compare = (
  width: number,
  size: number,
  query: number,
  list: number,
  count: number,
  rows: number,
  products: number,
  highest: number,
  block: number,
) => void;

let compiled: WebAssembly.Module | undefined;

/** Rows in memory, with one byte per number plus 16 bytes. */
export class QuantizedVectors {
  readonly #dimensions: number;
  readonly #width: number;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #compare: Compare;
  /** Byte offsets in memory. */
  readonly #list: number;
  readonly #products: number;
  readonly #highest: number;
  readonly #rows: number;
  readonly #rowBytes: number;
  #size = 1;
  readonly #free: number[] = [];

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#width = Math.ceil(dimensions / BLOCK) * BLOCK;
    this.#list = this.#width * 2;
    this.#products = this.#list + ROWS_PER_CALL * 4;
    this.#highest = this.#products + ROWS_PER_CALL * 4;
    this.#rows = this.#highest + (ROWS_PER_CALL / ROWS_PER_BLOCK) * 4;
    this.#rowBytes = this.#width + SCALE_BYTES;
    const { exports } = new WebAssembly.Instance(compileOnce(), { env: { memory: this.#memory } });
    this.#compare = exports['compare'] as Compare;
    this.#reserve(1);
  }

  /** @returns the row of the vector */
  add(vector: Float32Array): number {
    const row = this.#free.pop() ?? this.#size;
    if (row === this.#size) this.#reserve(row + 1);
    const from = this.#rows + row * this.#rowBytes;
    const values = new Int8Array(this.#memory.buffer, from, this.#dimensions);
    const scale = largest(vector) / MAX_CODE || 1;
    round(vector, scale, values);
    new Float32Array(this.#memory.buffer, from + this.#width, 1)[0] = scale;
    this.#size = Math.max(this.#size, row + 1);
    return row;
  }

  /** Frees the row for another vector. */
  remove(row: number): void {
    this.#free.push(row);
  }

  /**
   * Returns the positions in `rows` of the `limit` highest dot products with `vector`, highest first, up to
   * rounding.
   */
  nearest(vector: Float32Array, rows: Uint32Array, limit: number): readonly number[] {
    const { buffer } = this.#memory;
    const list = new Uint32Array(buffer, this.#list, ROWS_PER_CALL);
    const products = new Float32Array(buffer, this.#products, ROWS_PER_CALL);
    const highest = new Float32Array(buffer, this.#highest, ROWS_PER_CALL / ROWS_PER_BLOCK);
    const best = createTopK(limit);
    writeQuery(vector, new Int16Array(buffer, 0, this.#dimensions));
    for (let from = 0; from < rows.length; from += ROWS_PER_CALL) {
      const some = rows.subarray(from, from + ROWS_PER_CALL);
      list.set(some);
      this.#compareListed(some.length);
      for (let block = 0; block * ROWS_PER_BLOCK < some.length; block += 1) {
        if (!best.wouldTake(highest[block] as number)) continue;
        const first = block * ROWS_PER_BLOCK;
        const last = Math.min(first + ROWS_PER_BLOCK, some.length);
        for (let at = first; at < last; at += 1) best.offer(from + at, products[at] as number);
      }
    }
    return best.places;
  }

  #compareListed(count: number): void {
    const [width, size, query] = [this.#width, this.#rowBytes, 0];
    const [list, rows, products, highest] = [this.#list, this.#rows, this.#products, this.#highest];
    this.#compare(width, size, query, list, count, rows, products, highest, ROWS_PER_BLOCK);
  }

  #reserve(rows: number): void {
    const { byteLength } = this.#memory.buffer;
    const missing = this.#rows + rows * this.#rowBytes - byteLength;
    // Reserves a sixteenth more than needed, because growing has a cost.
    if (missing > 0) this.#memory.grow(Math.ceil((missing + byteLength / 16) / PAGE_BYTES));
  }
}

/** The query's scale doesn't change the order of the rows, so it is left out. */
function writeQuery(vector: Float32Array, query: Int16Array): void {
  let sum = 0;
  for (const value of vector) sum += Math.abs(value);
  round(vector, Math.max(largest(vector) / MAX_QUERY_CODE, sum / MAX_QUERY_SUM) || 1, query);
}

/** Keeps the best of the offered values. Most are rejected. */
function createTopK(limit: number) {
  const places: number[] = [];
  const scores: number[] = [];
  const wouldTake = (score: number): boolean =>
    places.length < limit || score > (scores[scores.length - 1] as number);
  return {
    /** Best first. Of equal values, the one offered first comes first. */
    places,
    wouldTake,
    offer(place: number, score: number): void {
      if (!wouldTake(score)) return;
      let at = scores.length;
      while (at > 0 && (scores[at - 1] as number) < score) at -= 1;
      places.splice(at, 0, place);
      scores.splice(at, 0, score);
      if (places.length > limit) {
        places.pop();
        scores.pop();
      }
    },
  };
}

function compileOnce(): WebAssembly.Module {
  const root = dirname(createRequire(import.meta.url).resolve('footnote-bot/package.json'));
  compiled ??= new WebAssembly.Module(readFileSync(join(root, COMPILED)));
  return compiled;
}

/** Writes the multiples of `scale` that are nearest to the numbers. */
function round(vector: Float32Array, scale: number, multiples: Int8Array | Int16Array): void {
  for (let at = 0; at < vector.length; at += 1) {
    const multiple = (vector[at] as number) / scale;
    // Storing as an integer truncates towards zero, so this rounds.
    multiples[at] = multiple < 0 ? multiple - 0.5 : multiple + 0.5;
  }
}

function largest(vector: Float32Array): number {
  let most = 0;
  for (let at = 0; at < vector.length; at += 1) most = Math.max(most, Math.abs(vector[at] as number));
  return most;
}
