// Chooses what the reader reads: the ranker's best paragraphs, packed into a few windows.
import type { RankedSentence } from '../../../core/ranking-ports.js';

/** Words in a window. The reader was trained on windows of this size. */
const WINDOW_WORDS = 110;
/** A longer paragraph is cut into parts of whole sentences. */
const LONG_PARAGRAPH_WORDS = 150;
/** More windows find few more answers and take longer. docs/ranking.md has the figures. */
export const MAX_WINDOWS = 5;
/** Softmax temperature for the ranker's scores, as in its own order of paragraphs. */
const RANKER_TEMPERATURE = 1.5;
/** Ends a paragraph. */
const BLANK_LINE = /\n[^\S\n]*\n/;
/** Sentences that are further apart belong to different paragraphs, because a passage in between wasn't retrieved. */
const MAX_GAP_CHARS = 40;

/** Neighboring paragraphs, or parts of long ones, that are read together. All from one article, in document order. */
export interface Window {
  readonly sentences: readonly RankedSentence[];
}

/** Sentences of a paragraph, or of a part of it, in document order. */
interface Part {
  readonly sentences: readonly RankedSentence[];
  readonly words: number;
}

/**
 * Chooses paragraphs by the scores of all their sentences, until the windows are full.
 * @param scoreOf the ranker's score of a sentence
 */
export function chooseWindows(
  sentences: readonly RankedSentence[],
  scoreOf: (sentence: RankedSentence) => number,
  maxWindows = MAX_WINDOWS,
): readonly Window[] {
  const parts = groupParagraphs(sentences).flatMap(splitLongParagraph);
  const massOf = createMassReader(sentences, scoreOf, RANKER_TEMPERATURE);
  const byMass = [...parts.entries()]
    .map(([place, part]) => ({ place, part, mass: massOf(part.sentences) }))
    .sort((a, b) => b.mass - a.mass);
  let windows: readonly Window[] = [];
  const chosen = new Map<number, Part>();
  for (const { place, part } of byMass) {
    chosen.set(place, part);
    const packed = packWindows([...chosen.entries()].sort(([a], [b]) => a - b).map(([, one]) => one));
    if (packed.length > maxWindows) break;
    windows = packed;
  }
  return windows;
}

/** Returns the sentences of each paragraph, in document order. */
export function groupParagraphs(
  sentences: readonly RankedSentence[],
): readonly (readonly RankedSentence[])[] {
  const inOrder = [...sentences].sort(
    (a, b) => compare(a.match.article.id, b.match.article.id) || a.start - b.start,
  );
  const groups: RankedSentence[][] = [];
  for (const sentence of inOrder) {
    const before = groups.at(-1)?.at(-1);
    if (before && isSameParagraph(before, sentence)) groups.at(-1)?.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

/**
 * Returns how much of the probability a group of sentences has.
 * @param temperature flattens the distribution, because an answer that isn't in the best sentence is often next to
 *   another good one
 */
export function createMassReader(
  sentences: readonly RankedSentence[],
  scoreOf: (sentence: RankedSentence) => number,
  temperature: number,
): (group: readonly RankedSentence[]) => number {
  const highest = sentences.reduce(
    (most, sentence) => Math.max(most, scoreOf(sentence)),
    Number.NEGATIVE_INFINITY,
  );
  return (group) =>
    group.reduce((sum, sentence) => sum + Math.exp((scoreOf(sentence) - highest) / temperature), 0);
}

function isSameParagraph(before: RankedSentence, after: RankedSentence): boolean {
  if (before.match.article.id !== after.match.article.id) return false;
  const { text } = before.match.article;
  return after.start - before.end <= MAX_GAP_CHARS && !BLANK_LINE.test(text.slice(before.end, after.start));
}

function splitLongParagraph(sentences: readonly RankedSentence[]): readonly Part[] {
  const counted = sentences.map((sentence) => ({ sentence, words: countWords(sentence) }));
  const total = counted.reduce((sum, { words }) => sum + words, 0);
  if (total <= LONG_PARAGRAPH_WORDS) return [{ sentences, words: total }];
  const parts: { sentences: RankedSentence[]; words: number }[] = [];
  for (const { sentence, words } of counted) {
    const last = parts.at(-1);
    if (last && last.words + words <= WINDOW_WORDS) {
      last.sentences.push(sentence);
      last.words += words;
    } else parts.push({ sentences: [sentence], words });
  }
  return parts;
}

function packWindows(parts: readonly Part[]): readonly Window[] {
  const windows: { sentences: RankedSentence[]; words: number }[] = [];
  for (const { sentences, words } of parts) {
    const last = windows.at(-1);
    const isSameArticle = last?.sentences[0]?.match.article.id === sentences[0]?.match.article.id;
    if (last && isSameArticle && last.words + words <= WINDOW_WORDS) {
      last.sentences.push(...sentences);
      last.words += words;
    } else windows.push({ sentences: [...sentences], words });
  }
  return windows;
}

function countWords({ match, start, end }: RankedSentence): number {
  return match.article.text.slice(start, end).match(/\S+/g)?.length ?? 0;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
