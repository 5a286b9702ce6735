// Compares a sentence's content words, and who does what to whom, with its evidence.
import { isLikelyName, readNames } from './mentions/names.js';
import { sharedPrefix } from './mentions/romanize.js';
import type { ParsedText, Word } from './parsed-text.js';

/** How much of a sentence's content is in the evidence. */
export interface Coverage {
  /** 0 to 1: share of the content words that are in the evidence. Words that only the question has aren't counted. */
  readonly share: number;
  /** Number of content words that are in the evidence. */
  readonly supported: number;
  /** Number of content words. */
  readonly total: number;
  /** Length of the longest run of content words that neither evidence nor question has. */
  readonly longestGap: number;
  /** The most unsupported words in a clause that is entirely or mostly unsupported; 0 if there is none. */
  readonly longestUnsupportedClause: number;
}

/** Words that report what an article says. They need no support. */
const REPORTING_WORDS = new Set(
  'said says say saying told tells stated states stating according reported reports reporting explained explains described describes noted notes added adds mentioned mentions article text author passage sentence source report also laut sagte sagt artikel selon dit article según dijo artículo согласно сказал сказала статья'.split(
    ' ',
  ),
);
/** Two words count as forms of one if they share this much of the longer one's beginning. */
const MIN_STEM_SHARE = 0.65;
const MIN_STEM_LETTERS = 4;
/** Maximum number of words between two names around a verb. */
const MAX_BETWEEN = 4;
const AGENT_PREPOSITIONS = new Set('by von durch par por da door przez av af de'.split(' '));

/** Counts which content words of the claim are in the evidence or the question. */
export function measureCoverage(
  claim: ParsedText,
  evidence: readonly ParsedText[],
  question: ParsedText | undefined,
): Coverage {
  const evidenceTerms = new Set(evidence.flatMap((source) => [...source.terms]));
  const questionTerms = question?.terms ?? new Set();
  const memo = new Map<string, boolean>();
  const isSupported = (term: string) => {
    const cached = memo.get(term);
    if (cached !== undefined) return cached;
    const supported = evidenceTerms.has(term) || [...evidenceTerms].some((other) => isSameStem(term, other));
    memo.set(term, supported);
    return supported;
  };
  let [supported, counted, total, gap, longestGap, longestUnsupportedClause] = [0, 0, 0, 0, 0, 0];
  let [supportedInClause, unsupportedInClause] = [0, 0];
  let last: Word | undefined;
  const endClause = () => {
    if (supportedInClause === 0 || (unsupportedInClause > supportedInClause && unsupportedInClause > 2)) {
      longestUnsupportedClause = Math.max(longestUnsupportedClause, unsupportedInClause);
    }
    [supportedInClause, unsupportedInClause] = [0, 0];
  };
  for (const word of claim.words) {
    const gapText = last ? claim.text.slice(last.end, word.start) : '';
    // An introduction with a colon ("My orders say: …") is a statement of its own.
    if (/:\s/u.test(gapText) && supportedInClause === 0 && unsupportedInClause > 0)
      longestUnsupportedClause = Math.max(longestUnsupportedClause, 2);
    if (/[,;:()–—]|\s-\s/u.test(gapText)) endClause();
    last = word;
    // Figures are compared elsewhere. Here they only show that a clause isn't entirely unsupported.
    if (word.isFigure) supportedInClause += 1;
    if (word.isFigure || REPORTING_WORDS.has(word.folded)) continue;
    for (const term of word.terms) {
      total += 1;
      if (isSupported(term)) {
        [supported, counted, gap, supportedInClause] = [supported + 1, counted + 1, 0, supportedInClause + 1];
      } else if (!questionTerms.has(term)) {
        [counted, gap, unsupportedInClause] = [counted + 1, gap + 1, unsupportedInClause + 1];
        longestGap = Math.max(longestGap, gap);
      }
    }
  }
  endClause();
  return {
    share: counted === 0 ? 0 : supported / counted,
    supported,
    total,
    longestGap,
    longestUnsupportedClause,
  };
}

/** Whether two terms look like forms of one word. */
function isSameStem(a: string, b: string): boolean {
  const shared = sharedPrefix(a, b);
  return shared >= MIN_STEM_LETTERS && shared >= Math.max(a.length, b.length) * MIN_STEM_SHARE;
}

/** Whether two names have swapped roles around the same verb: "A sued B" against "B sued A". */
export function swapsRoles(claim: ParsedText, evidence: readonly ParsedText[]): boolean {
  const names = readNames(claim).flatMap(({ words, isOpening, isGermanNoun }) => {
    const isName = !isGermanNoun && (!isOpening || words.some((word) => isLikelyName(word, claim)));
    return isName ? words.slice(-1) : [];
  });
  for (const [at, first] of names.entries()) {
    const second = names[at + 1];
    if (!second || first.folded === second.folded) continue;
    const between = claim.words.filter(({ start }) => start > first.start && start < second.start);
    if (between.length > MAX_BETWEEN) continue;
    const verbs = between.filter(({ surface }) => /^\p{Ll}/u.test(surface)).flatMap(({ terms }) => terms);
    const isPassive = between.some(({ folded }) => AGENT_PREPOSITIONS.has(folded));
    const orders = evidence.flatMap((source) => findNameOrders(source, first, second, verbs));
    const isSameOrder = (order: NameOrder) => order.isReversed === (order.isPassive !== isPassive);
    if (orders.length > 0 && !orders.some(isSameOrder)) return true;
  }
  return false;
}

interface NameOrder {
  readonly isReversed: boolean;
  readonly isPassive: boolean;
}

/** Finds every place where the two names stand around one of the verbs, and in which order. */
function findNameOrders(
  { words }: ParsedText,
  first: Word,
  second: Word,
  verbs: readonly string[],
): readonly NameOrder[] {
  const positionsOf = (name: Word) =>
    words.flatMap(({ folded }, place) => (folded === name.folded ? [place] : []));
  return positionsOf(first).flatMap((one) =>
    positionsOf(second).flatMap((other): NameOrder[] => {
      const between = words.slice(Math.min(one, other) + 1, Math.max(one, other));
      const hasVerb = between.some(({ terms }) => terms.some((term) => verbs.includes(term)));
      if (!hasVerb || between.length > MAX_BETWEEN) return [];
      return [
        { isReversed: other < one, isPassive: between.some(({ folded }) => AGENT_PREPOSITIONS.has(folded)) },
      ];
    }),
  );
}
