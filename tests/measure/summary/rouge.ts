// ROUGE-1, ROUGE-2 and ROUGE-L as F1 (Lin 2004, "ROUGE: a package for automatic evaluation of summaries"), over stemmed
// lower-case words.
import { stemmer } from '@orama/stemmers/english';

/** F1, each 0 to 1. */
export interface Rouge {
  readonly rouge1: number;
  readonly rouge2: number;
  readonly rougeL: number;
}

/** The names of the scores, in the order in which they are reported. */
export const ROUGE_SCORES = ['rouge1', 'rouge2', 'rougeL'] as const satisfies readonly (keyof Rouge)[];

const stems = new Map<string, string>();

/** Words as ROUGE compares them. */
export function rougeWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => {
    const known = stems.get(word) ?? (word.length > 3 ? stemmer(word) : word);
    stems.set(word, known);
    return known;
  });
}

/**
 * Compares a summary with its reference, each with a sentence a line. ROUGE-L is the summary-level one (section 3.2): for
 * each sentence of the reference, the union of its longest common subsequences with the sentences of the summary.
 */
export function rouge(summary: string, reference: string): Rouge {
  const [own, gold] = [rougeWords(summary), rougeWords(reference)];
  return {
    rouge1: overlap(own, gold),
    rouge2: overlap(bigrams(own), bigrams(gold)),
    rougeL: f1(unionLength(summary, reference), own.length, gold.length),
  };
}

export const bigrams = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, index) => `${words[index]} ${word}`);

function overlap(own: readonly string[], gold: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of gold) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of own) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return f1(shared, own.length, gold.length);
}

function f1(shared: number, own: number, gold: number): number {
  return shared === 0 ? 0 : (2 * shared) / (own + gold);
}

/** Words of the reference in the union of longest common subsequences. No word of the summary counts twice. */
function unionLength(summary: string, reference: string): number {
  const lines = summary.split('\n').map(rougeWords);
  const left = new Map<string, number>();
  for (const word of lines.flat()) left.set(word, (left.get(word) ?? 0) + 1);
  let length = 0;
  for (const gold of reference.split('\n').map(rougeWords)) {
    const matched = new Set(lines.flatMap((line) => matchedPlaces(gold, line)));
    for (const place of matched) {
      const word = gold[place] as string;
      const count = left.get(word) ?? 0;
      if (count > 0) length += 1;
      left.set(word, count - 1);
    }
  }
  return length;
}

/** Places in `gold` of a longest common subsequence of the two. */
function matchedPlaces(gold: readonly string[], line: readonly string[]): readonly number[] {
  const width = line.length + 1;
  const table = new Uint16Array((gold.length + 1) * width);
  const at = (row: number, column: number): number => table[row * width + column] as number;
  for (let row = 1; row <= gold.length; row += 1) {
    for (let column = 1; column < width; column += 1) {
      table[row * width + column] =
        gold[row - 1] === line[column - 1]
          ? at(row - 1, column - 1) + 1
          : Math.max(at(row - 1, column), at(row, column - 1));
    }
  }
  const places: number[] = [];
  for (let row = gold.length, column = line.length; row > 0 && column > 0; ) {
    if (gold[row - 1] === line[column - 1]) {
      places.push(row - 1);
      row -= 1;
      column -= 1;
    } else if (at(row - 1, column) >= at(row, column - 1)) row -= 1;
    else column -= 1;
  }
  return places;
}
