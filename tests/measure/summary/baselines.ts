// Baselines for summaries: the first sentences, TextRank and LexRank. Each takes whole sentences within a word budget.
import { rougeWords } from './rouge.js';

/** Ends of the power iteration. */
const ROUNDS = 60;
const DAMPING = 0.85;
/** Similarity above which two sentences are linked in LexRank. */
const THRESHOLD = 0.1;

/** The first `count` sentences. */
export function leadSummary(sentences: readonly string[], count: number): string {
  return sentences.slice(0, count).join('\n');
}

/** Words from the start, the last sentence cut. */
export function leadWords(sentences: readonly string[], words: number): string {
  const lines: string[] = [];
  let left = words;
  for (const sentence of sentences) {
    if (left <= 0) break;
    const kept = sentence.split(/\s+/u).slice(0, left);
    lines.push(kept.join(' '));
    left -= kept.length;
  }
  return lines.join('\n');
}

/** TextRank (Mihalcea & Tarau 2004): PageRank over shared words, divided by the logarithms of the lengths. */
export function textRank(sentences: readonly string[], words: number): string {
  const sets = sentences.map((sentence) => rougeWords(sentence));
  const similarity = (a: number, b: number) => {
    const [left, right] = [sets[a] ?? [], new Set(sets[b])];
    const shared = new Set(left.filter((word) => right.has(word))).size;
    const scale = Math.log(left.length) + Math.log(right.size);
    return shared > 0 && scale > 0 ? shared / scale : 0;
  };
  return takeBest(sentences, pageRank(sentences.length, similarity), words);
}

/** LexRank (Erkan & Radev 2004): PageRank over links between sentences with a TF-IDF cosine above a threshold. */
export function lexRank(sentences: readonly string[], words: number): string {
  const vectors = vectorize(sentences.map((sentence) => rougeWords(sentence)));
  const similarity = (a: number, b: number) => (cosine(vectors[a], vectors[b]) > THRESHOLD ? 1 : 0);
  return takeBest(sentences, pageRank(sentences.length, similarity), words);
}

function pageRank(size: number, similarity: (a: number, b: number) => number): readonly number[] {
  const weights = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (__, b) => (a === b ? 0 : similarity(a, b))),
  );
  const sums = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let ranks: number[] = new Array<number>(size).fill(1 / size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next: number[] = new Array<number>(size).fill((1 - DAMPING) / size);
    for (let from = 0; from < size; from += 1) {
      const rank = ranks[from] ?? 0;
      for (let to = 0; to < size; to += 1) {
        const share = (sums[from] ?? 0) > 0 ? (weights[from]?.[to] ?? 0) / (sums[from] ?? 1) : 1 / size;
        next[to] = (next[to] ?? 0) + DAMPING * rank * share;
      }
    }
    ranks = next;
  }
  return ranks;
}

/** The best sentences that fit, in document order; at least one. */
function takeBest(sentences: readonly string[], scores: readonly number[], words: number): string {
  const order = sentences.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const kept: number[] = [];
  let used = 0;
  for (const at of order) {
    const length = sentences[at]?.split(/\s+/u).length ?? 0;
    if (kept.length > 0 && used + length > words) continue;
    kept.push(at);
    used += length;
    if (used >= words) break;
  }
  return kept
    .sort((a, b) => a - b)
    .map((at) => sentences[at])
    .join('\n');
}

type Vector = ReadonlyMap<string, number>;

function vectorize(sentences: readonly (readonly string[])[]): readonly Vector[] {
  const counts = new Map<string, number>();
  for (const words of sentences)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return sentences.map((words) => {
    const vector = new Map<string, number>();
    for (const word of words) {
      vector.set(word, (vector.get(word) ?? 0) + Math.log(sentences.length / (counts.get(word) ?? 1)));
    }
    return vector;
  });
}

function cosine(a: Vector = new Map(), b: Vector = new Map()): number {
  let dot = 0;
  for (const [word, weight] of a) dot += weight * (b.get(word) ?? 0);
  const norm = (vector: Vector) =>
    Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return dot === 0 ? 0 : dot / (norm(a) * norm(b));
}
