// Claim verification: does the evidence support this sentence? docs/checking.md has the rules and limits.
import type { Analyzer } from '../ports.js';
import { type Coverage, measureCoverage, swapsRoles } from './compare-content.js';
import { compareFigures } from './compare-figures.js';
import { flipsNegation, usesAntonym } from './compare-polarity.js';
import { isLikelyName, missingWords, type Name, readNames } from './mentions/names.js';
import { containsQuote, readLinks } from './mentions/quotes.js';
import type { ParsedText, Word } from './parsed-text.js';

/** Why a sentence isn't supported. */
type Flaw =
  | 'number'
  | 'date'
  | 'name'
  | 'quote'
  | 'link'
  | 'negation'
  | 'opposite'
  | 'roles'
  /** Too little of its content is in the evidence. */
  | 'content'
  /** Part of it isn't in the evidence. */
  | 'added';

/** The result of comparing a sentence with its evidence. */
export interface Verification {
  /** Empty if the evidence supports the sentence. */
  readonly flaws: readonly Flaw[];
  /** Kinds of flaw for which the evidence says something else instead. */
  readonly conflicts: readonly Flaw[];
  /** 0 to 1: share of the content words that are in the evidence. Always 1 across languages. */
  readonly coverage: number;
  /** Number of content words and figures that match the evidence; names count only across languages. */
  readonly anchors: number;
  /** False across languages. Then only numbers, dates, names, quotes and links were compared. */
  readonly isComparable: boolean;
}

/** Minimum coverage. Measured in docs/checking.md. */
const MIN_COVERAGE = 0.6;
/** Minimum share of all content words in the evidence, when words from the question count as unsupported. */
const MIN_SUPPORTED_SHARE = 0.5;
/** This many unsupported content words in a row are an addition. */
const MIN_ADDED_GAP = 3;
/** An unsupported clause with more words than this is an addition. */
const MAX_UNSUPPORTED_CLAUSE = 1;

/**
 * Compares a sentence with all of its evidence together. Numbers, dates and names may also come from the question,
 * unless the evidence has others in their place.
 */
export function verifySentence(
  claim: ParsedText,
  evidence: readonly ParsedText[],
  question: ParsedText | undefined,
  analyzer: Analyzer,
): Verification {
  const flaws = new Set<Flaw>();
  const comparable = evidence.filter(({ language }) => language === claim.language);
  const isComparable = comparable.length > 0;
  const figures = compareFigures(claim, evidence, question);
  for (const flaw of figures.flaws) flaws.add(flaw);
  const names = checkNames(claim, evidence, question, analyzer);
  const conflicts: Flaw[] = [...figures.conflicts, ...(names.isInConflict ? (['name'] as const) : [])];
  if (names.isMissing) flaws.add('name');
  const quotable = [...evidence, ...(question ? [question] : [])];
  if (!claim.quotes.every((phrase) => quotable.some(({ text }) => containsQuote(text, phrase))))
    flaws.add('quote');
  const isInEvidence = (link: string) =>
    evidence.some(({ text }) => text.toLowerCase().includes(link.toLowerCase()));
  if (!readLinks(claim.text).every(isInEvidence)) flaws.add('link');
  if (!isComparable) {
    const cognates = measureCoverage(claim, evidence, undefined).supported;
    const anchors = figures.supported + names.supported + cognates;
    // Words in different languages can't be compared. If nothing else matches, nothing supports the sentence.
    if (anchors === 0) flaws.add('content');
    return { flaws: [...flaws], conflicts, coverage: 1, anchors, isComparable };
  }
  const content = measureCoverage(claim, comparable, question);
  for (const flaw of checkContent(content, figures.supported)) flaws.add(flaw);
  const isFlipped = flipsNegation(claim, comparable);
  // A negation and an antonym cancel out: "not allowed" means "banned".
  const isOpposite = usesAntonym(claim, comparable);
  if (isFlipped && !isOpposite) flaws.add('negation');
  if (isOpposite && !isFlipped) flaws.add('opposite');
  if (swapsRoles(claim, comparable)) flaws.add('roles');
  if (isFlipped !== isOpposite) conflicts.push(isFlipped ? 'negation' : 'opposite');
  return {
    flaws: [...flaws],
    conflicts,
    coverage: content.share,
    anchors: content.supported + figures.supported,
    isComparable,
  };
}

function* checkContent(
  { share, supported, total, longestGap, longestUnsupportedClause }: Coverage,
  figures: number,
): Iterable<Flaw> {
  const isShort = total === 0 && figures > 0;
  // Words from the question are neutral, but they must not make up most of the sentence.
  const isMostlyQuestion = (supported + figures) / Math.max(1, total + figures) < MIN_SUPPORTED_SHARE;
  if (!isShort && (share < MIN_COVERAGE || isMostlyQuestion)) yield 'content';
  if (longestGap >= MIN_ADDED_GAP || longestUnsupportedClause > MAX_UNSUPPORTED_CLAUSE) yield 'added';
}

/**
 * Checks that each name is in the evidence. A name from the question is fine too, unless the evidence is only about
 * others.
 */
function checkNames(
  claim: ParsedText,
  evidence: readonly ParsedText[],
  question: ParsedText | undefined,
  analyzer: Analyzer,
) {
  const language = { analyzer, language: claim.language };
  let supported = 0;
  let [isMissing, isInConflict] = [false, false];
  for (const name of readNames(claim)) {
    const missing = missingWords(name, evidence, language);
    if (missing.length === 0) {
      supported += 1;
      continue;
    }
    if (name.isOpening && missing.every((word) => !isLikelyName(word, claim))) continue;
    // German capitalizes all nouns, so one counts as a name only if it replaces a name of the evidence.
    if (name.isGermanNoun && !replacesName(name, claim, evidence, analyzer)) continue;
    const isAsked = question && missingWords(name, [...evidence, question], language).length === 0;
    const isAnother = namesOnlyOthers(claim, evidence, analyzer);
    if (!isAsked || isAnother) isMissing = true;
    isInConflict ||=
      missing.length === name.words.length && findOmittedNames(claim, evidence, analyzer).length > 0;
  }
  return { supported, isMissing, isInConflict };
}

/** Whether this name is next to the same word as a name of the evidence that the claim omits. */
function replacesName(
  { words }: Name,
  claim: ParsedText,
  evidence: readonly ParsedText[],
  analyzer: Analyzer,
): boolean {
  const place = claim.words.indexOf(words[0] as Word);
  const beside = (all: readonly Word[], at: number) => [all[at - 1]?.folded, all[at + 1]?.folded];
  const [before, after] = beside(claim.words, place);
  return evidence.some((source) => {
    const leftOut = new Set(findOmittedNames(claim, [source], analyzer).flatMap((name) => name.words));
    if (source.language !== claim.language) return leftOut.size > 0;
    return source.words.some((word, at) => {
      const [theirBefore, theirAfter] = beside(source.words, at);
      const isSamePlace =
        (before !== undefined && before === theirBefore) || (after !== undefined && after === theirAfter);
      return isSamePlace && leftOut.has(word);
    });
  });
}

/** Whether the evidence has names, none of them in the claim, and no pronoun that could stand for another. */
function namesOnlyOthers(claim: ParsedText, evidence: readonly ParsedText[], analyzer: Analyzer): boolean {
  return evidence.every((source) => {
    const names = likelyNames(source);
    return (
      !opensWithPronoun(source) &&
      names.length > 0 &&
      findOmittedNames(claim, [source], analyzer).length === names.length
    );
  });
}

/** Names of the evidence that don't occur in the claim, not even in part. */
function findOmittedNames(
  claim: ParsedText,
  evidence: readonly ParsedText[],
  analyzer: Analyzer,
): readonly Name[] {
  return evidence.flatMap((source) =>
    likelyNames(source).filter(({ words }) =>
      words.every(
        (word) =>
          missingWords({ words: [word], isOpening: false }, [claim], { analyzer, language: source.language })
            .length > 0,
      ),
    ),
  );
}

function likelyNames(source: ParsedText): readonly Name[] {
  return readNames(source).filter(
    ({ isOpening, words }) => !isOpening || words.some((word) => isLikelyName(word, source)),
  );
}

const PRONOUNS = new Set(
  'he she it they his her their its him them this that these those er sie es ihr sein ihre seine il elle ils elles son sa ses él ella ellos ellas su sus lui lei loro он она оно они его её ее их ο η αυτός αυτή ta o el ea'.split(
    ' ',
  ),
);
/** A pronoun among this many first words refers to an earlier sentence. */
const OPENING_WORDS = 3;

/** Whether a sentence opens with a pronoun, which probably refers to an earlier sentence. */
export function opensWithPronoun({ words }: ParsedText): boolean {
  return words.slice(0, OPENING_WORDS).some(({ surface }) => PRONOUNS.has(surface.toLowerCase()));
}
