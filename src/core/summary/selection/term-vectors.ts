// TF-IDF vectors of sentences within one article.

/** A TF-IDF vector and its norm. */
export interface TermVector {
  readonly byTerm: ReadonlyMap<string, number>;
  readonly norm: number;
}

/** Creates vectors whose inverse document frequencies come from these sentences. */
export function createVectorizer(
  sentences: readonly (readonly string[])[],
): (terms: readonly string[]) => TermVector {
  const frequency = new Map<string, number>();
  for (const terms of sentences)
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return (terms) => {
    const byTerm = new Map<string, number>();
    for (const term of terms) {
      const rarity = Math.log(1 + sentences.length / (frequency.get(term) ?? 1));
      byTerm.set(term, (byTerm.get(term) ?? 0) + rarity);
    }
    let squares = 0;
    for (const weight of byTerm.values()) squares += weight * weight;
    return { byTerm, norm: Math.sqrt(squares) };
  };
}

/** 0 to 1. 0 if one of them is empty. */
export function cosine(a: TermVector, b: TermVector): number {
  const [smaller, larger] = a.byTerm.size < b.byTerm.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of smaller.byTerm) dot += weight * (larger.byTerm.get(term) ?? 0);
  return dot === 0 ? 0 : dot / (a.norm * b.norm);
}
