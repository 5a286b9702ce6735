// Features of a sentence that tell how much it belongs in a summary. None depends on a language's words.
import type { Analyzer } from '../../ports.js';
import type { Article } from '../../text/article.js';
import { countWords } from '../../text/count-words.js';
import type { SummarySentence } from '../sentences/read-sentences.js';
import { cosine, createVectorizer, type TermVector } from './term-vectors.js';

/** The names of the features, in order. */
export const FEATURES = [
  'inverseIndex',
  'relativeIndex',
  'logIndex',
  'isFirstOfParagraph',
  'centroid',
  'earlyCentroid',
  'degree',
  'termProbability',
  'lead',
  'first',
  'repeatedBigrams',
  'novelty',
  'isShort',
  'isLong',
  'logWords',
  'mainNames',
  'numbers',
  'quoted',
  'isListItem',
] as const;

/** A sentence with what is measured of it. */
export interface MeasuredSentence {
  readonly sentence: SummarySentence;
  readonly terms: readonly string[];
  readonly vector: TermVector;
  /** In the order of {@link FEATURES}. */
  readonly features: readonly number[];
  /** Similarity to the title, 0 to 1. */
  readonly title: number;
}

/** More neighbours are not compared, which keeps the time linear. */
const MAX_COMPARED = 60;
const MAIN_NAMES = 6;
const NAME = /(?<=\S )\p{Lu}[\p{L}\p{M}.'’-]+/gu;
const SHORT_WORDS = 8;
const LONG_WORDS = 35;

/**
 * @param texts what is shown of each sentence
 * @param places how early each sentence stands, from 0; see {@link placesOf}
 */
export function measureSentences(
  article: Article,
  sentences: readonly SummarySentence[],
  texts: readonly string[],
  places: readonly number[],
  analyzer: Analyzer,
): readonly MeasuredSentence[] {
  const terms = texts.map((text) => analyzer.terms(text, article.language));
  const vectorize = createVectorizer(terms);
  const vectors = terms.map(vectorize);
  const centroid = vectorize(terms.flat());
  const lead = vectorize(terms.slice(0, 2).flat());
  const title = vectorize(analyzer.terms(article.title, article.language));
  const counts = countAll(terms.flat());
  const total = terms.flat().length;
  const names = texts.map((text) => text.match(NAME) ?? []);
  const mainNames = [...countAll(names.flat())].sort((a, b) => b[1] - a[1]).slice(0, MAIN_NAMES);
  const degrees = measureDegrees(vectors);
  const first = vectors[0] as TermVector;
  const bigrams = texts.map(wordBigrams);
  const bigramCounts = countAll(bigrams.flatMap((own) => [...new Set(own)]));
  const seen = new Set<string>();
  return sentences.map((sentence, at) => {
    const text = texts[at] ?? '';
    const words = Math.max(1, countWords(text));
    const own = terms[at] ?? [];
    const vector = vectors[at] as TermVector;
    const ownNames = new Set(names[at] ?? []);
    const place = places[at] ?? at;
    const similarity = cosine(vector, centroid);
    const novel = own.filter((term) => !seen.has(term)).length / Math.max(1, own.length);
    for (const term of own) seen.add(term);
    const pairs = bigrams[at] ?? [];
    const values: Record<(typeof FEATURES)[number], number> = {
      inverseIndex: 1 / (1 + place),
      relativeIndex: place / Math.max(1, sentences.length),
      logIndex: Math.log(1 + place),
      isFirstOfParagraph: sentence.isFirstOfParagraph ? 1 : 0,
      centroid: similarity,
      earlyCentroid: similarity / (1 + place),
      degree: degrees[at] ?? 0,
      termProbability: (100 * meanCount(own, counts)) / Math.max(1, total),
      lead: at < 2 ? 0 : cosine(vector, lead),
      first: at === 0 ? 0 : cosine(vector, first),
      repeatedBigrams:
        pairs.filter((pair) => (bigramCounts.get(pair) ?? 0) > 1).length / Math.max(1, pairs.length),
      novelty: novel,
      isShort: words < SHORT_WORDS ? 1 : 0,
      isLong: words > LONG_WORDS ? 1 : 0,
      logWords: Math.log(words),
      mainNames: share(mainNames, ownNames),
      numbers: Math.min(2, text.match(/\p{N}+/gu)?.length ?? 0),
      quoted: (text.match(/["“„«][^"“”»]*["“”»]/gu) ?? []).join('').length / Math.max(1, text.length),
      isListItem: sentence.isListItem ? 1 : 0,
    };
    return {
      sentence,
      terms: own,
      vector,
      features: FEATURES.map((name) => values[name]),
      title: cosine(vector, title),
    };
  });
}

/** Mean similarity to the other sentences, divided by the highest: degree centrality, as in LexRank. */
function measureDegrees(vectors: readonly TermVector[]): readonly number[] {
  const step = Math.max(1, Math.ceil(vectors.length / MAX_COMPARED));
  const sample = vectors.filter((_, at) => at % step === 0);
  const sums = vectors.map((vector) =>
    sample.reduce((sum, other) => sum + (other === vector ? 0 : cosine(vector, other)), 0),
  );
  const highest = Math.max(1e-9, ...sums);
  return sums.map((sum) => sum / highest);
}

function meanCount(terms: readonly string[], counts: ReadonlyMap<string, number>): number {
  return terms.reduce((sum, term) => sum + (counts.get(term) ?? 0), 0) / Math.max(1, terms.length);
}

/** Share of the mentions of the main names that these names stand for. */
function share(main: readonly (readonly [string, number])[], own: ReadonlySet<string>): number {
  const total = main.reduce((sum, [, count]) => sum + count, 0);
  return main.reduce((sum, [name, count]) => sum + (own.has(name) ? count : 0), 0) / Math.max(1, total);
}

function wordBigrams(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

function countAll(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
