// Vectors rounded to 8 bits a number, in memory, compared with the processor's vector instructions: a quarter of their
// size, and near enough to tell which few are worth comparing as they are stored.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Below the package's folder; compiled from `assembly/compare.ts`, which says what its export does. */
const COMPILED = 'dist/src/store/vectors/assembly/compare.wasm';
/** Bytes of a page of WebAssembly's memory. */
const PAGE_BYTES = 65_536;
/** Rows are compared in blocks of so many numbers: what two of the processor's registers take. */
const BLOCK = 16;
/** Behind a row's numbers: what they are multiples of, and some room, so that each row begins like the others. */
const SCALE_BYTES = 16;
/** Rows compared in one call. */
const ROWS_PER_CALL = 4_096;
/** Rows of which only the nearest is looked at, where that one is too far away. */
const ROWS_PER_BLOCK = 64;
/** What the largest number of a vector is rounded to. */
const MAX_CODE = 127;
/** The same of a query, which is given twice the bits … */
const MAX_QUERY_CODE = 32_767;
/** … as far as its numbers add up to no more than this, rounding left aside: times `MOST`, below 2^31. */
const MAX_QUERY_SUM = 2 ** 24;

/** Row 0: equally far from everything. */
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

/** Rows in memory: a byte for each number of a vector, and 16 more. */
export class QuantizedVectors {
  readonly #dimensions: number;
  readonly #width: number;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #compare: Compare;
  /** Places in memory, in bytes. */
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

  /** @returns the row it is kept in */
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

  /** The row may be given to another vector. */
  remove(row: number): void {
    this.#free.push(row);
  }

  /** Places in `rows` of the `limit` whose dot products with `vector` are highest, but for rounding; highest first. */
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
    // A sixteenth more than needed: growing costs a little each time.
    if (missing > 0) this.#memory.grow(Math.ceil((missing + byteLength / 16) / PAGE_BYTES));
  }
}

/** A question's length changes nothing about which rows are nearest: its own scale is left out. */
function writeQuery(vector: Float32Array, query: Int16Array): void {
  let sum = 0;
  for (const value of vector) sum += Math.abs(value);
  round(vector, Math.max(largest(vector) / MAX_QUERY_CODE, sum / MAX_QUERY_SUM) || 1, query);
}

/** Keeps the best of what it is offered; few of many are ever taken. */
function createTopK(limit: number) {
  const places: number[] = [];
  const scores: number[] = [];
  const wouldTake = (score: number): boolean =>
    places.length < limit || score > (scores[scores.length - 1] as number);
  return {
    /** Best first; the first offered of equal ones. */
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
