// The built-in writer answers with the article's own sentences: the shortest set that answers, in document
// order.
import { type Evidence, NOT_IN_ARTICLE, type Question, type Writer } from '../../core/ports.js';
import { classifyAnswerType } from './question/answer-type.js';
import { ANSWER_THRESHOLD } from './ranking/weights.js';
import { tokenize } from './words/analyzer.js';

const MAX_SENTENCES = 3;
/** An additional sentence needs at least this share of the best sentence's relevance. */
const MIN_SHARE = 0.75;
/** One that is nearly as good as the best is quoted even if it adds no term, because either may be the answer. */
const TIE_SHARE = 0.85;
/**
 * A neighbour of the best sentence that adds missing terms needs less: "He fears …" after the sentence with
 * his name.
 */
const MIN_NEIGHBOUR_SHARE = 0.15;
/** Two sentences that share more of their terms than this are duplicates. */
const MAX_SHARED_TERMS = 0.6;
/**
 * A sentence of the body replaces a better one in the headline or dek if it has at least this share of its
 * relevance.
 */
const MIN_BODY_SHARE = 0.5;

/** Opens a sentence that can't be understood without the previous one. */
const DEPENDENT_OPENER =
  /^["“‘«]?(?:he|she|it|they|his|her|their|its|this|that|these|those|er|sie|es|il|elle|ils|elles|él|ella|ellos|он|она|они|therefore|as a result|consequently|for this reason|deshalb|darum|c['’]est pourquoi|por eso|поэтому)(?![\p{L}])/iu;
/** Opens a sentence that gives the cause of the previous one. */
const CAUSE_OPENER =
  /^["“‘«]?(?:because|this|that|the reason|it was because|the cause|weil|der grund|parce que|porque|потому)(?![\p{L}])/iu;
/** Opens a list item. */
const LIST_ITEM = /^(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?\p{L}[.)])\s/u;
/** Ends a sentence that introduces a list. */
const LIST_INTRODUCTION = /[:：]["”»]?$/u;
/** List items quoted together. */
const MAX_LIST_ITEMS = 8;

export function createWriter(): Writer {
  return {
    async *write(question, evidence, { confidence, threshold = ANSWER_THRESHOLD }) {
      if (confidence < threshold || evidence.length === 0) {
        yield NOT_IN_ARTICLE;
        return;
      }
      for (const { text, number } of chooseSentences(question, evidence)) yield `${text} [${number}]\n`;
    },
  };
}

/** Chooses the shortest set of sentences that answers, in document order. */
function chooseSentences(
  { text: question, language }: Question,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const byRelevance = [...evidence].sort((a, b) => b.relevance - a.relevance);
  const best = preferBody(byRelevance);
  if (!best) return [];
  const chosen = [best];
  const queryTerms = new Set(termsOf(question, best.article.language));
  const missing = new Set(
    [...queryTerms].filter((term) => !termsOf(best.text, best.article.language).includes(term)),
  );
  for (const sentence of byRelevance) {
    if (chosen.length >= MAX_SENTENCES) break;
    const isNeighbour = isDirectlyBefore(best, sentence) || isDirectlyBefore(sentence, best);
    const share = isNeighbour ? MIN_NEIGHBOUR_SHARE : MIN_SHARE;
    if (sentence.relevance < best.relevance * share) continue;
    if (isHeadline(sentence) || sentence.article !== best.article) continue;
    if (chosen.some((one) => isDuplicate(one, sentence))) continue;
    const adds = termsOf(sentence.text, sentence.article.language).filter((term) => missing.has(term));
    const isTie = chosen.length === 1 && sentence.relevance >= best.relevance * TIE_SHARE;
    if (adds.length === 0 && !isTie) continue;
    for (const term of adds) missing.delete(term);
    chosen.push(sentence);
  }
  for (const sentence of [...chosen]) {
    const before = evidence[evidence.indexOf(sentence) - 1];
    if (
      DEPENDENT_OPENER.test(sentence.text) &&
      before &&
      !isHeadline(before) &&
      isDirectlyBefore(before, sentence)
    )
      add(before);
  }
  const after = evidence[evidence.indexOf(best) + 1];
  const isCause = classifyAnswerType(question, language) === 'why' && after && CAUSE_OPENER.test(after.text);
  if (isCause && chosen.length === 1 && isDirectlyBefore(best, after)) add(after);
  for (const sentence of findList(best, evidence)) add(sentence);
  return chosen.sort((a, b) => a.number - b.number);

  function add(sentence: Evidence): void {
    if (!chosen.includes(sentence)) chosen.push(sentence);
  }
}

/**
 * If the best sentence introduces a list, returns its items as far as the evidence has them. If it is an
 * item, returns the sentence that introduces the list.
 */
function findList(best: Evidence, evidence: readonly Evidence[]): readonly Evidence[] {
  const at = evidence.indexOf(best);
  if (LIST_INTRODUCTION.test(best.text)) {
    const items: Evidence[] = [];
    for (const item of evidence.slice(at + 1, at + 1 + MAX_LIST_ITEMS)) {
      const last = items.at(-1) ?? best;
      if (!isDirectlyBefore(last, item)) break;
      // The sentence right after a colon belongs to it, even if it isn't a list item.
      if (items.length > 0 && !LIST_ITEM.test(item.text)) break;
      items.push(item);
      if (!LIST_ITEM.test(item.text)) break;
    }
    return items;
  }
  if (!LIST_ITEM.test(best.text)) return [];
  for (let before = at - 1; before >= 0; before -= 1) {
    const sentence = evidence[before];
    const next = evidence[before + 1];
    if (!sentence || !next || !isDirectlyBefore(sentence, next)) break;
    if (LIST_INTRODUCTION.test(sentence.text)) return [sentence];
    if (!LIST_ITEM.test(sentence.text)) break;
  }
  return [];
}

/** Whether there is nothing but white space between the two. */
function isDirectlyBefore(before: Evidence, after: Evidence): boolean {
  return (
    before.article === after.article &&
    after.start >= before.end &&
    before.article.text.slice(before.end, after.start).trim() === ''
  );
}

/** Prefers a sentence of the body over a headline or dek that says nearly the same. */
function preferBody(byRelevance: readonly Evidence[]): Evidence | undefined {
  const [best] = byRelevance;
  if (!best || !isHeadline(best)) return best;
  const inBody = byRelevance.find((sentence) => !isHeadline(sentence) && sentence.article === best.article);
  return inBody && inBody.relevance >= best.relevance * MIN_BODY_SHARE ? inBody : best;
}

function isHeadline({ article, start }: Evidence): boolean {
  return start < article.bodyStart;
}

function isDuplicate(a: Evidence, b: Evidence): boolean {
  const left = new Set(termsOf(a.text, a.article.language));
  const right = new Set(termsOf(b.text, b.article.language));
  const shared = [...left].filter((term) => right.has(term)).length;
  return shared / Math.max(1, Math.min(left.size, right.size)) > MAX_SHARED_TERMS;
}

function termsOf(text: string, language: string): string[] {
  return tokenize(text, language).flatMap(({ term, isStop }) => (isStop ? [] : [term]));
}
