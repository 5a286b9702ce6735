// A summary in the article's own sentences: those closest to what the whole is about, none saying another again.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import type { Answered } from '../answer.js';
import { cite } from '../ask/cite.js';
import { evidenceText } from '../ask/evidence.js';
import type { Analyzer } from '../ports.js';
import type { Article, Span } from '../text/article.js';
import { splitIntoSentences } from '../text/split-sentences.js';

/** How much a summary says. */
export type SummaryLength = 'short' | 'medium' | 'long';

/** Sentences of a summary, at most. */
const MAX_SENTENCES: Readonly<Record<SummaryLength, number>> = { short: 3, medium: 5, long: 9 };
/** Sentences outside these lengths, in words that are no stop words, tell too little or too much at once. */
const MIN_TERMS = 4;
const MAX_TERMS = 40;
/** What being close to the headline and standing early count beside being close to the whole. */
const TITLE_WEIGHT = 0.3;
const LEAD_WEIGHT = 0.3;
/** How much a sentence loses by repeating what is chosen already: maximal marginal relevance. */
const REPETITION_WEIGHT = 0.6;
/** A sentence that begins so leans on the one before it, and reads badly alone. */
const DEPENDENT_OPENING =
  /^["“„«]?(?:he|she|it|they|this|that|these|those|but|and|er|sie|es|il|elle|ils|elles|él|ella|он|она|они)(?![\p{L}])/iu;
const DEPENDENT_OPENING_PENALTY = 0.15;
const SENTENCES_PER_STEP = 200;

/** Terms by how much they weigh, and the length of that vector. */
interface Weights {
  readonly byTerm: ReadonlyMap<string, number>;
  readonly norm: number;
}

interface Candidate extends Span {
  readonly weights: Weights;
  readonly score: number;
}

/**
 * Sums an article up in sentences of its own, in document order, each with its footnote. Sentences are scored by
 * closeness to the article's centroid (Radev et al. 2004, "Centroid-based summarization of multiple documents"),
 * to its title and to its beginning, and chosen by maximal marginal relevance (Carbonell & Goldstein 1998).
 * An article of a few sentences is given whole.
 */
export async function summarize(
  article: Article,
  { length, signal }: { readonly length: SummaryLength; readonly signal?: AbortSignal | undefined },
  { analyzer }: { readonly analyzer: Analyzer },
): Promise<Answered> {
  const all = splitIntoSentences(article.text, article.language);
  const body = all.filter(({ start }) => start >= article.bodyStart);
  const spans = body.length > 0 ? body : all;
  const candidates = await scoreSentences(article, spans, analyzer, signal);
  const chosen = (await chooseSentences(candidates, MAX_SENTENCES[length], signal)).sort(
    (a, b) => a.start - b.start,
  );
  const sentences = chosen.map(({ start, end }, index) => {
    const text = evidenceText(article.text.slice(start, end));
    return { text, evidence: [{ number: index + 1, article, start, end, text, relevance: 1 }] };
  });
  return { kind: 'answered', ...cite(sentences), confidence: 1, engine: 'builtin' };
}

async function scoreSentences(
  { text, title, language }: Article,
  spans: readonly Span[],
  analyzer: Analyzer,
  signal: AbortSignal | undefined,
): Promise<readonly Candidate[]> {
  const read: { readonly span: Span; readonly terms: readonly string[] }[] = [];
  for (const [index, span] of spans.entries()) {
    if (index % SENTENCES_PER_STEP === 0) await yieldToEvents();
    signal?.throwIfAborted();
    read.push({ span, terms: analyzer.terms(text.slice(span.start, span.end), language) });
  }
  const frequency = new Map<string, number>();
  for (const { terms } of read)
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const weigh = (terms: readonly string[]): Weights => {
    const weights = new Map<string, number>();
    for (const term of terms) {
      const inverse = Math.log(1 + read.length / (frequency.get(term) ?? read.length));
      weights.set(term, (weights.get(term) ?? 0) + inverse);
    }
    return { byTerm: weights, norm: vectorNorm(weights) };
  };
  const whole = weigh(read.flatMap(({ terms }) => terms));
  const headline = weigh(analyzer.terms(title, language));
  const hasUsefulLength = ({ length }: readonly string[]) => length >= MIN_TERMS && length <= MAX_TERMS;
  const usable = read.filter(({ terms }) => hasUsefulLength(terms));
  return (usable.length > 0 ? usable : read).map(({ span, terms }, index) => {
    const weights = weigh(terms);
    const lead = 1 / (1 + index);
    const leaning = DEPENDENT_OPENING.test(text.slice(span.start, span.end)) ? DEPENDENT_OPENING_PENALTY : 0;
    return {
      ...span,
      weights,
      score: cosine(weights, whole) + TITLE_WEIGHT * cosine(weights, headline) + LEAD_WEIGHT * lead - leaning,
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
  /** Likeness to the nearest of those chosen, kept up to date as they come. */
  const similarityToChosen = new Map<Candidate, number>();
  while (chosen.length < count && remaining.size > 0) {
    await yieldToEvents();
    signal?.throwIfAborted();
    let best: Candidate | undefined;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const candidate of remaining) {
      const value = candidate.score - REPETITION_WEIGHT * (similarityToChosen.get(candidate) ?? 0);
      if (value > bestValue) [best, bestValue] = [candidate, value];
    }
    if (!best) break;
    chosen.push(best);
    remaining.delete(best);
    for (const candidate of remaining) {
      const similarity = cosine(candidate.weights, best.weights);
      similarityToChosen.set(candidate, Math.max(similarityToChosen.get(candidate) ?? 0, similarity));
    }
  }
  return chosen;
}

function cosine(a: Weights, b: Weights): number {
  const [small, large] = a.byTerm.size < b.byTerm.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of small.byTerm) dot += weight * (large.byTerm.get(term) ?? 0);
  return dot === 0 ? 0 : dot / (a.norm * b.norm);
}

function vectorNorm(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
