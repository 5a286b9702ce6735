// Lists with bullets or numbers.
import type { Evidence } from '../../../../core/writing-ports.js';
import { isDirectlyBefore, termsOf } from '../sentences.js';
import { type Group, headingTerms } from './group.js';

/** Opens a list item in a text without markup. */
const LIST_ITEM = /^(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?\p{L}[.)])\s/u;
/** Ends a sentence that introduces a list. */
const LIST_INTRODUCTION = /[:：]["”»]?$/u;
const NUMBER_MARK = /^\(?(?:\d{1,3}|\p{L})[.)]/u;
/** List items quoted together. */
const MAX_ITEMS = 12;

/** The lists of the best sentence's article, as far as the evidence has them. */
export function findMarkedLists(best: Evidence, evidence: readonly Evidence[]): readonly Group[] {
  const lists: Group[] = [];
  let items: Evidence[] = [];
  let introduction: Evidence | undefined;
  const close = () => {
    if (items.length > 1) lists.push(toGroup(items.slice(0, MAX_ITEMS), introduction));
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

/** Whether a sentence introduces a list by a colon at its end. */
export function isIntroduction({ text }: Evidence): boolean {
  return LIST_INTRODUCTION.test(text);
}

/** Whether the sentence opens with a bullet or number. */
export function isListItem({ article, start, text }: Evidence): boolean {
  const isMarked = article.structure?.some((span) => span.kind === 'list-marker' && span.start === start);
  return isMarked ?? LIST_ITEM.test(text);
}

/** Whether its items are steps: numbered or lettered. */
export function isNumbered({ items: [first] }: Group): boolean {
  return first !== undefined && NUMBER_MARK.test(first.text);
}

function toGroup(items: readonly Evidence[], introduction: Evidence | undefined): Group {
  const [first] = items;
  const termsIn = ({ text, article }: Evidence) => termsOf(text, article.language);
  return {
    ...{ kind: 'list', introduction, items },
    names: introduction ? [termsIn(introduction)] : [],
    heading: first ? headingTerms(first) : [],
    itemTerms: items.map(termsIn),
  };
}
