// How much of what a sentence says stands in its evidence, word by word; and who does what to whom.
import { isLikelyName, readNames } from './mentions/names.js';
import { sharedPrefix } from './mentions/romanize.js';
import type { ParsedText, Word } from './parsed-text.js';

export interface Coverage {
  /** 0…1: share of the content words that the evidence holds; words of the question count on neither side. */
  readonly share: number;
  /** Content words that the evidence holds. */
  readonly held: number;
  /** Content words in all. */
  readonly total: number;
  /** The longest run of content words that neither evidence nor question holds. */
  readonly longestGap: number;
  /** Words that the evidence lacks in a clause of which it holds nothing, or less than half; 0 where there is none. */
  readonly bareClause: number;
}

/** Words by which a writer reports what an article says. */
const REPORTING = new Set(
  'said says say saying told tells stated states stating according reported reports reporting explained explains described describes noted notes added adds mentioned mentions article text author passage sentence source report also laut sagte sagt artikel selon dit article según dijo artículo согласно сказал сказала статья'.split(
    ' ',
  ),
);
/** Words that differ in their endings share so much of the longer one. */
const NEAR_SHARE = 0.65;
const NEAR_LETTERS = 4;
/** Words between two names of which one does something to the other. */
const MAX_BETWEEN = 4;
const BY = new Set('by von durch par por da door przez av af de'.split(' '));

export function measureCoverage(
  claim: ParsedText,
  evidence: readonly ParsedText[],
  question: ParsedText | undefined,
): Coverage {
  const there = new Set(evidence.flatMap((source) => [...source.terms]));
  const asked = question?.terms ?? new Set();
  const memo = new Map<string, boolean>();
  const isHeld = (term: string) => {
    const known = memo.get(term);
    if (known !== undefined) return known;
    const held = there.has(term) || [...there].some((other) => isNear(term, other));
    memo.set(term, held);
    return held;
  };
  let [held, counted, total, gap, longestGap, bareClause] = [0, 0, 0, 0, 0, 0];
  let [clauseHeld, clauseTotal] = [0, 0];
  let last: Word | undefined;
  const endClause = () => {
    if (clauseHeld === 0 || (clauseTotal > clauseHeld && clauseTotal > 2)) {
      bareClause = Math.max(bareClause, clauseTotal);
    }
    [clauseHeld, clauseTotal] = [0, 0];
  };
  for (const word of claim.words) {
    const gapText = last ? claim.text.slice(last.end, word.start) : '';
    // What leads in with a colon ("My orders say: …") says something by itself.
    if (/:\s/u.test(gapText) && clauseHeld === 0 && clauseTotal > 0) bareClause = Math.max(bareClause, 2);
    if (/[,;:()–—]|\s-\s/u.test(gapText)) endClause();
    last = word;
    // A figure is compared as a number, but a clause that holds one is not bare.
    if (word.isFigure) clauseHeld += 1;
    if (word.isFigure || REPORTING.has(word.folded)) continue;
    for (const term of word.terms) {
      total += 1;
      if (isHeld(term)) {
        [held, counted, gap, clauseHeld] = [held + 1, counted + 1, 0, clauseHeld + 1];
      } else if (!asked.has(term)) {
        [counted, gap, clauseTotal] = [counted + 1, gap + 1, clauseTotal + 1];
        longestGap = Math.max(longestGap, gap);
      }
    }
  }
  endClause();
  return { share: counted === 0 ? 0 : held / counted, held, total, longestGap, bareClause };
}

/** Whether two stems are forms of one word. */
function isNear(a: string, b: string): boolean {
  const shared = sharedPrefix(a, b);
  return shared >= NEAR_LETTERS && shared >= Math.max(a.length, b.length) * NEAR_SHARE;
}

/** Whether two names of the evidence have changed places around the same word. */
export function swapsRoles(claim: ParsedText, evidence: readonly ParsedText[]): boolean {
  const names = readNames(claim).flatMap(({ words, isOpening, isNoun }) => {
    const isName = !isNoun && (!isOpening || words.some((word) => isLikelyName(word, claim)));
    return isName ? words.slice(-1) : [];
  });
  for (const [at, first] of names.entries()) {
    const second = names[at + 1];
    if (!second || first.folded === second.folded) continue;
    const between = claim.words.filter(({ start }) => start > first.start && start < second.start);
    if (between.length > MAX_BETWEEN) continue;
    const acts = between.filter(({ surface }) => /^\p{Ll}/u.test(surface)).flatMap(({ terms }) => terms);
    const isPassive = between.some(({ folded }) => BY.has(folded));
    const orders = evidence.flatMap((source) => ordersOf(source, first, second, acts));
    const isKept = (order: Order) => order.isReversed === (order.isPassive !== isPassive);
    if (orders.length > 0 && !orders.some(isKept)) return true;
  }
  return false;
}

interface Order {
  readonly isReversed: boolean;
  readonly isPassive: boolean;
}

/** How two names stand around one of the words, wherever they do. */
function ordersOf(
  { words }: ParsedText,
  first: Word,
  second: Word,
  acts: readonly string[],
): readonly Order[] {
  const placesOf = (name: Word) =>
    words.flatMap(({ folded }, place) => (folded === name.folded ? [place] : []));
  return placesOf(first).flatMap((one) =>
    placesOf(second).flatMap((other): Order[] => {
      const between = words.slice(Math.min(one, other) + 1, Math.max(one, other));
      const isActing = between.some(({ terms }) => terms.some((term) => acts.includes(term)));
      if (!isActing || between.length > MAX_BETWEEN) return [];
      return [{ isReversed: other < one, isPassive: between.some(({ folded }) => BY.has(folded)) }];
    }),
  );
}
