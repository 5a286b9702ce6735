// Embeds a question in every vector space of a scope.
import { AppError } from '../../errors.js';
import { type Embedder, ONLY_SPACE, type VectorSpace } from '../../ports.js';

/** A text's vectors by the name of their space. */
export type QuestionVectors = ReadonlyMap<string, Float32Array>;

/** The spaces of these languages, each once, with a language of each. */
function spacesOf(embedder: Embedder, languages: readonly string[]): ReadonlyMap<VectorSpace, string> {
  const spaces = new Map<string, readonly [VectorSpace, string]>();
  for (const language of languages) {
    const space = embedder.spaceOf?.(language) ?? ONLY_SPACE;
    if (!spaces.has(space.name)) spaces.set(space.name, [space, language]);
  }
  return new Map(spaces.values());
}

/** The vector spaces of articles in these languages. */
export function listSpaces(embedder: Embedder, languages: readonly string[]): readonly VectorSpace[] {
  return [...spacesOf(embedder, languages).keys()];
}

/**
 * Embeds each text in each space of the languages.
 * @throws AppError `engine/bad-vectors` if the model's dimension has changed; whatever the embedder throws
 */
export async function embedQuestion(
  texts: readonly string[],
  languages: readonly string[],
  embedder: Embedder,
  signal: AbortSignal | undefined,
): Promise<readonly QuestionVectors[]> {
  const spaces = [...spacesOf(embedder, languages)];
  return Promise.all(
    texts.map(async (text) => {
      const vectors = spaces.map(async ([{ name }, language]) => {
        const vector = await embedder.embedQuery(text, { language, signal });
        return [name, readVector(vector, embedder)] as const;
      });
      return new Map(await Promise.all(vectors));
    }),
  );
}

function readVector(vector: readonly number[], { fingerprint, dimensions }: Embedder): Float32Array {
  if (vector.length === dimensions && vector.every(Number.isFinite)) return Float32Array.from(vector);
  throw new AppError({
    code: 'engine/bad-vectors',
    message: `The embedding model ${fingerprint} now returns vectors of ${vector.length} numbers instead of ${dimensions}.`,
    advice:
      "Until it's fixed, passages are found by their words alone. If the server runs another model under the same name, give it a new name and change EMBEDDING_MODEL.",
  });
}
