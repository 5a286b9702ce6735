// Answers from a list: one item, or all of them with the sentence that introduces them.
import type { Evidence, Question } from '../../../core/ports.js';
import { findHeadings } from '../../../core/text/headings.js';
import { isDirectlyBefore, isNextInParagraph, isSimilar, termsOf } from './sentences.js';
import { chooseRows } from './tables.js';

/** Opens a list item in a text without markup. */
const LIST_ITEM = /^(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?\p{L}[.)])\s/u;
/** Ends a sentence that introduces a list. */
const LIST_INTRODUCTION = /[:：]["”»]?$/u;
/** List items quoted together. */
const MAX_LIST_ITEMS = 12;
/** Asks for several things: "what are the rules", "which things", "name all". */
const LIST_QUESTION =
  /^\W*(?:and |so |ok )?(?:(?:what|which|whose|name|list|give|show|tell)(?! (?:time|is|was|does it|does that|kind|sort|day|year)\b)|was (?!ist\b|kostet\b)|welche[rsn]? |all(?:e|en|es)? (?:the |of the |die |der )?\p{L}|nenn|zähl|qué (?!es\b|hora\b)|cu[aá]les|todos? l|toutes? les |tous les |quels|quelles|que(?:l|lle)s? sont|what['’]?s (?:on|in) the)/iu;
/** Asks for the steps of something: then a numbered list answers. */
const STEPS_QUESTION =
  /^\W*(?:and |so |ok )?(?:how (?:do|can|should|must) (?:i|we|you|one) |how to |wie (?:\p{L}+ )?(?:ich|man|wir) |cómo se |cómo (?:puedo|hago) |comment (?:faire|puis-je|on) )/iu;
const NUMBER_MARK = /^\(?(?:\d{1,3}|\p{L})[.)]/u;
/** A heading or introduction must have this share of the question's terms. */
const MIN_INTRODUCTION_COVERAGE = 0.5;
/** Ends a sentence that says how many things follow, such as "Two things." or "… points to two weaknesses." */
const ANNOUNCEMENT =
  /(?<!\p{L})(two|three|four|several|a few|zwei|drei|vier|mehrere|dos|tres|cuatro|varias|varios|deux|trois|quatre|plusieurs)(?: \p{L}+){0,2}[.:]$/iu;
/** A sentence with so few words does nothing but announce; a longer one may only mention a number. */
const MAX_ANNOUNCING_WORDS = 6;
const MAX_ANNOUNCED = 4;
const COUNTS: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, zwei: 2, drei: 3, dos: 2, tres: 3, deux: 2, trois: 3 },
};

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
  const asksForList = LIST_QUESTION.test(question);
  const rows = asksForList ? chooseRows(question, best, evidence) : [];
  if (rows.length > 0) return rows;
  const announced = findAnnounced(best, evidence, asksForList);
  if (announced.length > 0) return announced;
  const lists = findLists(best, evidence);
  const introduced = lists.find(({ introduction }) => introduction === best);
  if (introduced) return withIntroduction(introduced);
  const { language } = best.article;
  const asked = termsOf(question, language);
  const suited = asksForList ? lists : lists.filter(isNumbered);
  if (!(asksForList || STEPS_QUESTION.test(question)) || asked.length === 0) return [];
  const coverage = (terms: readonly string[]) =>
    asked.filter((term) => terms.some((other) => isSimilar(term, other))).length / asked.length;
  const bestCoverage = coverage(termsOf(best.text, language));
  const [chosen] = suited
    .map((list) => ({ list, covered: coverage(frameTerms(list, language)) }))
    .filter(({ covered }) => covered >= MIN_INTRODUCTION_COVERAGE && covered >= bestCoverage)
    .sort((a, b) => b.covered - a.covered);
  const own = suited.find(({ items }) => items.includes(best));
  if (chosen && chosen.list !== own) return withIntroduction(chosen.list);
  if (!own) return [];
  const frame = frameTerms(own, language);
  const hasOwnTerm = asked.some(
    (term) =>
      termsOf(best.text, language).some((other) => isSimilar(term, other)) &&
      !frame.some((other) => isSimilar(term, other)),
  );
  return hasOwnTerm || coverage(frame) === 0 ? [] : withIntroduction(own);
}

/**
 * A sentence such as "Two things." and as many sentences after it in its paragraph. A longer one, such as "She sees two
 * risks.", announces only to someone who asks for several things, and may stand right before the best sentence.
 */
function findAnnounced(
  best: Evidence,
  evidence: readonly Evidence[],
  asksForList: boolean,
): readonly Evidence[] {
  const at = evidence.indexOf(best);
  const before = evidence[at - 1];
  const candidates = before && asksForList && isNextInParagraph(before, best) ? [best, before] : [best];
  for (const announcement of candidates) {
    const word = ANNOUNCEMENT.exec(announcement.text)?.[1];
    const isShort = announcement.text.split(' ').length <= MAX_ANNOUNCING_WORDS;
    if (word === undefined || !(isShort || asksForList)) continue;
    const count = COUNTS[word.toLowerCase()] ?? MAX_ANNOUNCED;
    const found = [announcement];
    for (const next of evidence.slice(evidence.indexOf(announcement) + 1)) {
      if (found.length > count || !isNextInParagraph(found.at(-1) ?? announcement, next)) break;
      found.push(next);
    }
    if (found.length > 1) return found;
  }
  return [];
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

/** Whether its items are steps: numbered or lettered. */
function isNumbered({ items: [first] }: List): boolean {
  return first !== undefined && NUMBER_MARK.test(first.text);
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
