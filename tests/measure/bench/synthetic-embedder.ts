// An embedder for large synthetic libraries. The built-in model would take an hour for 100,000 passages, so vectors are
// mixtures of real ones, with noise. Their neighbours are a little farther away than those of real passages.
import type { Embedder } from '../../../src/core/ports.js';
import { openBuiltinEmbedder } from '../../../src/engines/builtin/model-embedder.js';
import { createRandom } from '../report/statistics.js';
import { readEnglishPassages } from './bench-embedding.js';

/** Weights of the two real vectors and the noise in a passage's vector. */
const FIRST = 0.8;
const SECOND = 0.5;
const NOISE = 0.5;
/** Noise between a question's vector and that of a passage. */
const QUESTION_NOISE = 1.3;
const SEED = 5;
const SENTENCES = /(?<=[.!?])\s+/;
const MIN_CHARS = 40;

/** Embeds each text with another random mixture, and each question near one of the passages. */
export async function openSyntheticEmbedder(): Promise<Embedder> {
  const model = await openBuiltinEmbedder();
  const sentences = readEnglishPassages().flatMap((text) => text.split(SENTENCES));
  const real = await model.embedDocuments(sentences.filter((text) => text.length >= MIN_CHARS));
  await model.close();
  const random = createRandom(SEED);
  /** Box & Muller 1958. */
  const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const { dimensions } = model;
  const noisy = (vector: readonly number[], noise: number) =>
    toUnit(vector.map((value) => value + (noise * normal()) / Math.sqrt(dimensions)));
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const mix = () => {
    const second = pick(real);
    return noisy(
      pick(real).map((value, at) => FIRST * value + SECOND * (second[at] ?? 0)),
      NOISE,
    );
  };
  /** Passages that questions are about. */
  const subjects: number[][] = [];
  return {
    ...{ fingerprint: 'synthetic/384', dimensions, isSlow: true, batchSize: 32 },
    spaceOf: () => ({ name: 'semantic', weight: 0.5, isClustered: true }),
    async embedDocuments(texts) {
      const vectors = texts.map(mix);
      if (vectors[0]) subjects.push(vectors[0]);
      return vectors;
    },
    embedQuery: async () => noisy(pick(subjects), QUESTION_NOISE),
  };
}

function toUnit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
