// The largest singular vectors of a sparse matrix, by subspace iteration from a random start (Halko, Martinsson & Tropp
// 2011, "Finding Structure with Randomness").
import { createRandom } from './statistics.js';

/** By rows: the entries of row r are at `starts[r]` to `starts[r + 1]`. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  readonly values: Float32Array;
}

const ROUNDS = 5;
/** Columns beside those wanted, dropped at the end: they take in what would blur the last of them. */
const SPARE = 16;

/** Left singular vectors, each scaled by the root of its singular value; row by row, `wanted` numbers each. */
export function factorize(matrix: SparseMatrix, wanted: number): Float64Array {
  const width = wanted + SPARE;
  const random = createRandom(7);
  let left = multiply(
    matrix,
    Float64Array.from({ length: matrix.columns * width }, () => random() - 0.5),
    width,
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    orthogonalize(left, width);
    const right = multiplyTransposed(matrix, left, width);
    orthogonalize(right, width);
    left = multiply(matrix, right, width);
  }
  orthogonalize(left, width);
  const right = multiplyTransposed(matrix, left, width);
  const { values, vectors } = diagonalize(gram(right, width), width);
  const order = Array.from({ length: width }, (_, at) => at)
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
    .slice(0, wanted);
  const result = new Float64Array(matrix.rows * wanted);
  for (let row = 0; row < matrix.rows; row += 1)
    for (const [to, from] of order.entries()) {
      let sum = 0;
      for (let at = 0; at < width; at += 1)
        sum += (left[row * width + at] as number) * (vectors[at * width + from] as number);
      // The singular value is the root of the eigenvalue, and its root scales.
      result[row * wanted + to] = sum * Math.max(0, values[from] ?? 0) ** 0.25;
    }
  return result;
}

function multiply(
  { rows, starts, places, values }: SparseMatrix,
  dense: Float64Array,
  width: number,
): Float64Array {
  const result = new Float64Array(rows * width);
  for (let row = 0; row < rows; row += 1)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      const from = (places[at] as number) * width;
      const value = values[at] as number;
      for (let place = 0; place < width; place += 1)
        result[row * width + place] =
          (result[row * width + place] as number) + value * (dense[from + place] as number);
    }
  return result;
}

function multiplyTransposed(
  { rows, columns, starts, places, values }: SparseMatrix,
  dense: Float64Array,
  width: number,
): Float64Array {
  const result = new Float64Array(columns * width);
  for (let row = 0; row < rows; row += 1)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      const to = (places[at] as number) * width;
      const value = values[at] as number;
      for (let place = 0; place < width; place += 1)
        result[to + place] = (result[to + place] as number) + value * (dense[row * width + place] as number);
    }
  return result;
}

/** Makes the columns orthonormal in place, through the Cholesky factor of their products; twice, for precision. */
function orthogonalize(dense: Float64Array, width: number): void {
  for (let round = 0; round < 2; round += 1) {
    const factor = gram(dense, width);
    for (let at = 0; at < width; at += 1)
      for (let of = 0; of <= at; of += 1) {
        let sum = factor[at * width + of] as number;
        for (let inner = 0; inner < of; inner += 1)
          sum -= (factor[at * width + inner] as number) * (factor[of * width + inner] as number);
        factor[at * width + of] =
          at === of ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (factor[of * width + of] as number);
      }
    for (let row = 0; row < dense.length; row += width)
      for (let at = 0; at < width; at += 1) {
        let sum = dense[row + at] as number;
        for (let inner = 0; inner < at; inner += 1)
          sum -= (dense[row + inner] as number) * (factor[at * width + inner] as number);
        dense[row + at] = sum / (factor[at * width + at] as number);
      }
  }
}

function gram(dense: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let row = 0; row < dense.length; row += width)
    for (let a = 0; a < width; a += 1) {
      const value = dense[row + a] as number;
      for (let b = 0; b < width; b += 1)
        result[a * width + b] = (result[a * width + b] as number) + value * (dense[row + b] as number);
    }
  return result;
}

/** Eigenvalues and eigenvectors (as columns) of a symmetric matrix, by Jacobi's rotations (1846). */
function diagonalize(symmetric: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const matrix = symmetric.slice();
  const vectors = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) vectors[at * size + at] = 1;
  for (let sweep = 0; sweep < 20; sweep += 1)
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) {
        const off = matrix[p * size + q] as number;
        if (Math.abs(off) < 1e-14) continue;
        const theta = ((matrix[q * size + q] as number) - (matrix[p * size + p] as number)) / (2 * off);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const sine = tangent * cosine;
        for (let at = 0; at < size; at += 1) rotate(matrix, at * size + p, at * size + q, cosine, sine);
        for (let at = 0; at < size; at += 1) rotate(matrix, p * size + at, q * size + at, cosine, sine);
        for (let at = 0; at < size; at += 1) rotate(vectors, at * size + p, at * size + q, cosine, sine);
      }
  return {
    values: Float64Array.from({ length: size }, (_, at) => matrix[at * size + at] as number),
    vectors,
  };
}

function rotate(values: Float64Array, a: number, b: number, cosine: number, sine: number): void {
  const left = values[a] as number;
  const right = values[b] as number;
  values[a] = cosine * left - sine * right;
  values[b] = sine * left + cosine * right;
}
