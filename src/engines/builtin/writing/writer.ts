// The built-in writer answers with the article's own sentences: the shortest set that answers, in document
// order.
import { mayAskForTwo } from '../../../core/ask/splitting/split-questions.js';
import type { Question } from '../../../core/ranking-ports.js';
import { type Evidence, NOT_IN_ARTICLE, type Writer } from '../../../core/writing-ports.js';
import { classifyAnswerType } from '../question/answer-type.js';
import { ANSWER_THRESHOLD } from '../ranking/weights.js';
import { chooseCompared } from './comparisons.js';
import { findContinuation, findSupport } from './dependent-sentences.js';
import { chooseList, findNamedList } from './lists/choose-list.js';
import { readListQuestion } from './lists/list-question.js';
import { findReason } from './reasons.js';
import { isDirectlyBefore, isDuplicate, isHeadline, termsOf } from './sentences.js';
import { lookUpRows } from './tables/look-up-rows.js';
import { isRow } from './tables/tables.js';

const MAX_SENTENCES = 3;
/** An additional sentence needs at least this share of the best sentence's relevance. */
const MIN_SHARE = 0.75;
/** One that is nearly as good as the best is quoted even if it adds no term, because either may be the answer. */
const TIE_SHARE = 0.85;
/** The least share of the best one's odds, for a neighbour and for a tie. */
const MIN_ODDS_SHARE = 0.3;
/**
 * A neighbour of the best sentence that adds missing terms needs less: "He fears …" after the sentence with
 * his name. Of 69 such neighbours in the development conversations, 9 gave the answer; the odds keep these 9 and 27 others.
 */
const MIN_NEIGHBOUR_SHARE = 0.15;
/**
 * A sentence of the body replaces a better one in the headline or dek if it has at least this share of its
 * relevance.
 */
const MIN_BODY_SHARE = 0.5;

export function createWriter(): Writer {
  return {
    async *write(question, evidence, { confidence, threshold = ANSWER_THRESHOLD }) {
      const isLikely = confidence >= threshold && evidence.length > 0;
      const chosen = isLikely ? chooseSentences(question, evidence) : findSureAnswer(question, evidence);
      if (chosen.length === 0) yield NOT_IN_ARTICLE;
      for (const { text, number } of chosen) yield `${text} [${number}]\n`;
    },
  };
}

/** What answers even if nothing looks like an answer: a row that has everything the question names, or a list by its name. */
function findSureAnswer(question: Question, evidence: readonly Evidence[]): readonly Evidence[] {
  const asksWhy = classifyAnswerType(question.text, question.language) === 'why';
  const found = asksWhy ? undefined : lookUpRows(question, evidence);
  return found?.isComplete ? found.rows : findNamedList(question, evidence);
}

/** Chooses the shortest set of sentences that answers, in document order. */
function chooseSentences(question: Question, evidence: readonly Evidence[]): readonly Evidence[] {
  const byRelevance = [...evidence].sort((a, b) => b.relevance - a.relevance);
  const best = preferRow(question, preferBody(byRelevance), byRelevance);
  if (!best) return [];
  const asksWhy = classifyAnswerType(question.text, question.language) === 'why';
  const rows = asksWhy ? [] : chooseRows(question, best, evidence);
  if (rows.length > 0) return rows;
  const list = chooseList(question, best, evidence, asksWhy);
  if (list.length > 0) return list;
  const compared = chooseCompared(question.text, best, evidence);
  if (compared.length > 0) return compared;
  const chosen = new Set([
    best,
    ...(isRow(best) ? [] : addMissingTerms(question, best, byRelevance, asksWhy)),
  ]);
  if (asksWhy) {
    for (const sentence of findReason(best, evidence)) chosen.add(sentence);
  }
  for (const sentence of [...chosen]) {
    for (const before of findSupport(sentence, evidence)) chosen.add(before);
  }
  for (const after of findContinuation(best, evidence)) chosen.add(after);
  return [...chosen].sort((a, b) => a.number - b.number);
}

/** Further sentences that are about as relevant and have query terms that the others lack. */
function addMissingTerms(
  { text: question }: Question,
  best: Evidence,
  byRelevance: readonly Evidence[],
  asksWhy: boolean,
): readonly Evidence[] {
  const chosen = [best];
  // The second thing, or the reason, is often in the next sentence.
  const asksForMore = asksWhy || mayAskForTwo(question);
  const known = termsOf(best.text, best.article.language);
  const missing = new Set(termsOf(question, best.article.language).filter((term) => !known.includes(term)));
  for (const sentence of byRelevance) {
    if (chosen.length >= MAX_SENTENCES) break;
    const isNeighbour = isDirectlyBefore(best, sentence) || isDirectlyBefore(sentence, best);
    const share = isNeighbour ? MIN_NEIGHBOUR_SHARE : MIN_SHARE;
    if (sentence.relevance < best.relevance * share) continue;
    if (isHeadline(sentence) || sentence.article !== best.article) continue;
    if (chosen.some((one) => isDuplicate(one, sentence))) continue;
    const adds = termsOf(sentence.text, sentence.article.language).filter((term) => missing.has(term));
    const isTie =
      chosen.length === 1 &&
      !isRow(sentence) &&
      sentence.relevance >= best.relevance * TIE_SHARE &&
      hasOddsOf(sentence, best);
    const mayAdd = !isNeighbour || asksForMore || (best.phrase === undefined && hasOddsOf(sentence, best));
    if (!isTie && (adds.length === 0 || !mayAdd)) continue;
    for (const term of adds) missing.delete(term);
    chosen.push(sentence);
  }
  return chosen;
}

/** Compares the odds, because two probabilities near 1 are always close to each other. */
function hasOddsOf(sentence: Evidence, best: Evidence): boolean {
  const odds = ({ relevance }: Evidence) => relevance / Math.max(1 - relevance, Number.EPSILON);
  return odds(sentence) >= odds(best) * MIN_ODDS_SHARE;
}

/**
 * The rows of a table that the question means; empty if it may ask for a whole list, or if the best sentence is prose and
 * has all of its words.
 */
function chooseRows(question: Question, best: Evidence, evidence: readonly Evidence[]): readonly Evidence[] {
  const { language } = best.article;
  const asked = readListQuestion(question, language);
  const found = lookUpRows(question, evidence);
  if (!found || (asked.asksForMany && !found.isComplete)) return [];
  if (isRow(best)) return found.rows;
  const known = termsOf(best.text, language);
  return found.isComplete && asked.terms.some((term) => !known.includes(term)) ? found.rows : [];
}

/** Of the rows of a table, prefers the one that has most terms of the question, because their other words are alike. */
function preferRow(
  question: Question,
  best: Evidence | undefined,
  byRelevance: readonly Evidence[],
): Evidence | undefined {
  if (!best || !isRow(best)) return best;
  const asked = new Set(termsOf(question.text, best.article.language));
  const countShared = ({ text }: Evidence) =>
    new Set(termsOf(text, best.article.language).filter((term) => asked.has(term))).size;
  const rows = byRelevance.filter(
    (row) => isRow(row) && row.article === best.article && row.relevance >= best.relevance * MIN_BODY_SHARE,
  );
  const most = Math.max(...rows.map(countShared));
  return rows.find((row) => countShared(row) === most) ?? best;
}

/** Prefers a sentence of the body over a headline or dek that says nearly the same. */
function preferBody(byRelevance: readonly Evidence[]): Evidence | undefined {
  const [best] = byRelevance;
  if (!best || !isHeadline(best)) return best;
  const inBody = byRelevance.find((sentence) => !isHeadline(sentence) && sentence.article === best.article);
  return inBody && inBody.relevance >= best.relevance * MIN_BODY_SHARE ? inBody : best;
}
