// Word vectors in fewer and smaller numbers.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Principal directions that tell how common a word is, not what it means. */
const COMMON_DIRECTIONS = 3;
/** Of unit length. */
const UNIT = 127;

/**
 * The vectors less their mean, along their principal directions but for the first three, of unit length.
 * @returns `dimensions` bytes a vector, 127 is 1
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
  // Eigenvalues come in rising order.
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
