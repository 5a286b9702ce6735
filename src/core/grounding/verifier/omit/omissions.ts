// What a sentence may leave out of its evidence without saying more than it.
import type { Token } from '../parse/token.js';
import { createAsideRules } from './asides.js';
import { createClauseRules } from './clauses.js';
import { createCoordinationRules } from './coordination.js';
import { createNounRules } from './nouns.js';
import { createPhraseRules } from './phrases.js';
import { type Rule, viewSentence } from './sentence-view.js';
import { createTimeRules } from './time-clauses.js';

/** Tells of any tokens `[from, to)` whether they may be left out; remembers what it was asked. */
export function findOmissions(tokens: readonly Token[]): Rule {
  const view = viewSentence(tokens);
  const rules = [
    ...createNounRules(view),
    ...createPhraseRules(view),
    ...createAsideRules(view),
    ...createClauseRules(view),
    ...createCoordinationRules(view),
    ...createTimeRules(view),
  ];
  const known = new Map<number, boolean>();
  function mayOmit(from: number, to: number): boolean {
    if (from >= to) return true;
    // "Pashley's wife" is not Pashley.
    if (tokens[from]?.key === "'s") return false;
    const key = from * (tokens.length + 1) + to;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    let isAllowed = rules.some((rule) => rule(from, to));
    // Two pieces in a row: each must stand without the other.
    for (let middle = to - 1; middle > from && !isAllowed; middle -= 1) {
      isAllowed = rules.some((rule) => rule(from, middle)) && mayOmit(middle, to);
    }
    known.set(key, isAllowed);
    return isAllowed;
  }
  return mayOmit;
}
