// Turns answerable questions into misleading ones, as people write them: with another name, another number or
// an antonym.

import { antonymsOf } from '../../../src/engines/builtin/semantics/antonyms.js';
import { openWordVectors } from '../../../src/engines/builtin/semantics/word-vectors.js';
import { tokenize } from '../../../src/engines/builtin/words/analyzer.js';

/** A part of a question and its possible replacements. */
interface Change {
  readonly from: number;
  readonly length: number;
  readonly others: readonly string[];
}

type ChangeStrategy = (question: string, text: string) => readonly Change[];

/** Names that don't open a sentence. */
const NAME = /(?<=[\p{Ll},;] )\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu;
const NUMBER = /(?<![\p{L}\d.,])\d(?:[\d,.]*\d)?(?![\p{L}\d])/gu;
const AUXILIARY = /(?<!\p{L})(?:did|does|do|was|were|is|are|has|have|had|could|would)(?!\p{L}|n?['’])/iu;

const changeName: ChangeStrategy = (question, text) => changeFound(question, text, NAME, () => true);

const changeNumber: ChangeStrategy = (question, text) =>
  changeFound(question, text, NUMBER, (original, other) => original.length === other.length);

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

/** Antonyms are listed twice because few questions contain a number. */
const STRATEGIES: readonly ChangeStrategy[] = [
  changeName,
  changeToAntonym,
  changeNumber,
  changeToAntonym,
  negate,
];

/**
 * Changes one thing in an English question so that the article no longer answers it.
 * @param text the article's text, which provides other names and numbers
 * @param turn selects the strategy to try first, and which possible change to make
 * @returns undefined if nothing can be changed
 */
export function makeMisleading(question: string, text: string, turn: number): string | undefined {
  for (let way = 0; way < STRATEGIES.length; way += 1) {
    const changes = STRATEGIES[(turn + way) % STRATEGIES.length]?.(question, text) ?? [];
    const change = changes[turn % Math.max(1, changes.length)];
    // Multiplies by a prime so that consecutive questions get different replacements.
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
  isFit: (original: string, other: string) => boolean,
): readonly Change[] {
  const all = [...new Set([...text.matchAll(pattern)].map(([found]) => found))];
  return [...question.matchAll(pattern)].flatMap(({ 0: original, index }) => {
    const others = all.filter(
      (other) => !question.includes(other) && !other.includes(original) && isFit(original, other),
    );
    return others.length === 0 ? [] : [{ from: index, length: original.length, others }];
  });
}
