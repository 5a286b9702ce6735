// A question and its candidates, looked over once: what every group of features builds on.
import type { Match, Question, TermFrequencies } from '../../../core/ports.js';
import { ngramsOf, tagSentences } from '../entities/tagged-sentences.js';
import { readNgramRarity } from '../features/rare-ngrams.js';
import { classifyAnswerType } from '../question/answer-type.js';
import { readQueryTerms } from '../question/query-terms.js';
import { findSubordinateClause } from '../question/subordinate-clause.js';
import { createSimilarityReader } from '../semantics/semantic-similarity.js';
import { tokenize } from '../words/analyzer.js';
import { type CandidateSentence, type CandidateSet, MATCH_THRESHOLD } from './candidate-set.js';
import { findDefinition } from './definition.js';
import { joinParagraphs } from './paragraphs.js';
import {
  createOrderReader,
  type MatchWeights,
  matchTerms,
  measureNgramOverlap,
  weighMatches,
} from './term-matching.js';

/** BM25's saturation and length normalisation (Robertson & Zaragoza 2009). */
const K1 = 1.2;
const B = 0.5;
/** What a word of like meaning counts beside the word itself. */
const LIKE = 0.8;
const TINY = 1e-9;

export function readCandidateSet(
  question: Question,
  matches: readonly Match[],
  frequencies: TermFrequencies,
): CandidateSet {
  const inOrder = matches
    .flatMap((match) => tagSentences(match).map((sentence) => ({ match, sentence })))
    .sort((a, b) => compare(a.match.article.id, b.match.article.id) || a.sentence.start - b.sentence.start);
  const language = matches[0]?.article.language ?? question.language;
  const documentFrequency = new Map<string, number>();
  for (const { sentence } of inOrder)
    for (const term of sentence.terms) documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
  const asked = readQueryTerms(question.text, language, documentFrequency, inOrder.length, frequencies);
  const { terms, total } = asked;
  const type = classifyAnswerType(question.text, question.language);
  const meanLength = mean(inOrder.map(({ sentence }) => sentence.tokens.length));
  const weigh = (value: (index: number) => number): number => {
    let sum = 0;
    for (let index = 0; index < terms.length; index += 1) sum += (terms[index]?.idf ?? 0) * value(index);
    return sum / total;
  };
  const readBm25 = ({ times, length }: MatchWeights, usual: number): number => {
    const norm = K1 * (1 - B + (B * length) / Math.max(1, usual));
    return weigh((index) => {
      const count = times[index] ?? 0;
      return count > 0 ? count / (count + norm) : 0;
    });
  };
  const grams = terms.map(({ term }) => ngramsOf(term));
  const readOrder = createOrderReader(asked);
  const readMeaning = createSimilarityReader(asked, type, language);
  const sentences = inOrder.map(({ match, sentence }, at): CandidateSentence => {
    const hits = matchTerms(sentence, asked);
    const level = weighMatches(hits, terms.length, sentence.tokens.length);
    const { held } = level;
    const meaning = readMeaning(sentence);
    const before = inOrder[at - 1];
    const isBesideBefore = before?.match.article.id === match.article.id && !sentence.startsParagraph;
    return {
      match,
      sentence,
      hits,
      level,
      order: readOrder(hits),
      meaning,
      wholeWithBefore: readMeaning.readTogether(sentence, isBesideBefore ? before?.sentence : undefined),
      coverage: weigh((index) => ((held[index] ?? 0) >= MATCH_THRESHOLD ? 1 : 0)),
      meaningCoverage: weigh((index) => Math.max(held[index] ?? 0, LIKE * (meaning.nearest[index] ?? 0))),
      gramCoverage: weigh((index) => measureNgramOverlap(grams[index] ?? [], sentence.grams)),
      bm25: readBm25(level, meanLength),
    };
  });
  const paragraphs = joinParagraphs(sentences, terms.length, readBm25);
  const gramRarity = readNgramRarity(sentences, tokenize(question.text, language));
  const bestOfArticle = new Map<string, number>();
  for (const { match, bm25 } of sentences)
    bestOfArticle.set(match.article.id, Math.max(bestOfArticle.get(match.article.id) ?? 0, bm25));
  return {
    ...{
      asked,
      type,
      clause: findSubordinateClause(question.text, asked),
      sentences,
      paragraphs,
      weigh,
      bestOfArticle,
      gramRarity,
      hasMeaning: readMeaning.isRead,
      uncommon: readMeaning.isRead ? readMeaning.uncommon : terms.map(({ idf }) => idf),
    },
    byRarity: terms.map((_, index) => index).sort((a, b) => (terms[b]?.idf ?? 0) - (terms[a]?.idf ?? 0)),
    nameTotal: terms.reduce((sum, { isName, idf }) => sum + (isName ? idf : 0), 0),
    titles: new Map(
      matches.map(({ article: { id, title, language } }) => [
        id,
        new Set(tokenize(title, language).map(({ term }) => term)),
      ]),
    ),
    isKnown: terms.map((_, index) =>
      sentences.some(({ level }) => (level.held[index] ?? 0) >= MATCH_THRESHOLD),
    ),
    introduction: findDefinition(question.text, sentences, asked),
    highest: {
      bm25: most(sentences.map(({ bm25 }) => bm25)),
      coverage: most(sentences.map(({ coverage }) => coverage)),
      paragraph: most(paragraphs.map(({ bm25 }) => bm25)),
      grams: most(sentences.map(({ gramCoverage }) => gramCoverage)),
      similarity: most(matches.map(({ similarity }) => similarity)),
      meaning: most(sentences.map(({ meaningCoverage }) => meaningCoverage)),
      whole: most(sentences.map(({ meaning }) => meaning.whole)),
      wholeWithBefore: most(sentences.map(({ wholeWithBefore }) => wholeWithBefore)),
      gramRarity: most(gramRarity),
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function most(values: readonly number[]): number {
  let highest = TINY;
  for (const value of values) highest = Math.max(highest, value);
  return highest;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
