// Chooses the evidence for a question: the sentences that a writer may use, numbered in document order.

import type { RankedSentence } from '../../ranking-ports.js';
import type { Article, Span } from '../../text/article.js';
import { estimateTokens } from '../../text/estimate-tokens.js';
import { removeInvisible } from '../../text/invisible.js';
import type { Evidence } from '../../writing-ports.js';

/** A writer without a token budget gets so many sentences, the ones that they bring along included. */
const MAX_SENTENCES = 48;
/** So many of the best sentences bring along what stands around them without a gap, because half a list is no answer. */
const COMPLETED_SENTENCES = 6;
/** How far that reaches in either direction. */
const MAX_NEIGHBOURS = 12;
/** Tokens for the number, brackets and line break around each sentence in a prompt. */
const PROMPT_TOKENS_PER_SENTENCE = 5;

/** A sentence that may become evidence. */
interface Candidate extends Span {
  readonly article: Article;
  readonly relevance: number;
  readonly phrase?: Span | undefined;
}

/** Options for {@link gatherEvidence}. */
export interface EvidenceOptions {
  /** Maximum estimated tokens, see {@link Writer.evidenceTokens}. If unset, the 48 best sentences and the lists they are in. */
  readonly tokens?: number | undefined;
  /** Sentences that the previous answer cited. They are chosen first, so that a follow-up can build on them. */
  readonly earlier?: readonly (Span & { readonly article: Article })[] | undefined;
}

/**
 * Chooses the best sentences within the budget and numbers them from 1 in document order. Articles are ordered by their
 * best sentence. Each sentence brings along the one before it, which may say who "she" is, and the best ones bring along
 * the list that they are in. The article's own reference
 * marks (`[3]`) are removed, so that nobody mistakes them for our markers.
 */
export function gatherEvidence(
  ranked: readonly RankedSentence[],
  { tokens, earlier = [] }: EvidenceOptions = {},
): readonly Evidence[] {
  const sentences = ranked.map(
    ({ match: { article }, start, end, relevance, phrase }): Candidate => ({
      ...{ article, start, end, relevance, phrase },
    }),
  );
  const rankedByKey = new Map(sentences.map((sentence) => [keyOf(sentence), sentence]));
  const cited = earlier.map((span): Candidate => rankedByKey.get(keyOf(span)) ?? { ...span, relevance: 0 });
  const selected = chooseSentences(cited, sentences, tokens);
  const articleRank = new Map<string, number>();
  for (const { article } of [...sentences, ...cited]) {
    if (!articleRank.has(article.id)) articleRank.set(article.id, articleRank.size);
  }
  const articleRankOf = ({ article }: Candidate) => articleRank.get(article.id) ?? 0;
  return [...selected]
    .sort((a, b) => articleRankOf(a) - articleRankOf(b) || a.start - b.start)
    .map(({ start, end, article, relevance, phrase }, index) => ({
      number: index + 1,
      ...{ article, start, end, relevance, phrase },
      text: evidenceText(article.text.slice(start, end)),
    }));
}

function chooseSentences(
  cited: readonly Candidate[],
  ranked: readonly Candidate[],
  tokens: number | undefined,
): ReadonlySet<Candidate> {
  const inDocumentOrder = [...ranked].sort(
    (a, b) => compare(a.article.id, b.article.id) || a.start - b.start,
  );
  const precedingSentence = new Map<Candidate, Candidate>();
  for (const [index, sentence] of inDocumentOrder.entries()) {
    const previous = inDocumentOrder[index - 1];
    if (previous && previous.article.id === sentence.article.id) precedingSentence.set(sentence, previous);
  }
  const chosen = new Set<Candidate>();
  let spent = 0;
  const costOf = ({ article, start, end }: Candidate) =>
    tokens === undefined ? 0 : estimateTokens(article.text.slice(start, end)) + PROMPT_TOKENS_PER_SENTENCE;
  for (const sentence of [...cited, ...ranked]) {
    if (tokens === undefined && chosen.size >= MAX_SENTENCES) break;
    const previous = precedingSentence.get(sentence);
    const group = [sentence, ...(previous ? [previous] : [])].filter((one) => !chosen.has(one));
    const cost = group.reduce((sum, one) => sum + costOf(one), 0);
    // Skips a sentence that doesn't fit, because a shorter one still may. The first one is always included.
    if (tokens !== undefined && chosen.size > 0 && spent + cost > tokens) continue;
    for (const one of group) chosen.add(one);
    spent += cost;
  }
  if (tokens !== undefined) return chosen;
  for (const sentence of ranked.slice(0, COMPLETED_SENTENCES)) {
    for (const neighbour of findNeighbours(sentence, inDocumentOrder)) chosen.add(neighbour);
  }
  return chosen;
}

/** The sentences before and after one, up to the next heading. */
function findNeighbours(sentence: Candidate, inDocumentOrder: readonly Candidate[]): readonly Candidate[] {
  const at = inDocumentOrder.indexOf(sentence);
  const isJoined = (left: Candidate, right: Candidate) =>
    left.article.id === right.article.id && left.article.text.slice(left.end, right.start).trim() === '';
  const found: Candidate[] = [];
  for (const step of [1, -1]) {
    for (let place = at; Math.abs(place - at) < MAX_NEIGHBOURS; place += step) {
      const [current, next] = [inDocumentOrder[place], inDocumentOrder[place + step]];
      if (!current || !next || !(step > 0 ? isJoined(current, next) : isJoined(next, current))) break;
      found.push(next);
    }
  }
  return found;
}

/**
 * A reference mark: "mice.[1]", "mice[2, 3]". One that stands apart, such as "[2011] UKSC 53", one inside a word, such as
 * "[19]44", and an index, such as "x[1]" or "list[0]", belong to the sentence.
 */
const REFERENCE_MARK =
  /(?<=[^\s[(])(?<!(?<![\p{L}\p{N}])\p{Ll})(?:\[[1-9]\d{0,2}(?:\s?[,–-]\s?\d{1,3})*\])+(?![\p{L}\p{N}])/gu;

/** Puts a quote on one line and removes reference marks and invisible characters. */
export function evidenceText(quote: string): string {
  return removeInvisible(quote).replace(REFERENCE_MARK, '').replace(/\s+/gu, ' ').trim();
}

const keyOf = ({ article, start, end }: Span & { article: Article }) => `${article.id} ${start} ${end}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
