// Makes misleading questions of answerable ones, as people write them: the same of another, another number, the opposite.

import { antonymsOf } from '../../../src/engines/builtin/semantics/antonyms.js';
import { openWordVectors } from '../../../src/engines/builtin/semantics/word-vectors.js';
import { tokenize } from '../../../src/engines/builtin/words/analyzer.js';

/** A place in a question, and what may stand there instead. */
interface Change {
  readonly from: number;
  readonly length: number;
  readonly others: readonly string[];
}

type ChangeStrategy = (question: string, text: string) => readonly Change[];

/** Names that open no sentence. */
const NAME = /(?<=[\p{Ll},;] )\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu;
const NUMBER = /(?<![\p{L}\d.,])\d(?:[\d,.]*\d)?(?![\p{L}\d])/gu;
const AUXILIARY = /(?<!\p{L})(?:did|does|do|was|were|is|are|has|have|had|could|would)(?!\p{L}|n?['’])/iu;

const changeName: ChangeStrategy = (question, text) => changeFound(question, text, NAME, () => true);

const changeNumber: ChangeStrategy = (question, text) =>
  changeFound(question, text, NUMBER, (mine, other) => mine.length === other.length);

const changeToAntonym: ChangeStrategy = (question) => {
  const vectors = openWordVectors();
  return tokenize(question, 'en').flatMap(({ term, surface, start, isStop }) => {
    if (isStop || !/^\p{Ll}{4,}$/u.test(surface)) return [];
    const others = antonymsOf(term).filter((other) => vectors.find(other) !== undefined);
    return others.length === 0 ? [] : [{ from: start, length: surface.length, others }];
  });
};

const negate: ChangeStrategy = (question) => {
  const found = AUXILIARY.exec(question);
  return found ? [{ from: found.index, length: found[0].length, others: [`${found[0]}n't`] }] : [];
};

/** Opposites twice: few questions hold a number. */
const STRATEGIES: readonly ChangeStrategy[] = [
  changeName,
  changeToAntonym,
  changeNumber,
  changeToAntonym,
  negate,
];

/**
 * @param text of the article, for names and numbers to change to
 * @param turn which way is tried first, and which of several changes is made
 * @returns undefined where nothing can be changed so; English alone is
 */
export function makeMisleading(question: string, text: string, turn: number): string | undefined {
  for (let way = 0; way < STRATEGIES.length; way += 1) {
    const changes = STRATEGIES[(turn + way) % STRATEGIES.length]?.(question, text) ?? [];
    const change = changes[turn % Math.max(1, changes.length)];
    // A prime step, so that neighbouring questions do not all take the same.
    const other = change?.others[(turn * 7_919) % change.others.length];
    if (change && other)
      return question.slice(0, change.from) + other + question.slice(change.from + change.length);
  }
  return undefined;
}

function changeFound(
  question: string,
  text: string,
  pattern: RegExp,
  isFit: (mine: string, other: string) => boolean,
): readonly Change[] {
  const all = [...new Set([...text.matchAll(pattern)].map(([found]) => found))];
  return [...question.matchAll(pattern)].flatMap(({ 0: mine, index }) => {
    const others = all.filter(
      (other) => !question.includes(other) && !other.includes(mine) && isFit(mine, other),
    );
    return others.length === 0 ? [] : [{ from: index, length: mine.length, others }];
  });
}
