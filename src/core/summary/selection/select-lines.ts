// Chooses sentences by score within a budget, without repetition.
import { findDanglingOpening } from '../../excerpt/dangling/dangling-openings.js';
import type { Candidate } from '../candidates.js';
import { cosine } from './term-vectors.js';

/** What {@link selectLines} may choose. */
export interface SelectionLimits {
  readonly maxLines: number;
  readonly maxWords: number;
  /** At most this many from one section. Default: no limit. */
  readonly maxPerSection?: number | undefined;
  /** Chosen before all others. Default: none. */
  readonly first?: Candidate | undefined;
}

/** How much a sentence loses for repeating one that is already chosen (Carbonell & Goldstein 1998, MMR). */
const REPETITION_WEIGHT = 0.1;
/** What a sentence loses for each chosen one with the same name in brackets: "[Marr] …" line after line reads badly. */
const SAME_BRACKET = 0.05;
/** Shorter sentences say little: "Not everybody is unhappy." */
const MIN_WORDS = 5;
/** If no sentence fits, one may be this much longer than the budget. */
const MAX_OVERRUN = 1.6;
/** Sentences that are more alike say the same. */
const MAX_SIMILARITY = 0.6;

/**
 * Chooses the best sentences that can be read on their own, in document order. If there are none, the best of the others,
 * beginning at the start of the article.
 */
export function selectLines(candidates: readonly Candidate[], limits: SelectionLimits): readonly Candidate[] {
  const standalone = candidates.filter(({ isStandalone }) => isStandalone);
  const telling = standalone.filter(({ words }) => words >= MIN_WORDS);
  for (const maxWords of [limits.maxWords, limits.maxWords * MAX_OVERRUN]) {
    const chosen = choose(telling.length > 0 ? telling : standalone, { ...limits, maxWords });
    if (chosen.length > 0) return inOrder(chosen);
  }
  const others = candidates.filter(({ sentence, text }) => !sentence.isInQuotation && !/[?？]$/u.test(text));
  const clear = others.filter(({ text }) => findDanglingOpening(text) === undefined);
  const usable = [clear, others, candidates].find(({ length }) => length > 0) ?? [];
  const ready = usable.map((candidate) => ({ ...candidate, needs: [] }));
  const forced = choose(ready, limits);
  return inOrder(forced.length > 0 ? forced : ready.slice(0, 1));
}

function choose(candidates: readonly Candidate[], limits: SelectionLimits): readonly Candidate[] {
  const chosen: Candidate[] = [];
  const remaining = new Set(candidates);
  /** Similarity to the most similar chosen sentence. */
  const similarity = new Map<Candidate, number>();
  const perSection = new Map<string, number>();
  let words = 0;
  const [first] = candidates.filter((one) => one === limits.first);
  if (first && limits.maxLines > 0) take(first);
  while (chosen.length < limits.maxLines) {
    let best: Candidate | undefined;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const candidate of remaining) {
      if (words + candidate.words > limits.maxWords) continue;
      if ((similarity.get(candidate) ?? 0) > MAX_SIMILARITY) continue;
      if ((perSection.get(sectionKey(candidate)) ?? 0) >= (limits.maxPerSection ?? Number.POSITIVE_INFINITY))
        continue;
      const value =
        candidate.score -
        REPETITION_WEIGHT * (similarity.get(candidate) ?? 0) -
        SAME_BRACKET * countSameBrackets(candidate, chosen);
      if (value > bestScore && hasWhatItNeeds(candidate, linesBefore(candidate, chosen)))
        [best, bestScore] = [candidate, value];
    }
    if (!best) break;
    take(best);
  }
  return chosen;

  function take(best: Candidate): void {
    chosen.push(best);
    words += best.words;
    remaining.delete(best);
    perSection.set(sectionKey(best), (perSection.get(sectionKey(best)) ?? 0) + 1);
    for (const candidate of remaining) {
      const alike = cosine(candidate.vector, best.vector);
      similarity.set(candidate, Math.max(similarity.get(candidate) ?? 0, alike));
    }
  }
}

function countSameBrackets(candidate: Candidate, chosen: readonly Candidate[]): number {
  const names = namesInBrackets(candidate);
  return chosen.filter(
    (one) => one.article === candidate.article && namesInBrackets(one).some((name) => names.includes(name)),
  ).length;
}

/** Last names that stand for pronouns. */
const namesInBrackets = ({ article, parts }: Candidate): readonly string[] =>
  parts.flatMap(({ bracket, start, end }) =>
    bracket === undefined || bracket === 'speaker'
      ? []
      : [article.text.slice(start, end).split(' ').at(-1) ?? ''],
  );

/** "the ship" needs a line before it that has a ship. */
export function hasWhatItNeeds({ article, needs }: Candidate, before: readonly Candidate[]): boolean {
  return needs.every((noun) =>
    before.some(
      (line) => line.article === article && line.text.toLowerCase().includes(noun.replace(/^#/u, '')),
    ),
  );
}

/** Lines are shown in document order. */
const linesBefore = ({ sentence }: Candidate, chosen: readonly Candidate[]): readonly Candidate[] =>
  chosen.filter((line) => line.sentence.index < sentence.index);

const sectionKey = ({ article, sentence }: Candidate): string => `${article.id} ${sentence.section}`;

/** Articles stay in their order. */
export function inOrder(lines: readonly Candidate[]): readonly Candidate[] {
  const articles = [...new Set(lines.map(({ article }) => article))];
  return lines.toSorted(
    (a, b) =>
      articles.indexOf(a.article) - articles.indexOf(b.article) || a.sentence.index - b.sentence.index,
  );
}
