// The evidence for one question: the sentences a writer may use, numbered in document order.
import type { Evidence, RankedSentence } from './ports.js';

/** Sentences handed to a writer, the best and their neighbours. */
const MAX_SENTENCES = 48;

/**
 * Numbers the best sentences, from 1, in document order (articles in order of their best sentence), each with the
 * sentence before it, which may name who "she" is. Reference marks of the article itself (`[3]`) are left out of the
 * text, so that they cannot be taken for markers of ours.
 */
export function gatherEvidence(ranked: readonly RankedSentence[]): readonly Evidence[] {
  const inOrder = [...ranked].sort(
    (a, b) => compare(a.match.article.id, b.match.article.id) || a.start - b.start,
  );
  const before = new Map<RankedSentence, RankedSentence>();
  for (const [index, sentence] of inOrder.entries()) {
    const previous = inOrder[index - 1];
    if (previous && previous.match.article.id === sentence.match.article.id) before.set(sentence, previous);
  }
  const chosen = new Set<RankedSentence>();
  for (const sentence of ranked) {
    if (chosen.size >= MAX_SENTENCES) break;
    chosen.add(sentence);
    const previous = before.get(sentence);
    if (previous) chosen.add(previous);
  }
  const articleRank = new Map<string, number>();
  for (const { match } of ranked) {
    if (!articleRank.has(match.article.id)) articleRank.set(match.article.id, articleRank.size);
  }
  const rankOf = (sentence: RankedSentence) => articleRank.get(sentence.match.article.id) ?? 0;
  return [...chosen]
    .sort((a, b) => rankOf(a) - rankOf(b) || a.start - b.start)
    .map(({ start, end, match, relevance }, index) => ({
      number: index + 1,
      article: match.article,
      ...{ start, end, relevance },
      text: evidenceText(match.article.text.slice(start, end)),
    }));
}

/** One line, without the article's own reference marks. */
export function evidenceText(quote: string): string {
  return quote
    .replace(/\[\d+\]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
