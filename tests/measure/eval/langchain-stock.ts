// The usual starting point, as a baseline: LangChain's RecursiveCharacterTextSplitter (1000/200) and cosine
// similarity in memory, with any embedder.
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import type { Embedder } from '../../../src/core/ports.js';

export interface StockChunk {
  /** Index of the source text. */
  readonly text: number;
  readonly content: string;
}

export async function createStock(texts: Iterable<string>, embedder: Embedder) {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1_000, chunkOverlap: 200 });
  const chunks: StockChunk[] = [];
  const vectors: number[][] = [];
  let number = 0;
  for (const text of texts) {
    const contents = await splitter.splitText(text);
    for (const content of contents) chunks.push({ text: number, content });
    for (const vector of await embedder.embedDocuments(contents)) vectors.push(vector);
    number += 1;
  }
  return {
    chunks,
    /** Returns all chunks, nearest first. */
    search(query: readonly number[]): readonly StockChunk[] {
      const similarity = (vector: readonly number[]) =>
        vector.reduce((sum, value, place) => sum + value * (query[place] ?? 0), 0);
      return chunks
        .map((chunk, index) => ({ chunk, score: similarity(vectors[index] ?? []) }))
        .sort((a, b) => b.score - a.score)
        .map(({ chunk }) => chunk);
    },
  };
}
