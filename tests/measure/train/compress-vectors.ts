// Compresses word vectors to fewer dimensions and one byte per number.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Principal components that encode a word's frequency instead of its meaning. */
const COMMON_DIRECTIONS = 3;
/** The byte value of 1. */
const UNIT = 127;

/**
 * Centres the vectors, projects them on the principal components after the first three, and normalises them.
 * @returns `dimensions` bytes per vector, where 127 is 1
 */
export function compressVectors(vectors: readonly (readonly number[])[], dimensions: number): Int8Array {
  const width = vectors[0]?.length ?? 0;
  const mean = Array.from(
    { length: width },
    (_, at) => vectors.reduce((sum, vector) => sum + (vector[at] ?? 0), 0) / vectors.length,
  );
  const centred = vectors.map((vector) => vector.map((value, at) => value - (mean[at] ?? 0)));
  const covariance = Matrix.zeros(width, width);
  for (const vector of centred)
    for (let row = 0; row < width; row += 1)
      for (let column = 0; column <= row; column += 1)
        covariance.set(row, column, covariance.get(row, column) + (vector[row] ?? 0) * (vector[column] ?? 0));
  for (let row = 0; row < width; row += 1)
    for (let column = row + 1; column < width; column += 1)
      covariance.set(row, column, covariance.get(column, row));
  // Eigenvalues are in ascending order.
  const { eigenvectorMatrix } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
  const directions = Array.from({ length: dimensions }, (_, at) =>
    eigenvectorMatrix.getColumn(width - 1 - COMMON_DIRECTIONS - at),
  );
  const bytes = new Int8Array(vectors.length * dimensions);
  for (const [row, vector] of centred.entries()) {
    const values = directions.map((direction) =>
      direction.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0),
    );
    const length = Math.hypot(...values) || 1;
    bytes.set(
      values.map((value) => Math.round((UNIT * value) / length)),
      row * dimensions,
    );
  }
  return bytes;
}
