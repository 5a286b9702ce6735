// A question's vectors for a search, as the core would make them.
import { embedQuestion } from '../../src/core/ask/retrieval/embed-question.js';
import { type Embedder, ONLY_SPACE } from '../../src/core/ports.js';

/** Embeds the text for articles in a language. */
export async function vectorsOf(
  embedder: Embedder,
  text: string,
  language = 'en',
): Promise<ReadonlyMap<string, Float32Array>> {
  const [vectors = new Map()] = await embedQuestion([text], [language], embedder, undefined);
  return vectors;
}

/** A vector made by hand, for an embedder with one space. */
export function inOnlySpace(vector: Float32Array): ReadonlyMap<string, Float32Array> {
  return new Map([[ONLY_SPACE.name, vector]]);
}
