// Derives a sentence from its evidence: each of its words is found there, in order, and what is left out may be.

import type { Rule } from '../omit/sentence-view.js';
import type { Token } from '../parse/token.js';
import { AMOUNT } from '../words/english.js';
import { type Difference, findDifference, saySame } from './compare-tokens.js';

/** A word of the sentence with the one of the evidence that stands in its place. */
interface Substitution {
  readonly claim: Token;
  readonly evidence: Token;
  readonly difference: Difference;
}

export interface Alignment {
  /** For each token of the sentence, its place in the evidence. */
  readonly places: readonly number[];
  readonly substitution?: Substitution | undefined;
}

/** Steps that may still be taken. An alignment that needs more is given up. */
export interface Budget {
  steps: number;
}

/**
 * @param mayDiffer whether one word may stand for another that contradicts it
 * @param budget shared by all alignments of one pair of sentences
 */
export function align(
  claim: readonly Token[],
  evidence: readonly Token[],
  mayOmit: Rule,
  mayDiffer: boolean,
  budget: Budget,
): Alignment | undefined {
  const failed = new Set<number>();
  const places: number[] = [];
  let substitution: Substitution | undefined;

  function extend(index: number, from: number, canDiffer: boolean): boolean {
    const next = claim[index + 1];
    // "A, B" as "A and B", where the second is no apposition.
    const isInList = next !== undefined && (next.verb || next.key === 'not' || isMiddleItem(from));
    if (claim[index]?.key === 'and' && isInList) {
      const isListed = evidence[from]?.mark === ',' && isSameToken(next, evidence[from] as Token, false);
      if (isListed && extend(index + 1, from, canDiffer)) return true;
    }
    // "said that she" for "said she".
    const isThat = claim[index]?.key === 'that' && claim[index]?.pos === 'SCONJ';
    if (isThat && evidence[from]?.key !== 'that' && extend(index + 1, from, canDiffer)) return true;
    if (index === claim.length) return mayOmitAfter(from, evidence.length);
    const key = ((index * (evidence.length + 1) + from) << 1) | (canDiffer ? 1 : 0);
    if (failed.has(key)) return false;
    const token = claim[index] as Token;
    for (let place = from; place < evidence.length; place += 1) {
      budget.steps -= 1;
      if (budget.steps < 0) return false;
      const other = evidence[place] as Token;
      const isReduced = /^(?:who|which|that)$/.test(evidence[place - 1]?.key ?? '');
      const same = isSameToken(token, other, isReduced);
      const difference = same || !canDiffer ? undefined : findDifference(token, other);
      if (!same && difference === undefined) continue;
      if (
        !isCountOfKnown(token, other, from, place) &&
        !isHeadOfName(token, other, from, place) &&
        !mayOmitAfter(
          from,
          isReduced && same && place > from && token.verb?.isBare && other.verb?.isPassive
            ? place - 1
            : place,
        )
      )
        continue;
      places[index] = place;
      if (difference) substitution = { claim: token, evidence: other, difference };
      if (extend(index + 1, place + 1, canDiffer && same)) return true;
      if (difference) substitution = undefined;
    }
    failed.add(key);
    return false;
  }

  /** "the singers" for "thirty-one singers". */
  function isCountOfKnown(token: Token, other: Token, from: number, place: number): boolean {
    return (
      place === from + 1 &&
      token.article === 'the' &&
      other.pos === 'NOUN' &&
      evidence[from]?.pos === 'NUM' &&
      !AMOUNT.has(evidence[from - 1]?.key ?? '')
    );
  }

  /** "A, | B and C": no comma behind B, and no verb before the last item. */
  function isMiddleItem(from: number): boolean {
    const end = evidence.findIndex(
      ({ verb, mark }, index) => index > from && (verb !== undefined || !/^,?$/.test(mark)),
    );
    const rest = evidence.slice(from, end < 0 ? evidence.length : end);
    return rest[0]?.pos !== 'PROPN' && rest.some(({ key, pos }) => key === 'and' && pos === 'CCONJ');
  }

  /** "the council" for "Pelham town council". */
  function isHeadOfName(token: Token, other: Token, from: number, place: number): boolean {
    const name = evidence.slice(from, place);
    return (
      token.article === 'the' &&
      token.key === other.key &&
      other.pos === 'NOUN' &&
      other.text.toLowerCase() === other.key &&
      other.mark === '' &&
      name[0]?.pos === 'PROPN' &&
      evidence[from - 1]?.pos !== 'PROPN' &&
      name.every(
        ({ pos, mark, key }, index) =>
          /^(?:NOUN|PROPN)$/.test(pos) && key !== "'s" && (index === 0 || mark === ''),
      )
    );
  }

  /** A number keeps what it counts, so nothing right behind it is left out. */
  function mayOmitAfter(from: number, to: number): boolean {
    if (from === to) return true;
    const before = evidence[from - 1];
    if (
      before &&
      (before.pos === 'NUM' || before.pos === 'SYM') &&
      evidence[from]?.mark === '' &&
      !/^(?:ADP|ADV)$/.test(evidence[from]?.pos ?? '')
    )
      return false;
    return mayOmit(from, to);
  }

  return extend(0, 0, mayDiffer) && (!mayDiffer || substitution)
    ? { places: [...places], substitution }
    : undefined;
}

function isSameToken(claim: Token, evidence: Token, isReduced: boolean): boolean {
  return claim.isQuoted && !evidence.isQuoted ? false : saySame(claim, evidence, isReduced);
}
