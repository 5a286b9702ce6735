// Vectors rounded to 8 bits a number, in memory, compared with the processor's vector instructions: a quarter of their
// size, and near enough to tell which few are worth comparing as they are stored.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Below the package's folder; compiled from `assembly/compare.ts`, which says what its export does. */
const COMPILED = 'dist/src/store/assembly/compare.wasm';
/** Bytes of a page of WebAssembly's memory. */
const PAGE_BYTES = 65_536;
/** Rows are compared in blocks of so many numbers: what two of the processor's registers take. */
const BLOCK = 16;
/** Rows compared in one call. */
const ROWS_PER_CALL = 4_096;
/** What the largest number of a vector is rounded to. */
const MOST = 127;
/** The same of a query, which is given twice the bits … */
const MOST_ASKED = 32_767;
/** … as far as its numbers add up to no more than this, rounding left aside: times `MOST`, below 2^31. */
const MOST_ASKED_SUM = 2 ** 24;

/** Row 0: equally far from everything. */
export const NO_ROW = 0;

type Compare = (
  ...places: [width: number, query: number, list: number, count: number, rows: number, products: number]
) => void;

let compiled: WebAssembly.Module | undefined;

/** Rows in memory; each vector of `dimensions` numbers takes `dimensions` bytes, and 4 for its scale. */
export class RoundedVectors {
  readonly #dimensions: number;
  readonly #width: number;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #compare: Compare;
  /** Places in memory, in bytes. */
  readonly #list: number;
  readonly #products: number;
  readonly #rows: number;
  /** What a row's numbers are multiples of. */
  #scales = new Float32Array(1_024);
  #size = 1;
  readonly #free: number[] = [];

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#width = Math.ceil(dimensions / BLOCK) * BLOCK;
    this.#list = this.#width * 2;
    this.#products = this.#list + ROWS_PER_CALL * 4;
    this.#rows = this.#products + ROWS_PER_CALL * 4;
    const { exports } = new WebAssembly.Instance(compileOnce(), { env: { memory: this.#memory } });
    this.#compare = exports['compare'] as Compare;
    this.#reserve(1);
  }

  /** @returns the row it is kept in */
  add(vector: Float32Array): number {
    const row = this.#free.pop() ?? this.#size;
    if (row === this.#size) this.#reserve(row + 1);
    const from = this.#rows + row * this.#width;
    const values = new Int8Array(this.#memory.buffer, from, this.#dimensions);
    const scale = largest(vector) / MOST || 1;
    round(vector, scale, values);
    this.#scales[row] = scale;
    this.#size = Math.max(this.#size, row + 1);
    return row;
  }

  /** The row may be given to another vector. */
  remove(row: number): void {
    this.#free.push(row);
  }

  /** Dot products of `vector` with each of the rows, but for rounding. */
  compare(vector: Float32Array, rows: Uint32Array): Float32Array {
    const similarities = new Float32Array(rows.length);
    const { buffer } = this.#memory;
    const list = new Uint32Array(buffer, this.#list, ROWS_PER_CALL);
    const products = new Int32Array(buffer, this.#products, ROWS_PER_CALL);
    const scale = this.#writeQuery(vector);
    for (let from = 0; from < rows.length; from += ROWS_PER_CALL) {
      const some = rows.subarray(from, from + ROWS_PER_CALL);
      list.set(some);
      this.#compare(this.#width, 0, this.#list, some.length, this.#rows, this.#products);
      for (let at = 0; at < some.length; at += 1)
        similarities[from + at] =
          (products[at] as number) * scale * (this.#scales[some[at] as number] as number);
    }
    return similarities;
  }

  /** @returns what its numbers are multiples of */
  #writeQuery(vector: Float32Array): number {
    const query = new Int16Array(this.#memory.buffer, 0, this.#width);
    let sum = 0;
    for (const value of vector) sum += Math.abs(value);
    const scale = Math.max(largest(vector) / MOST_ASKED, sum / MOST_ASKED_SUM) || 1;
    round(vector, scale, query);
    return scale;
  }

  #reserve(rows: number): void {
    const missing = this.#rows + rows * this.#width - this.#memory.buffer.byteLength;
    // A sixteenth more than needed: growing costs a little each time.
    if (missing > 0)
      this.#memory.grow(Math.ceil(missing / PAGE_BYTES) + (this.#memory.buffer.byteLength >>> 20));
    if (rows <= this.#scales.length) return;
    const scales = new Float32Array(this.#scales.length * 2);
    scales.set(this.#scales);
    this.#scales = scales;
  }
}

function compileOnce(): WebAssembly.Module {
  const root = dirname(createRequire(import.meta.url).resolve('footnote-bot/package.json'));
  compiled ??= new WebAssembly.Module(readFileSync(join(root, COMPILED)));
  return compiled;
}

/** Writes what multiples of `scale` the numbers are nearest to. */
function round(vector: Float32Array, scale: number, multiples: Int8Array | Int16Array): void {
  for (let at = 0; at < vector.length; at += 1) {
    const multiple = (vector[at] as number) / scale;
    // Stored as an integer, it is cut off towards zero.
    multiples[at] = multiple < 0 ? multiple - 0.5 : multiple + 0.5;
  }
}

function largest(vector: Float32Array): number {
  let most = 0;
  for (let at = 0; at < vector.length; at += 1) most = Math.max(most, Math.abs(vector[at] as number));
  return most;
}
