// Answers questions about a numbered list with its own steps: one of them, the next one, or all.
import type { Question } from '../../../../core/ranking-ports.js';
import type { Article, Span } from '../../../../core/text/article.js';
import { isQuestionWord } from '../../question/asking-words.js';
import { tokenize } from '../../words/analyzer.js';
import { hasTerm } from '../../writing/lists/list-question.js';
import { termsOf } from '../../writing/sentences.js';
import { findOrderedLists, type OrderedList, type Step } from './ordered-lists.js';
import {
  ENTRY_NOUN,
  namesCount,
  readStepQuestion,
  STEP_NOUN,
  type StepQuestion,
} from './read-step-question.js';

/**
 * The sentences of the steps that a question asks for, in order; empty if the list has no such step.
 * @param shown what the last answer cited of this article
 * @returns undefined if it asks for no step, or if it isn't certain which list is meant
 */
export function findSteps(
  question: Question,
  article: Article,
  { sentences, shown }: { readonly sentences: () => readonly Span[]; readonly shown: readonly Span[] },
): readonly Span[] | undefined {
  const asked = readStepQuestion(question.typed ?? question.text, [question.language, article.language]);
  if (!asked) return undefined;
  const lists = findOrderedLists(article, sentences());
  const own = lists.filter((list) => placeOf(list, shown).length > 0);
  if (asked.kind === 'next' || asked.kind === 'previous') {
    const [list, ...others] = own;
    return list && others.length === 0 ? findNeighbour(list, shown, asked.kind) : undefined;
  }
  if (asked.kind === 'beside') return findBeside(asked, lists, article, sentences());
  const list = chooseList(asked, lists, own, article);
  if (!list) return undefined;
  if (asked.kind === 'numbered') return findNumbered(asked, list, article);
  const all = [
    ...(list.introduction ? [list.introduction] : []),
    ...list.steps.flatMap((step) => step.sentences),
  ];
  if (asked.kind === 'all') return all;
  return countSteps(list, all, article, sentences());
}

/** What says how many steps there are. Undefined if a sentence outside of the list may say it. */
function countSteps(
  { introduction, steps }: OrderedList,
  all: readonly Span[],
  { text }: Article,
  sentences: readonly Span[],
): readonly Span[] | undefined {
  const wordsOf = ({ start, end }: Span) => text.slice(start, end);
  if (introduction && namesCount(wordsOf(introduction), steps.length)) return [introduction];
  const own = new Set(all.map(({ start }) => start));
  const isElsewhere = sentences.some(
    (sentence) =>
      !own.has(sentence.start) && STEP_NOUN.test(fold(wordsOf(sentence))) && /\p{N}/u.test(wordsOf(sentence)),
  );
  return isElsewhere ? undefined : all;
}

function findNumbered(
  { number, shift }: StepQuestion & { readonly kind: 'numbered' },
  { steps }: OrderedList,
  { text }: Article,
): readonly Span[] | undefined {
  const wanted = (number === -1 ? steps.length : number) + shift;
  const found = steps.find((step) => step.number === wanted);
  if (found) return found.sentences;
  // Something else in the article may have this number, or there is nothing before the first step.
  const isElsewhere = shift !== 0 || new RegExp(`(?<!\\p{N})${wanted}(?!\\p{N})`, 'u').test(text);
  return isElsewhere ? undefined : [];
}

function findNeighbour(
  list: OrderedList,
  shown: readonly Span[],
  kind: 'next' | 'previous',
): readonly Span[] | undefined {
  const places = placeOf(list, shown);
  const at = kind === 'next' ? Math.max(...places) + 1 : Math.min(...places) - 1;
  return list.steps[at]?.sentences;
}

/** The step next to the one that does what the question says. Undefined if a sentence says itself what comes after it. */
function findBeside(
  { action, word, shift }: StepQuestion & { readonly kind: 'beside' },
  lists: readonly OrderedList[],
  { text, language }: Article,
  sentences: readonly Span[],
): readonly Span[] | undefined {
  const terms = termsIn(action, language);
  if (terms.length === 0) return undefined;
  const hasAll = (words: string) => {
    const own = termsOf(words, language);
    return terms.every((term) => hasTerm(own, term, language));
  };
  const link = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu');
  const isSaid = sentences.some(({ start, end }) => {
    const words = fold(text.slice(start, end));
    return link.test(words) && hasAll(text.slice(start, end));
  });
  if (isSaid) return undefined;
  const found = lists.flatMap(({ steps }) =>
    steps.flatMap((step, at) => (hasAll(step.text) ? [{ steps, at }] : [])),
  );
  // "Book a slot" books, and "Write it in the log book" doesn't.
  const opening = found.filter(({ steps, at }) =>
    terms.includes(termsOf(withoutNumber(steps[at]?.text ?? ''), language)[0] ?? ''),
  );
  const [only, ...others] = found.length > 1 ? opening : found;
  return only && others.length === 0 ? only.steps[only.at + shift]?.sentences : undefined;
}

/** The one list that a question can mean. */
function chooseList(
  { noun, rest }: StepQuestion,
  lists: readonly OrderedList[],
  own: readonly OrderedList[],
  { title, language }: Article,
): OrderedList | undefined {
  const terms = [...termsIn(rest, language), ...(noun === undefined ? [] : termsIn(noun, language))];
  const needsName = (list: OrderedList, isTitled: boolean) => {
    const names = termsOf(isTitled ? `${list.names}\n${title}` : list.names, language);
    return terms.every((term) => hasTerm(names, term, language));
  };
  const fitting = lists.filter(
    (list) => noun !== undefined || own.includes(list) || !isOtherwiseCalled(list),
  );
  const named = fitting.filter((list) => needsName(list, false));
  const suited = named.length > 0 ? named : fitting.filter((list) => needsName(list, true));
  const shown = suited.filter((list) => own.includes(list));
  const steps = noun === undefined ? suited.filter(isCalledSteps) : [];
  for (const [only, ...others] of [shown, suited, steps]) {
    if (only && others.length === 0) return only;
  }
  return undefined;
}

function isCalledSteps({ names, steps }: OrderedList): boolean {
  return STEP_NOUN.test(fold(`${names}\n${steps[0]?.text ?? ''}`));
}

/** Whether a list is called rules or the like, so that its items are no steps. */
function isOtherwiseCalled(list: OrderedList): boolean {
  return ENTRY_NOUN.test(fold(list.names)) && !isCalledSteps(list);
}

/** Positions of the steps that were shown. */
function placeOf({ steps }: OrderedList, shown: readonly Span[]): readonly number[] {
  const isShown = (step: Step) =>
    step.sentences.some(({ start, end }) => shown.some((span) => span.start < end && span.end > start));
  return steps.flatMap((step, at) => (isShown(step) ? [at] : []));
}

function termsIn(text: string, language: string): readonly string[] {
  return tokenize(text, language).flatMap(({ term, surface, isStop }) =>
    isStop || isQuestionWord(surface, language) ? [] : [term],
  );
}

function withoutNumber(text: string): string {
  return text.replace(/^[\P{L}]+/u, '');
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
