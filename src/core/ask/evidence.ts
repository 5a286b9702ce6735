// The evidence for one question: the sentences a writer may use, numbered in document order.

import type { Evidence, RankedSentence } from '../ports.js';
import type { Article, Span } from '../text/article.js';
import { estimateTokens } from '../text/estimate-tokens.js';

/** Sentences handed to a writer without a budget of tokens: the best and their neighbours. */
const MAX_SENTENCES = 48;
/** Number, brackets and line end of a sentence in a prompt. */
const PROMPT_TOKENS_PER_SENTENCE = 5;

/** A sentence that may become evidence. */
interface Candidate extends Span {
  readonly article: Article;
  readonly relevance: number;
}

export interface EvidenceOptions {
  /** Estimated tokens at most: {@link Writer.evidenceTokens}. Unset: 48 sentences. */
  readonly tokens?: number | undefined;
  /** Sentences that the turn before cited: they come first, so that a follow-up can build on them. */
  readonly earlier?: readonly (Span & { readonly article: Article })[] | undefined;
}

/**
 * Numbers the best sentences, from 1, in document order (articles in order of their best sentence), each with the
 * sentence before it, which may name who "she" is, until the budget is spent; what fits is given whole. Reference
 * marks of the article itself (`[3]`) are left out of the text, so that they cannot be taken for markers of ours.
 */
export function gatherEvidence(
  ranked: readonly RankedSentence[],
  { tokens, earlier = [] }: EvidenceOptions = {},
): readonly Evidence[] {
  const sentences = ranked.map(
    ({ start, end, relevance, match: { article } }): Candidate => ({ start, end, relevance, article }),
  );
  const known = new Map(sentences.map((sentence) => [keyOf(sentence), sentence]));
  const cited = earlier.map((span): Candidate => known.get(keyOf(span)) ?? { ...span, relevance: 0 });
  const selected = chooseSentences(cited, sentences, tokens);
  const articleRank = new Map<string, number>();
  for (const { article } of [...sentences, ...cited]) {
    if (!articleRank.has(article.id)) articleRank.set(article.id, articleRank.size);
  }
  const articleRankOf = ({ article }: Candidate) => articleRank.get(article.id) ?? 0;
  return [...selected]
    .sort((a, b) => articleRankOf(a) - articleRankOf(b) || a.start - b.start)
    .map(({ start, end, article, relevance }, index) => ({
      number: index + 1,
      article,
      start,
      end,
      relevance,
      text: evidenceText(article.text.slice(start, end)),
    }));
}

function chooseSentences(
  first: readonly Candidate[],
  ranked: readonly Candidate[],
  tokens: number | undefined,
): ReadonlySet<Candidate> {
  const inOrder = [...ranked].sort((a, b) => compare(a.article.id, b.article.id) || a.start - b.start);
  const before = new Map<Candidate, Candidate>();
  for (const [index, sentence] of inOrder.entries()) {
    const previous = inOrder[index - 1];
    if (previous && previous.article.id === sentence.article.id) before.set(sentence, previous);
  }
  const chosen = new Set<Candidate>();
  let spent = 0;
  const costOf = ({ article, start, end }: Candidate) =>
    tokens === undefined ? 0 : estimateTokens(article.text.slice(start, end)) + PROMPT_TOKENS_PER_SENTENCE;
  for (const sentence of [...first, ...ranked]) {
    if (tokens === undefined && chosen.size >= MAX_SENTENCES) break;
    const previous = before.get(sentence);
    const group = [sentence, ...(previous ? [previous] : [])].filter((one) => !chosen.has(one));
    const cost = group.reduce((sum, one) => sum + costOf(one), 0);
    // A long sentence that no longer fits leaves room for shorter ones; the best one is always given.
    if (tokens !== undefined && chosen.size > 0 && spent + cost > tokens) continue;
    for (const one of group) chosen.add(one);
    spent += cost;
  }
  return chosen;
}

/** One line, without the article's own reference marks. */
export function evidenceText(quote: string): string {
  return quote
    .replace(/\[\d+\]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const keyOf = ({ article, start, end }: Span & { article: Article }) => `${article.id} ${start} ${end}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
