// Angles and transformation matrices, as PDF writes them.

/** The quarter turn in which most of the text is written. */
export function dominantAngle(texts: readonly { readonly angle: number; readonly weight: number }[]): number {
  const weights = new Map<number, number>();
  for (const { angle, weight } of texts) {
    const quarter = (Math.round(angle / (Math.PI / 2)) + 4) % 4;
    weights.set(quarter, (weights.get(quarter) ?? 0) + weight);
  }
  const [quarter = 0] = [...weights].sort((one, other) => other[1] - one[1])[0] ?? [];
  return turn(quarter * (Math.PI / 2));
}

/** The same angle between -π and π. */
export function turn(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}

export function rotate(x: number, y: number, angle: number): readonly [number, number] {
  if (angle === 0) return [x, y];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos - y * sin, x * sin + y * cos];
}

export function apply(m: readonly number[], x: number, y: number): readonly [number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The product of two transformation matrices, as PDF writes them. */
export function multiply(
  m: readonly number[],
  n: readonly number[],
): readonly [number, number, number, number, number, number] {
  const [a1 = 1, b1 = 0, c1 = 0, d1 = 1, e1 = 0, f1 = 0] = m;
  const [a2 = 1, b2 = 0, c2 = 0, d2 = 1, e2 = 0, f2 = 0] = n;
  return [
    ...([a1 * a2 + c1 * b2, b1 * a2 + d1 * b2, a1 * c2 + c1 * d2, b1 * c2 + d1 * d2] as const),
    ...([a1 * e2 + c1 * f2 + e1, b1 * e2 + d1 * f2 + f1] as const),
  ];
}
