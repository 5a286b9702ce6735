// Answers from a list: one item, or all of them with the sentence that introduces them.
import type { Question } from '../../../../core/ranking-ports.js';
import type { Evidence } from '../../../../core/writing-ports.js';
import { NUMBER_WORDS } from '../../entities/entity-types.js';
import { isDirectlyBefore, termsOf } from '../sentences.js';
import { findTables } from '../tables/tables.js';
import { COUNTS, findAnnounced, TOLD_THINGS } from './announced.js';
import { filterItems, frameOf, type Group, headingTerms, namePrecision } from './group.js';
import { coverageOf, exactCoverageOf, type ListQuestion, readListQuestion } from './list-question.js';
import { findMarkedLists, isNumbered } from './marked-lists.js';
import { findParallel } from './parallel-sentences.js';
import { findSectionAnswer, findTopicAnswer } from './section-answers.js';

/** A heading, introduction or column name must have this share of the question's terms. */
const MIN_FRAME_COVERAGE = 0.5;
const ONE_WORDS = new Set(['a', 'an', 'one', 'ein', 'eine', 'einen', 'un', 'una', 'uno', 'une']);
/** A name must have at most as many other words. */
const MIN_NAME_PRECISION = 0.45;

/**
 * The list that answers, in document order; empty if a single sentence answers better. All items are returned if the
 * question asks for what the heading or the introduction names, and only some if it asks for those.
 * @param asksWhy whether it asks for reasons, which are often announced and then told one by one
 */
export function chooseList(
  question: Question,
  best: Evidence,
  evidence: readonly Evidence[],
  asksWhy: boolean,
): readonly Evidence[] {
  const asked = readListQuestion(question, best.article.language);
  const announced = findAnnounced({ question: asked, asksWhy }, best, evidence);
  if (announced.length > 0) return announced;
  const lists = findMarkedLists(best, evidence);
  const introduced = [...lists, ...findTables(best, evidence)].find((group) => isIntroducedBy(group, best));
  const isOpen = asked.asksForSeveral || asked.asksForSteps;
  if (isOpen && asked.terms.length > 0) {
    const suited = asked.asksForSeveral
      ? [...lists, ...findTables(best, evidence)]
      : lists.filter(isNumbered);
    const group = chooseGroup(asked, best, suited);
    if (group.length > 0) return group;
  }
  if (introduced) return [best, ...introduced.items];
  if (!asked.asksForSeveral || asked.terms.length === 0) return [];
  const finders = [...(asked.asksForMany ? [findSectionAnswer, findTopicAnswer] : []), findParallel];
  for (const find of finders) {
    const found = find(asked, best, evidence);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The list that the question asks for by name, such as "the rules for the floor" under "On the floor": it answers even if
 * none of its items looks like an answer. Empty if no list has all the words.
 */
export function findNamedList(question: Question, evidence: readonly Evidence[]): readonly Evidence[] {
  const [best] = [...evidence].sort((a, b) => b.relevance - a.relevance);
  if (!best) return [];
  const { language } = best.article;
  const asked = readListQuestion(question, language);
  if (!asked.asksForSeveral || asked.terms.length === 0) return [];
  const lists = findMarkedLists(best, evidence);
  // "The four rules": a list is what has rules, and four of them.
  const things = withoutListNouns(question.text, asked);
  if (things.length === 0) return [];
  const found = lists.find(
    (group) =>
      exactCoverageOf({ terms: things }, frameOf(group)) === 1 &&
      namePrecision(group, { ...asked, terms: things }) >= MIN_NAME_PRECISION,
  );
  return found ? withIntroduction(found) : [];
}

/** The question's terms without "rules", "steps" and numbers. */
function withoutListNouns(text: string, { terms, language }: ListQuestion): readonly string[] {
  const general = text
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (word) => TOLD_THINGS.test(word) || NUMBER_WORDS.has(word.toLowerCase()) || /^\p{N}+$/u.test(word),
    )
    .flatMap((word) => termsOf(word, language));
  return terms.filter((term) => !general.includes(term));
}

/** The list or table whose introduction, heading or column name is what the question asks for. */
function chooseGroup(asked: ListQuestion, best: Evidence, groups: readonly Group[]): readonly Evidence[] {
  const bestTerms = [...termsOf(best.text, best.article.language), ...headingTerms(best)];
  const bestCoverage = exactCoverageOf(asked, bestTerms);
  const own = groups.find(({ introduction, items }) => introduction === best || items.includes(best));
  const [chosen] = groups
    .map((group) => ({
      ...{ group, covered: coverageOf(asked, frameOf(group)), precision: namePrecision(group, asked) },
      exact: exactCoverageOf(asked, frameOf(group)),
    }))
    .filter(
      ({ group, covered, exact }) =>
        covered >= MIN_FRAME_COVERAGE && exact > 0 && (group === own || exact >= bestCoverage),
    )
    .sort((a, b) => b.covered - a.covered || b.precision - a.precision);
  const group = chosen?.group ?? own;
  if (!group || coverageOf(asked, frameOf(group)) === 0) return [];
  const items = filterItems(group, asked);
  if (items.length === group.items.length) return withIntroduction(group);
  return group === own && items.includes(best) ? items : [];
}

/** Whether a sentence stands right before the items, and ends with a colon or says how many there are. */
function isIntroducedBy({ introduction, items }: Group, best: Evidence): boolean {
  if (introduction !== undefined) return introduction === best;
  const [first] = items;
  return (
    first !== undefined && isDirectlyBefore(best, first) && readNumbers(best.text).includes(items.length)
  );
}

/** The numbers of a text, and their sum: "three women and a man". */
function readNumbers(text: string): readonly number[] {
  const numbers = (text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []).flatMap((word) => {
    const value = /^\p{N}+$/u.test(word)
      ? Number(word)
      : (COUNTS[word] ?? (ONE_WORDS.has(word) ? 1 : undefined));
    return value === undefined ? [] : [value];
  });
  return [...numbers, numbers.reduce((sum, one) => sum + one, 0)];
}

function withIntroduction({ introduction, items }: Group): readonly Evidence[] {
  return [...(introduction ? [introduction] : []), ...items];
}
