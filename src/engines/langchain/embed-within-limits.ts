// Embeds texts within the limits of a server that states them only in its errors: how many texts a request may
// have, and how long a text may be.
import { AppError } from '../../core/errors.js';

/** A text this short isn't what a server finds too long. */
const MIN_SPLIT_CHARS = 32;

/** Embeds texts in one request. @throws AppError `engine/*` */
export type EmbedRequest = (texts: readonly string[]) => Promise<readonly unknown[]>;

/**
 * @param readVector validates a vector and scales it to unit length. @throws AppError if the vector is of no use
 * @returns a function that embeds any number of texts. A request with too many texts is split, and remembered. A text that
 * is too long is embedded in parts, and its vector is their mean, weighted by length. Texts whose vectors are of no use are
 * embedded once more, alone
 */
export function createFittingEmbedder(
  readVector: (vector: unknown) => readonly number[],
): (texts: readonly string[], embed: EmbedRequest) => Promise<number[][]> {
  let maxTexts = Number.POSITIVE_INFINITY;

  async function embedBatch(texts: readonly string[], embed: EmbedRequest): Promise<number[][]> {
    if (texts.length > maxTexts) return await embedHalves(texts, embed);
    let vectors: readonly unknown[];
    try {
      vectors = await embed(texts);
    } catch (error) {
      const code = error instanceof AppError ? error.code : undefined;
      if (code !== 'engine/too-large' && code !== 'engine/context-overflow') throw error;
      const [text = ''] = texts;
      if (texts.length === 1) return [await embedParts(text, embed, error)];
      if (code === 'engine/too-large') maxTexts = Math.min(maxTexts, Math.ceil(texts.length / 2));
      return await embedHalves(texts, embed);
    }
    const read: number[][] = [];
    for (const [index, vector] of vectors.entries())
      read.push(await readOrRepeat(vector, texts[index] ?? '', texts.length > 1 ? embed : undefined));
    return read;
  }

  async function embedHalves(texts: readonly string[], embed: EmbedRequest): Promise<number[][]> {
    const middle = Math.ceil(texts.length / 2);
    return [
      ...(await embedBatch(texts.slice(0, middle), embed)),
      ...(await embedBatch(texts.slice(middle), embed)),
    ];
  }

  async function embedParts(text: string, embed: EmbedRequest, reason: unknown): Promise<number[]> {
    if (text.length < MIN_SPLIT_CHARS) throw reason;
    const parts = halve(text);
    const sum: number[] = [];
    for (const part of parts) {
      const [vector = []] = await embedBatch([part], embed);
      for (const [index, value] of vector.entries()) sum[index] = (sum[index] ?? 0) + value * part.length;
    }
    return [...readVector(sum)];
  }

  async function readOrRepeat(
    vector: unknown,
    text: string,
    embed: EmbedRequest | undefined,
  ): Promise<number[]> {
    try {
      return [...readVector(vector)];
    } catch (error) {
      if (!embed) throw error;
      const [again] = await embed([text]);
      return [...readVector(again)];
    }
  }

  return embedBatch;
}

/** Splits at the space that is closest to the middle, or between two characters. */
function halve(text: string): readonly [string, string] {
  const middle = Math.floor(text.length / 2);
  const before = text.lastIndexOf(' ', middle);
  const after = text.indexOf(' ', middle);
  const spaces = [before, after].filter((at) => at > text.length / 4 && at < (text.length * 3) / 4);
  const [closest] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const isInPair = /[\uDC00-\uDFFF]/u.test(text.charAt(middle));
  const at = closest ?? (isInPair ? middle + 1 : middle);
  return [text.slice(0, at), text.slice(at)];
}
