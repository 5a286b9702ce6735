// Extractive summaries: the article's most central sentences, without repetition.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import type { Answered } from '../answer.js';
import { cite } from '../ask/citation/cite.js';
import { evidenceText } from '../ask/citation/evidence.js';
import type { Analyzer } from '../ports.js';
import type { Article } from '../text/article.js';
import { listSentences } from '../text/article-sentences.js';
import { type Clause, splitAtClauses } from '../text/split-clauses.js';

/** Length of a summary: at most 3, 5 or 9 sentences. */
export type SummaryLength = 'short' | 'medium' | 'long';

const MAX_SENTENCES: Readonly<Record<SummaryLength, number>> = { short: 3, medium: 5, long: 9 };
/**
 * A longer sentence is divided, and its parts are chosen like sentences. Text without full stops, such as a transcript
 * or a list of records, would otherwise be one endless sentence.
 */
const MAX_SENTENCE_CHARS = 400;
/** Sentences with fewer or more terms than this say too little or too much, and aren't chosen if others are left. */
const MIN_TERMS = 4;
const MAX_TERMS = 40;
/** Weights of the similarity to the title and of an early position. The similarity to the whole article has weight 1. */
const TITLE_WEIGHT = 0.3;
const LEAD_WEIGHT = 0.3;
/** How much a sentence loses for repeating one that is already chosen (maximal marginal relevance). */
const REPETITION_WEIGHT = 0.6;
/** Openings that refer to the sentence before, so that the sentence reads badly on its own. */
const DEPENDENT_OPENING =
  /^["“„«]?(?:he|she|it|they|this|that|these|those|but|and|er|sie|es|il|elle|ils|elles|él|ella|он|она|они)(?![\p{L}])/iu;
const DEPENDENT_OPENING_PENALTY = 0.15;
const SENTENCES_PER_STEP = 200;

/** A TF-IDF vector and its norm. */
interface TermVector {
  readonly byTerm: ReadonlyMap<string, number>;
  readonly norm: number;
}

interface Candidate extends Clause {
  readonly weights: TermVector;
  readonly score: number;
}

/**
 * Summarizes an article in its own sentences, in document order, each with a citation. Sentences are scored by their
 * similarity to the article's centroid (Radev et al. 2004, "Centroid-based summarization of multiple documents"), by
 * their similarity to the title and by their position. They are chosen by maximal marginal relevance (Carbonell &
 * Goldstein 1998, "The use of MMR, diversity-based reranking for reordering documents and producing summaries").
 * A very short article is returned whole. Where a sentence is cut, an ellipsis shows it.
 * @throws the signal's reason once it is aborted
 */
export async function summarize(
  article: Article,
  { length, signal }: { readonly length: SummaryLength; readonly signal?: AbortSignal | undefined },
  { analyzer }: { readonly analyzer: Analyzer },
): Promise<Answered> {
  const allSpans = listSentences(article).flatMap((span) =>
    splitAtClauses(article.text, span, MAX_SENTENCE_CHARS),
  );
  const bodySpans = allSpans.filter(({ start }) => start >= article.bodyStart);
  const spans = bodySpans.length > 0 ? bodySpans : allSpans;
  const candidates = await scoreSentences(article, spans, analyzer, signal);
  const chosen = (await chooseSentences(candidates, MAX_SENTENCES[length], signal)).sort(
    (a, b) => a.start - b.start,
  );
  const sentences = chosen.map(({ start, end, isCut }, index) => {
    const words = evidenceText(article.text.slice(start, end));
    const text = `${isCut?.atStart ? '… ' : ''}${words}${isCut?.atEnd ? ' …' : ''}`;
    return { text, evidence: [{ number: index + 1, article, start, end, text, relevance: 1 }] };
  });
  return { kind: 'answered', ...cite(sentences), confidence: 1, engine: 'builtin' };
}

async function scoreSentences(
  { text, title, language }: Article,
  spans: readonly Clause[],
  analyzer: Analyzer,
  signal: AbortSignal | undefined,
): Promise<readonly Candidate[]> {
  const sentences: { readonly span: Clause; readonly terms: readonly string[] }[] = [];
  for (const [index, span] of spans.entries()) {
    if (index % SENTENCES_PER_STEP === 0) await yieldToEvents();
    signal?.throwIfAborted();
    sentences.push({ span, terms: analyzer.terms(text.slice(span.start, span.end), language) });
  }
  const frequency = new Map<string, number>();
  for (const { terms } of sentences)
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const weigh = (terms: readonly string[]): TermVector => {
    const weights = new Map<string, number>();
    for (const term of terms) {
      const inverseFrequency = Math.log(1 + sentences.length / (frequency.get(term) ?? sentences.length));
      weights.set(term, (weights.get(term) ?? 0) + inverseFrequency);
    }
    return { byTerm: weights, norm: vectorNorm(weights) };
  };
  const centroid = weigh(sentences.flatMap(({ terms }) => terms));
  const titleVector = weigh(analyzer.terms(title, language));
  const hasUsefulLength = ({ length }: readonly string[]) => length >= MIN_TERMS && length <= MAX_TERMS;
  const usable = sentences.filter(({ terms }) => hasUsefulLength(terms));
  return (usable.length > 0 ? usable : sentences).map(({ span, terms }, index) => {
    const weights = weigh(terms);
    const earliness = 1 / (1 + index);
    const penalty = DEPENDENT_OPENING.test(text.slice(span.start, span.end)) ? DEPENDENT_OPENING_PENALTY : 0;
    return {
      ...span,
      weights,
      score:
        cosine(weights, centroid) +
        TITLE_WEIGHT * cosine(weights, titleVector) +
        LEAD_WEIGHT * earliness -
        penalty,
    };
  });
}

async function chooseSentences(
  candidates: readonly Candidate[],
  count: number,
  signal: AbortSignal | undefined,
): Promise<Candidate[]> {
  const chosen: Candidate[] = [];
  const remaining = new Set(candidates);
  /** Similarity to the most similar chosen sentence, updated whenever one is chosen. */
  const maxSimilarity = new Map<Candidate, number>();
  while (chosen.length < count && remaining.size > 0) {
    await yieldToEvents();
    signal?.throwIfAborted();
    let best: Candidate | undefined;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const candidate of remaining) {
      const value = candidate.score - REPETITION_WEIGHT * (maxSimilarity.get(candidate) ?? 0);
      if (value > bestScore) [best, bestScore] = [candidate, value];
    }
    if (!best) break;
    chosen.push(best);
    remaining.delete(best);
    for (const candidate of remaining) {
      const similarity = cosine(candidate.weights, best.weights);
      maxSimilarity.set(candidate, Math.max(maxSimilarity.get(candidate) ?? 0, similarity));
    }
  }
  return chosen;
}

function cosine(a: TermVector, b: TermVector): number {
  const [smaller, larger] = a.byTerm.size < b.byTerm.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of smaller.byTerm) dot += weight * (larger.byTerm.get(term) ?? 0);
  return dot === 0 ? 0 : dot / (a.norm * b.norm);
}

function vectorNorm(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
