// Analyses the question and its candidate sentences once. Every group of features builds on the result.
import type { Match, Question, TermFrequencies } from '../../../core/ranking-ports.js';
import { hashWordNgrams, tagSentences } from '../entities/tagged-sentences.js';
import { readNgramRarity } from '../features/rare-ngrams.js';
import { classifyAnswerType } from '../question/answer-type.js';
import { readQueryTerms } from '../question/query-terms.js';
import { findSubordinateClause } from '../question/subordinate-clause.js';
import { isEnglish } from '../semantics/language-vectors.js';
import { readLexicalSimilarities } from '../semantics/lexical-similarity.js';
import { createSimilarityReader } from '../semantics/semantic-similarity.js';
import { type Translation, translateQuestion } from '../translation/translate-question.js';
import { tokenize } from '../words/analyzer.js';
import { type CandidateSentence, type CandidateSet, MATCH_THRESHOLD } from './candidate-set.js';
import { findDefinition } from './definition.js';
import { joinParagraphs } from './paragraphs.js';
import {
  addContext,
  createOrderReader,
  matchTerms,
  measureNgramOverlap,
  type TermWeights,
  weighMatches,
} from './term-matching.js';

/** BM25's term saturation and length normalisation (Robertson & Zaragoza 2009). */
const K1 = 1.2;
const B = 0.5;
/** A similar word counts this much, compared with 1 for the word itself. */
const SEMANTIC_MATCH_WEIGHT = 0.8;
const EPSILON = 1e-9;

export function readCandidateSet(
  question: Question,
  matches: readonly Match[],
  frequencies: TermFrequencies,
): CandidateSet {
  const tagged = matches
    .flatMap((match) => tagSentences(match).map((sentence) => ({ match, sentence })))
    .sort((a, b) => compare(a.match.article.id, b.match.article.id) || a.sentence.start - b.sentence.start);
  const language = matches[0]?.article.language ?? question.language;
  const documentFrequency = new Map<string, number>();
  for (const { sentence } of tagged) {
    // A speaker's name is as common as what they say.
    for (const term of new Set([...sentence.terms, ...sentence.speakerTerms]))
      documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
  }
  for (const { sentence } of tagged)
    for (const term of sentence.contextTerms)
      if (!documentFrequency.has(term)) documentFrequency.set(term, 1);
  const translation = translateForeign(question, matches, new Set(documentFrequency.keys()));
  const text = translation?.text ?? question.text;
  const { alternatives } = translation ?? {};
  const query = readQueryTerms(text, language, documentFrequency, tagged.length, frequencies, alternatives);
  const { terms, total } = query;
  const type = classifyAnswerType(question.text, question.language);
  const meanLength = mean(tagged.map(({ sentence }) => sentence.tokens.length));
  const weigh = (value: (index: number) => number): number => {
    let sum = 0;
    for (let index = 0; index < terms.length; index += 1) sum += (terms[index]?.idf ?? 0) * value(index);
    return sum / total;
  };
  const readBm25 = ({ counts, length }: TermWeights, meanLength: number): number => {
    const norm = K1 * (1 - B + (B * length) / Math.max(1, meanLength));
    return weigh((index) => {
      const count = counts[index] ?? 0;
      return count > 0 ? count / (count + norm) : 0;
    });
  };
  const ngrams = terms.map(({ term }) => hashWordNgrams(term));
  const readOrder = createOrderReader(query);
  const readSimilarity = createSimilarityReader(query, type, language);
  const lexicalSimilarities = readLexicalSimilarities(text, matches);
  const sentences = tagged.map(({ match, sentence }, at): CandidateSentence => {
    const hits = matchTerms(sentence, query);
    const own = weighMatches(hits, terms.length, sentence.tokens.length);
    const termWeights = addContext(own, sentence.contextTerms, query);
    const { matched } = termWeights;
    const semantic = readSimilarity(sentence);
    const previous = tagged[at - 1];
    const isSameParagraph = previous?.match.article.id === match.article.id && !sentence.startsParagraph;
    return {
      match,
      sentence,
      lexicalSimilarity: lexicalSimilarities.get(match) ?? 0,
      hits,
      termWeights,
      wordOrder: readOrder(hits),
      semantic,
      similarityWithPrevious: readSimilarity.readTogether(
        sentence,
        isSameParagraph ? previous?.sentence : undefined,
      ),
      coverage: weigh((index) => ((matched[index] ?? 0) >= MATCH_THRESHOLD ? 1 : 0)),
      semanticCoverage: weigh((index) =>
        Math.max(matched[index] ?? 0, SEMANTIC_MATCH_WEIGHT * (semantic.nearest[index] ?? 0)),
      ),
      ngramCoverage: weigh((index) => measureNgramOverlap(ngrams[index] ?? [], sentence.ngrams)),
      bm25: readBm25(termWeights, meanLength),
    };
  });
  const paragraphs = joinParagraphs(sentences, terms.length, readBm25);
  const ngramRarity = readNgramRarity(sentences, tokenize(text, language));
  const bestBm25ByArticle = new Map<string, number>();
  for (const { match, bm25 } of sentences)
    bestBm25ByArticle.set(match.article.id, Math.max(bestBm25ByArticle.get(match.article.id) ?? 0, bm25));
  return {
    ...{
      text,
      query,
      type,
      clause: findSubordinateClause(text, query),
      sentences,
      paragraphs,
      weigh,
      bestBm25ByArticle,
      ngramRarity,
      hasOwnVectors: isEnglish(language),
      languageRarity: readSimilarity.hasVectors ? readSimilarity.languageRarity : terms.map(({ idf }) => idf),
    },
    byRarity: terms.map((_, index) => index).sort((a, b) => (terms[b]?.idf ?? 0) - (terms[a]?.idf ?? 0)),
    nameIdf: terms.reduce((sum, { isName, idf }) => sum + (isName ? idf : 0), 0),
    titleTerms: new Map(
      matches.map(({ article: { id, title, language } }) => [
        id,
        new Set(tokenize(title, language).map(({ term }) => term)),
      ]),
    ),
    isFoundAnywhere: terms.map((_, index) =>
      sentences.some(({ termWeights }) => (termWeights.matched[index] ?? 0) >= MATCH_THRESHOLD),
    ),
    definitionSentence: findDefinition(text, sentences, query),
    highest: {
      bm25: maxOf(sentences.map(({ bm25 }) => bm25)),
      coverage: maxOf(sentences.map(({ coverage }) => coverage)),
      paragraph: maxOf(paragraphs.map(({ bm25 }) => bm25)),
      ngrams: maxOf(sentences.map(({ ngramCoverage }) => ngramCoverage)),
      similarity: maxOf([...lexicalSimilarities.values()]),
      meaning: maxOf(sentences.map(({ semanticCoverage }) => semanticCoverage)),
      whole: maxOf(sentences.map(({ semantic }) => semantic.sentenceSimilarity)),
      similarityWithPrevious: maxOf(sentences.map(({ similarityWithPrevious }) => similarityWithPrevious)),
      ngramRarity: maxOf(ngramRarity),
    },
  };
}

/** Translates a question if none of the articles is in its language. A model's translation needs no other. */
function translateForeign(
  { text, language, translations }: Question,
  matches: readonly Match[],
  vocabulary: ReadonlySet<string>,
): Translation | undefined {
  const [first] = matches;
  if (!first || translations || matches.some(({ article }) => article.language === language))
    return undefined;
  return translateQuestion(text, { from: language, to: first.article.language }, vocabulary);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function maxOf(values: readonly number[]): number {
  let highest = EPSILON;
  for (const value of values) highest = Math.max(highest, value);
  return highest;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
