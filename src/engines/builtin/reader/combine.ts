// Combines ranker and reader: a learned linear model for the order, and another one for answerability. Both are small,
// so that they hold for articles and questions of other kinds than those they were fitted on.
import type { Question, RankedSentence, Ranking } from '../../../core/ranking-ports.js';
import { sigmoid } from '../ranking/answerability.js';
import { LACKING_PENALTY, MISSING_TYPE_FACTOR } from '../ranking/doubts.js';
import { RELEVANCE_CALIBRATION } from '../ranking/weights.js';
import { describePhrase } from './found-phrase.js';
import type { Reading } from './read-window.js';
import { createMassReader, groupParagraphs } from './windows.js';

/** Features of a sentence. All are log odds, except the last two, which are between 0 and 1. */
export const ORDER_FEATURES = ['ranker', 'reader', 'wasRead', 'readerProbability'] as const;

/**
 * Features of a question. The first two are log odds. The others are between 0 and 1, except the logarithm of the number
 * of words. `first` is the sentence that comes first, and the phrase is the reader's best one in it.
 */
export const ANSWERABILITY_FEATURES = [
  'rankerConfidence',
  'bestReading',
  'bestReadingShare',
  'firstShare',
  'antonymInFirst',
  'phraseCertainty',
  'phraseWords',
  'asksForEvidentType',
  'phraseLacksType',
  'isUnmatched',
] as const;

/** What `npm run train:combination` learns. */
export interface CombinationModel {
  /** In the order of {@link ORDER_FEATURES}. */
  readonly order: readonly number[];
  /** Platt scaling from a combined score to log odds that the sentence answers. */
  readonly relevance: { readonly scale: number; readonly bias: number };
  /** Log odds that the question is answered. Weights in the order of {@link ANSWERABILITY_FEATURES}. */
  readonly answerability: { readonly weights: readonly number[]; readonly bias: number };
  /** Confidence below which the question counts as unanswered. */
  readonly threshold: number;
}

/** A sentence that wasn't read counts as a bit worse than the worst one that was. */
const UNREAD_GAP = 2;
/** Softmax temperature for summing sentence scores within a paragraph. Values from 0.75 to 1.5 did about as well. */
const PARAGRAPH_TEMPERATURE = 1;
/** Keeps log odds finite. */
const MIN_PROBABILITY = 1e-12;
/** A phrase needs this probability among all spans of its sentence. */
const MIN_PHRASE_CERTAINTY = 0.4;
/** Log odds that a phrase needs against "no answer". */
const MIN_PHRASE_SCORE = 2;
/** Highlighting more than this share of a sentence wouldn't help anyone. */
const MAX_PHRASE_SHARE = 0.6;

/** A sentence with its combined score. Higher is better; differences are log odds. */
export interface CombinedSentence {
  readonly sentence: RankedSentence;
  readonly reading: Reading | undefined;
  readonly score: number;
}

/** The ranker's score of a sentence. Higher is better; any number. */
export function rankerScore({ relevance }: RankedSentence): number {
  return logOdds(relevance) / RELEVANCE_CALIBRATION.scale;
}

/** Returns the ranking in its new order, with new relevances, phrases, confidence and threshold. */
export function combine(
  question: Question,
  ranking: Ranking,
  readings: readonly Reading[],
  model: CombinationModel,
): Ranking {
  if (readings.length === 0) return ranking;
  const combined = demoteLacking(scoreSentences(ranking, readings, model.order));
  const sentences = combined.map(({ sentence, reading, score }): RankedSentence => {
    const phrase = reading && choosePhrase(reading);
    return {
      ...sentence,
      relevance: sigmoid(model.relevance.scale * score + model.relevance.bias),
      ...(phrase ? { phrase } : {}),
    };
  });
  return {
    ...ranking,
    sentences,
    paragraphs: orderParagraphs(
      sentences,
      combined.map(({ score }) => score),
    ),
    confidence:
      estimateAnswerability(question, ranking, combined, model.answerability) *
      (sentences[0]?.signals?.lacksAnswer ? MISSING_TYPE_FACTOR : 1),
    threshold: Math.max(model.threshold, ranking.threshold ?? 0),
  };
}

function estimateAnswerability(
  question: Question,
  ranking: Ranking,
  combined: readonly CombinedSentence[],
  { weights, bias }: CombinationModel['answerability'],
): number {
  return sigmoid(dot(weights, readAnswerabilityInput(question, ranking, combined)) + bias);
}

/** Scores all sentences, best first. Ties keep the ranker's order. */
export function scoreSentences(
  { sentences }: Pick<Ranking, 'sentences'>,
  readings: readonly Reading[],
  weights: readonly number[],
): readonly CombinedSentence[] {
  const bySentence = new Map(readings.map((reading) => [reading.sentence, reading]));
  const inputs = readOrderInputs(sentences, readings);
  return sentences
    .map((sentence, at) => ({
      sentence,
      reading: bySentence.get(sentence),
      score: dot(weights, inputs[at] ?? []),
    }))
    .sort((a, b) => b.score - a.score);
}

/** If the best sentence certainly lacks what is asked for, puts all such sentences behind those that may have it. */
function demoteLacking(combined: readonly CombinedSentence[]): readonly CombinedSentence[] {
  const isLacking = ({ sentence }: CombinedSentence) => sentence.signals?.lacksAnswer === true;
  if (!combined[0] || !isLacking(combined[0])) return combined;
  return combined
    .map((one) => (isLacking(one) ? { ...one, score: one.score - LACKING_PENALTY } : one))
    .sort((a, b) => b.score - a.score);
}

/** The features of each sentence, in the order of {@link ORDER_FEATURES}. */
export function readOrderInputs(
  sentences: readonly RankedSentence[],
  readings: readonly Reading[],
): readonly (readonly number[])[] {
  const scores = new Map(readings.map(({ sentence, score }) => [sentence, score]));
  const unread = Math.min(...scores.values()) - UNREAD_GAP;
  return sentences.map((sentence) => {
    const score = scores.get(sentence);
    const filled = score ?? unread;
    return [logOdds(sentence.relevance), filled, score === undefined ? 0 : 1, sigmoid(filled)];
  });
}

/** The features of the question, in the order of {@link ANSWERABILITY_FEATURES}. At least one sentence was read. */
export function readAnswerabilityInput(
  question: Question,
  ranking: Pick<Ranking, 'confidence' | 'unmatched'>,
  combined: readonly CombinedSentence[],
): readonly number[] {
  const readings = combined.flatMap(({ reading }) => (reading ? [reading.score] : [])).sort((a, b) => b - a);
  const [first] = combined;
  const phrase = first?.reading && describePhrase(question, first.sentence, first.reading.span);
  const shareOf = (scores: readonly number[]) =>
    1 / scores.reduce((sum, score) => sum + Math.exp(score - (scores[0] ?? 0)), 0);
  return [
    logOdds(ranking.unmatched ?? ranking.confidence),
    readings[0] ?? 0,
    shareOf(readings),
    shareOf(combined.map(({ score }) => score)),
    first?.sentence.signals?.hasAntonym ? 1 : 0,
    first?.reading?.certainty ?? 0,
    Math.log(1 + (phrase?.words ?? 0)),
    phrase?.asksForEvidentType ? 1 : 0,
    phrase?.lacksType ? 1 : 0,
    ranking.unmatched === undefined ? 0 : 1,
  ];
}

/** The best sentence of each paragraph, best paragraph first. */
function orderParagraphs(
  sentences: readonly RankedSentence[],
  scores: readonly number[],
): readonly RankedSentence[] {
  const scoreBySentence = new Map(sentences.map((sentence, at) => [sentence, scores[at] ?? 0]));
  const places = new Map(sentences.map((sentence, at) => [sentence, at]));
  const placeOf = (sentence: RankedSentence) => places.get(sentence) ?? 0;
  const scoreOf = (sentence: RankedSentence) => scoreBySentence.get(sentence) ?? 0;
  const massOf = createMassReader(sentences, scoreOf, PARAGRAPH_TEMPERATURE);
  return groupParagraphs(sentences)
    .map((group) => ({
      best: group.reduce((best, one) => (placeOf(one) < placeOf(best) ? one : best)),
      mass: massOf(group),
    }))
    .sort((a, b) => b.mass - a.mass || placeOf(a.best) - placeOf(b.best))
    .map(({ best }) => best);
}

function choosePhrase({ sentence, span, score, certainty }: Reading): Reading['span'] | undefined {
  const share = (span.end - span.start) / (sentence.end - sentence.start);
  const isCertain = certainty >= MIN_PHRASE_CERTAINTY && score >= MIN_PHRASE_SCORE;
  return isCertain && share <= MAX_PHRASE_SHARE ? span : undefined;
}

/** Log odds of a probability. */
function logOdds(probability: number): number {
  const kept = Math.min(1 - MIN_PROBABILITY, Math.max(MIN_PROBABILITY, probability));
  return Math.log(kept / (1 - kept));
}

function dot(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0);
}
