// Answers from a list: one item, or all of them with the sentence that introduces them.
import type { Evidence, Question } from '../../../core/ports.js';
import { findHeadings } from '../../../core/text/headings.js';
import { isDirectlyBefore, isNextInParagraph, termsOf } from './sentences.js';

/** Opens a list item in a text without markup. */
const LIST_ITEM = /^(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?\p{L}[.)])\s/u;
/** Ends a sentence that introduces a list. */
const LIST_INTRODUCTION = /[:：]["”»]?$/u;
/** List items quoted together. */
const MAX_LIST_ITEMS = 12;
/** Asks for several things: "what are the rules", "which things", "name all". */
const LIST_QUESTION =
  /^\W*(?:and |so |ok )?(?:(?:what|which|whose|name|list|give|show|tell)(?! (?:time|is|was|does it|does that|kind|sort|day|year)\b)|was (?!ist\b|kostet\b)|welche[rsn]? |nenn|zähl|qué (?!es\b|hora\b)|cuáles|quels|quelles|que(?:l|lle)s? sont|what['’]?s (?:on|in) the)/iu;
/** A heading or introduction must have this share of the question's terms. */
const MIN_INTRODUCTION_COVERAGE = 0.5;
const MIN_PREFIX = 4;
/** A short sentence that only says how many things follow. */
const ANNOUNCEMENT =
  /^(?:\p{L}+ ){0,3}(?:two|three|four|five|several|a few|zwei|drei|vier|mehrere|dos|tres|cuatro|varias|varios|deux|trois|quatre|plusieurs)(?: \p{L}+){0,2}[.:]$/iu;
const MAX_ANNOUNCED = 4;

interface List {
  readonly introduction: Evidence | undefined;
  readonly items: readonly Evidence[];
}

/**
 * The list that answers, in document order; empty if a single sentence answers better. All items are returned if the
 * question asks for what the heading or the introduction names, and only the best item if it asks for one of them.
 */
export function chooseList(
  { text: question }: Question,
  best: Evidence,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const announced = findAnnounced(best, evidence);
  if (announced.length > 0) return [best, ...announced];
  const lists = findLists(best, evidence);
  const own = lists.find(({ items }) => items.includes(best));
  const introduced = lists.find(({ introduction }) => introduction === best);
  if (introduced) return withIntroduction(introduced);
  const { language } = best.article;
  const asked = termsOf(question, language);
  const coverage = (terms: readonly string[]) =>
    asked.filter((term) => terms.some((other) => isSimilar(term, other))).length / Math.max(1, asked.length);
  if (!LIST_QUESTION.test(question) || asked.length === 0) return [];
  if (own) {
    const frame = frameTerms(own, language);
    const hasOwnTerm = asked.some(
      (term) =>
        termsOf(best.text, language).some((other) => isSimilar(term, other)) &&
        !frame.some((other) => isSimilar(term, other)),
    );
    return hasOwnTerm || coverage(frame) === 0 ? [] : withIntroduction(own);
  }
  const bestCoverage = coverage(termsOf(best.text, language));
  const [chosen] = lists
    .map((list) => ({ list, covered: coverage(frameTerms(list, language)) }))
    .filter(({ covered }) => covered >= MIN_INTRODUCTION_COVERAGE && covered >= bestCoverage)
    .sort((a, b) => b.covered - a.covered);
  return chosen ? withIntroduction(chosen.list) : [];
}

/** What a sentence such as "Two things." announces: the sentences after it in its paragraph. */
function findAnnounced(best: Evidence, evidence: readonly Evidence[]): readonly Evidence[] {
  if (!ANNOUNCEMENT.test(best.text)) return [];
  const found: Evidence[] = [];
  let current = best;
  for (const next of evidence.slice(evidence.indexOf(best) + 1)) {
    if (found.length === MAX_ANNOUNCED || !isNextInParagraph(current, next)) break;
    found.push(next);
    current = next;
  }
  return found;
}

function withIntroduction({ introduction, items }: List): readonly Evidence[] {
  return [...(introduction ? [introduction] : []), ...items];
}

/** The lists of the best sentence's article, as far as the evidence has them. */
function findLists(best: Evidence, evidence: readonly Evidence[]): readonly List[] {
  const lists: List[] = [];
  let items: Evidence[] = [];
  let introduction: Evidence | undefined;
  const close = () => {
    if (items.length > 1) lists.push({ introduction, items: items.slice(0, MAX_LIST_ITEMS) });
    items = [];
    introduction = undefined;
  };
  const own = evidence.filter(({ article }) => article === best.article);
  for (const [index, sentence] of own.entries()) {
    const previous = own[index - 1];
    const follows = previous !== undefined && isDirectlyBefore(previous, sentence);
    if (!isListItem(sentence)) {
      close();
      continue;
    }
    if (!follows) close();
    if (items.length === 0 && follows && LIST_INTRODUCTION.test(previous.text)) introduction = previous;
    items.push(sentence);
  }
  close();
  return lists;
}

/** Whether the sentence opens with a bullet or number. */
function isListItem({ article, start, text }: Evidence): boolean {
  const isMarked = article.structure?.some((span) => span.kind === 'list-marker' && span.start === start);
  return isMarked ?? LIST_ITEM.test(text);
}

/** Terms of the introduction and of the heading above the list. */
function frameTerms({ introduction, items }: List, language: string): readonly string[] {
  const [first] = items;
  if (!first) return [];
  const { article } = first;
  const heading = findHeadings(article, first.start).at(-1);
  const texts = [introduction?.text ?? '', heading ? article.text.slice(heading.start, heading.end) : ''];
  return termsOf(texts.join('\n'), language);
}

/** Same term, or the same beginning: "help" and "helper". */
function isSimilar(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= MIN_PREFIX && long.startsWith(short) && short.length >= long.length * 0.6;
}
